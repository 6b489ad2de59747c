import { defineRead, defineWrite, id, z } from '../kernel/contract'
import { code } from './contract'

/** Asks those who come to sign out at the end, or no longer does; what was signed stays. */
export const setSignOut = defineWrite({
  name: 'meetings.setSignOut',
  input: { meetingId: id, signOut: z.boolean() },
  output: {},
  refusals: ['ALREADY_CLOSED', 'MEETING_CANCELLED'],
})

/** The sign-out codes for the room's screen, as `meetings.code` gives those for checking in. */
export const signOutCode = defineRead({
  name: 'meetings.signOutCode',
  input: { meetingId: id },
  output: code.output.shape,
  refusals: [...code.refusals, 'SIGN_OUT_OFF'],
})
