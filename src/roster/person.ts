import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { person } from '../../cloudfunctions/organisation/contract'

export type Person = OutputOf<typeof person>
