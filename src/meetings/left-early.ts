import type { Attendance, Person } from './meeting'

/** Whoever came and had not signed out when a meeting that asks for it was closed. A mark for the organiser: they stay present. */
export const leftEarly = (person: Person, { signOut, meetingState }: Pick<Attendance, 'signOut' | 'meetingState'>): boolean =>
  signOut && meetingState === 'closed' && (person.state === 'present' || person.state === 'late') && person.signedOutAt === null
