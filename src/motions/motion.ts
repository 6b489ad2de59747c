import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { list } from '../../cloudfunctions/motions/contract'

export type Motions = OutputOf<typeof list>
export type Motion = Motions['motions'][number]
