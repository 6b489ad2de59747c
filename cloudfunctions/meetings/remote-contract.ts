import { defineWrite, id } from '../kernel/contract'

/**
 * The organiser admits by name somebody who joins from afar: only so do they count as present, for the quorum and for votes.
 * Taken back like any other attendance, with a reason.
 */
export const admit = defineWrite({
  name: 'meetings.admit',
  input: { meetingId: id, memberId: id },
  output: {},
  refusals: ['MEETING_FIRST', 'MEETING_ENDED', 'MEETING_CANCELLED', 'NOT_INVITED', 'ALREADY_CHECKED_IN'],
})
