import Taro from '@tarojs/taro'
import type { Reply } from '../../cloudfunctions/kernel/contract'

const patience = 12_000

/** Whether this app was built with the box's address; docs/deploy-wechat.md says how. */
export const boxIsKnown = BALLOT_BOX_URL !== ''

/**
 * Brings one ballot to the box by plain HTTP: `callFunction` would bring along who is calling. Rejects when no answer came.
 */
export async function castBallot(ballot: object): Promise<Reply> {
  if (!BALLOT_BOX_URL) throw new Error('BALLOT_BOX_URL was not set when the app was built')
  const { data } = await Taro.request<Reply>({
    url: BALLOT_BOX_URL,
    method: 'POST',
    timeout: patience,
    header: { 'content-type': 'application/json' },
    data: JSON.stringify(ballot),
  })
  return data
}
