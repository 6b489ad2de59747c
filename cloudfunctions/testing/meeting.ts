import { newId, newSecret } from '../kernel/ids'
import { makeCode, stepAt } from '../meetings/check-in-code'
import type { MeetingKind, MeetingState } from '../meetings/contract'
import type { Person } from './organisation'
import type { World } from './world'

export interface Meeting {
  orgId: string
  meetingId: string
  unitId: string
  tag: string
  secret: string
}

interface NewMeeting {
  orgId: string
  unitId: string
  /** On the list, expected and entitled to vote. */
  people?: Person[]
  /** On the list, outside the count. */
  guests?: Person[]
  kind?: MeetingKind
  state?: MeetingState
  startsAt?: Date
  signOut?: boolean
}

/** A meeting that starts now, open unless said otherwise, with this list. */
export async function addMeeting(world: World, options: NewMeeting): Promise<Meeting> {
  const {
    orgId,
    unitId,
    people = [],
    guests = [],
    kind = 'group-study',
    state = 'open',
    startsAt = world.clock.now(),
    signOut = false,
  } = options
  const { db } = world.database
  const now = world.clock.now()
  const meeting = { orgId, meetingId: newId(), unitId, tag: newSecret(6), secret: newSecret(32) }
  await db
    .insertInto('meetings')
    .values({
      org_id: orgId,
      meeting_id: meeting.meetingId,
      unit_id: unitId,
      kind,
      title: '十一月集体学习',
      agenda: '',
      place: '三楼会议室',
      starts_at: startsAt,
      duration_minutes: 60,
      state,
      code_tag: meeting.tag,
      code_secret: meeting.secret,
      opened_at: state === 'scheduled' || state === 'cancelled' ? null : now,
      closed_at: state === 'closed' ? now : null,
      cancel_reason: state === 'cancelled' ? '改期' : null,
      created_by: null,
      created_at: now,
      sign_out: signOut,
    })
    .execute()
  const line = (counted: boolean) => (person: Person) => ({
    org_id: orgId,
    meeting_id: meeting.meetingId,
    member_id: person.memberId,
    state: 'expected' as const,
    how: null,
    at: null,
    counted,
    votes: counted,
    reason: null,
    request_id: null,
    changed_at: now,
  })
  const lines = [...people.map(line(true)), ...guests.map(line(false))]
  if (lines.length) await db.insertInto('meetings_attendances').values(lines).execute()
  return meeting
}

/** What the room's screen shows at a moment. */
export const codeAt = ({ tag, secret }: Meeting, at: Date) => makeCode(tag, secret, stepAt(at))

/** What it shows near the end, where it is asked to. */
export const signOutCodeAt = ({ tag, secret }: Meeting, at: Date) => makeCode(tag, secret, stepAt(at), 'sign-out')
