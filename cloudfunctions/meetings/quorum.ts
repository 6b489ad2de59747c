import type { MeetingKind } from './contract'
import { meetingKind } from './meeting-kind'

export const moreThanHalf = (people: number) => Math.floor(people / 2) + 1

/**
 * More than half of those entitled to vote, present in person (支部工作条例 第十一条).
 * `entitled` and `have` count full members who are not recorded as unable. Kinds without a quorum need 0.
 */
export function quorum(kind: MeetingKind, entitled: number, have: number) {
  const needed = meetingKind[kind].quorum ? moreThanHalf(entitled) : 0
  return { needed, have, met: have >= needed }
}
