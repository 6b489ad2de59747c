import { defineRead, id, z } from '../kernel/contract'

/** A meeting as a calendar file (iCalendar, RFC 5545) to save; the same meeting again replaces what the calendar has of it. */
export const calendar = defineRead({
  name: 'meetings.calendar',
  input: { meetingId: id },
  output: { fileName: z.string(), text: z.string() },
})
