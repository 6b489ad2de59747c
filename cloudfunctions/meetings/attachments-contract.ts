import { defineRead, defineWrite, id, linkedFile, moment, z } from '../kernel/contract'

/** Photos and files of a meeting. */

export const mostAttachments = 30

/** For whoever may see the meeting, oldest first; `mayChange` for those who may attach and detach. */
export const attachments = defineRead({
  name: 'meetings.attachments',
  input: { meetingId: id },
  output: {
    mayChange: z.boolean(),
    files: z.array(z.object({ ...linkedFile, attachedAt: moment, attachedBy: z.string() })),
  },
})

/** Attaches a file the caller uploaded, also after the close. Repeating it changes nothing. */
export const attach = defineWrite({
  name: 'meetings.attach',
  input: { meetingId: id, fileId: id },
  output: {},
  refusals: ['FILE_MISSING', 'ATTACHMENTS_FULL', 'MEETING_CANCELLED'],
})

/** Takes a file off the meeting; after a day it is gone. Repeating it changes nothing. */
export const detach = defineWrite({
  name: 'meetings.detach',
  input: { meetingId: id, fileId: id },
  output: {},
})
