import { newId } from '../kernel/ids'
import { addMeeting, type Meeting } from './meeting'
import type { Person } from './organisation'
import { addBadge, addSubmitted } from './showcase'
import type { World } from './world'

/** What may wait for an officer, made by rows. */

/** A badge that waits for the branch; answers the submission's id. */
export async function askForBadge(world: World, person: Person, text = '先锋岗'): Promise<string> {
  return addSubmitted(world, person, await addBadge(world, person, text, 'waiting'), { kind: 'badge', text })
}

/** Leave that somebody asked for from a meeting to come, or from this one. */
export async function askForLeave(world: World, unitId: string, person: Person, known?: Meeting): Promise<Meeting> {
  const { orgId, memberId } = person
  const meeting = known ?? (await addMeeting(world, { orgId, unitId, people: [person], state: 'scheduled' }))
  await world.database.db
    .insertInto('meetings_leave_requests')
    .values({
      ...{ org_id: orgId, meeting_id: meeting.meetingId, member_id: memberId, reason: '出差', state: 'asked', asked_at: world.clock.now() },
      ...{ decided_at: null, decided_by: null, decision: null },
    })
    .execute()
  return meeting
}

/** A make-up of a closed meeting that somebody handed in; answers the meeting and the make-up's id, which its facts have as evidence. */
export async function handInMakeUp(world: World, unitId: string, person: Person): Promise<{ meeting: Meeting; makeUpId: string }> {
  const { orgId, memberId } = person
  const meeting = await addMeeting(world, { orgId, unitId, people: [person], state: 'closed' })
  const now = world.clock.now()
  const makeUpId = newId()
  await world.database.db
    .insertInto('meetings_make_ups')
    .values({
      ...{ org_id: orgId, make_up_id: makeUpId, meeting_id: meeting.meetingId, member_id: memberId, state: 'handed-in' },
      ...{ instructions: '学习会议文件', due_at: now, set_by: null, set_at: now, note: '已学习全文', handed_in_at: now },
      ...{ decision: null, decided_by: null, decided_at: null },
    })
    .execute()
  return { meeting, makeUpId }
}
