import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { attendance, meeting } from '../../cloudfunctions/meetings/contract'

export type Meeting = OutputOf<typeof meeting>
export type Attendance = OutputOf<typeof attendance>
export type Person = Attendance['people'][number]
