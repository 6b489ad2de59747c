import Taro from '@tarojs/taro'
import type { Reply } from '../../cloudfunctions/kernel/contract'

let started = false

/** Asks the cloud function `api`. Rejects when no answer came, whatever the reason. */
export async function post(action: string, input: unknown, token: string | undefined): Promise<Reply> {
  if (!started) Taro.cloud.init()
  started = true
  const { result } = await Taro.cloud.callFunction({ name: 'api', data: { action, input, token } })
  return result as unknown as Reply
}
