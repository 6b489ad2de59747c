import Taro from '@tarojs/taro'
import type { Reply } from '../../cloudfunctions/kernel/contract'

let started = false

/** The cloud has to be begun once before anything is asked of it. */
export function beginCloud() {
  if (!started) Taro.cloud.init()
  started = true
}

/** Asks the cloud function `api`. Rejects when no answer came, whatever the reason. */
export async function post(action: string, input: unknown, token: string | undefined): Promise<Reply> {
  beginCloud()
  const { result } = await Taro.cloud.callFunction({ name: 'api', data: { action, input, token } })
  return result as unknown as Reply
}
