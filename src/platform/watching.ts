import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { attendance } from '../../cloudfunctions/meetings/contract'

export type Attendance = OutputOf<typeof attendance>

export interface Watch {
  /** The whole list at first, afterwards only the people who changed. */
  onNews: (news: Attendance) => void
  onConnection: (connected: boolean) => void
  /** The server no longer shows it to this person, and says why. */
  onRefused: (message: string) => void
}
