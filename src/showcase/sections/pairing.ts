import type { OutputOf } from '../../../cloudfunctions/kernel/contract'
import type { PairingKind } from '../../../cloudfunctions/showcase/contract'
import type { pairings } from '../../../cloudfunctions/showcase/pairing-contract'

export type Pairing = OutputOf<typeof pairings>['pairings'][number]

/** What each kind is, and what to write as its name. */
export const pairingHints: Record<PairingKind, string> = {
  'demonstration-post': '例如：综合服务窗口 3 号岗',
  'demonstration-area': '例如：办税服务厅自助区',
  place: '例如：西街社区、东乡网点',
  customer: '例如：某某公司。写到能认出是哪一户即可',
}
