import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { attendance, checkIn, code, meeting } from '../../cloudfunctions/meetings/contract'
import type { list as motionList } from '../../cloudfunctions/motions/contract'
import type { Me } from '../platform/session'
import type { MeetingSummary } from '../ui/meeting-card'

export const idOf = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`

export const branchId = idOf(1)
export const groupId = idOf(2)
export const otherBranchId = idOf(3)
export const meetingId = idOf(100)

const nobody: Omit<Me, 'id' | 'name'> = {
  unitId: branchId,
  unitName: '第一党支部',
  groupId,
  groupName: '第一党小组',
  organisationName: '县局党委',
  standing: 'full',
  posts: [],
  demo: false,
  consents: [],
}
export const member: Me = { ...nobody, id: idOf(11), name: '王小明' }
export const secretary: Me = {
  ...nobody,
  id: idOf(12),
  name: '李书记',
  posts: [{ unitId: branchId, unitName: '第一党支部', post: 'secretary' }],
}

export const units = {
  units: [
    { id: idOf(9), kind: 'committee' as const, name: '县局党委', parentId: null },
    { id: branchId, kind: 'branch' as const, name: '第一党支部', parentId: idOf(9) },
    { id: groupId, kind: 'group' as const, name: '第一党小组', parentId: branchId },
    { id: otherBranchId, kind: 'branch' as const, name: '第二党支部', parentId: idOf(9) },
  ],
}

export const summary = (own: Partial<MeetingSummary> = {}): MeetingSummary => ({
  meetingId,
  unitId: branchId,
  unitName: '第一党支部',
  kind: 'assembly',
  title: '十一月党员大会',
  startsAt: '2026-11-23T15:00:00+08:00',
  durationMinutes: 60,
  place: '三楼会议室',
  state: 'scheduled',
  recordedLater: false,
  mine: { state: 'expected', at: null, leave: null },
  expected: 23,
  arrived: 0,
  ...own,
})

type Meeting = OutputOf<typeof meeting>
export const wholeMeeting = (own: Partial<Meeting> = {}): Meeting => ({
  ...summary(),
  agenda: '一、学习文件',
  cancelReason: null,
  recordedLaterBy: null,
  recordState: 'none',
  openedAt: null,
  closedAt: null,
  canManage: false,
  canSeeAttendance: false,
  seriesId: null,
  signOut: false,
  mySignedOutAt: null,
  myLeaveReason: null,
  leave: [],
  ...own,
})

type Attendance = OutputOf<typeof attendance>
type Person = Attendance['people'][number]
export const person = (own: Partial<Person> = {}): Person => ({
  memberId: member.id,
  name: member.name,
  state: 'expected',
  how: null,
  at: null,
  flags: [],
  counted: true,
  votes: true,
  reason: null,
  groupName: null,
  signedOutAt: null,
  admittedBy: null,
  ...own,
})
export const list = (people: Person[], own: Partial<Attendance> = {}): Attendance => ({
  meetingState: 'open',
  signOut: false,
  cursor: '2026-11-23T14:00:00+08:00',
  expected: people.length,
  entitled: people.length,
  present: people.filter(({ state }) => state === 'present').length,
  late: people.filter(({ state }) => state === 'late').length,
  excused: people.filter(({ state }) => state === 'excused').length,
  absent: people.filter(({ state }) => state === 'absent').length,
  invited: 0,
  quorum: { needed: 2, have: 0, met: false },
  people,
  ...own,
})

type Motions = OutputOf<typeof motionList>
type Motion = Motions['motions'][number]
export const motionId = idOf(200)
export const motion = (own: Partial<Motion> = {}): Motion => ({
  motionId,
  text: '同意王小明转为正式党员',
  kind: 'open',
  state: 'put',
  tally: null,
  closedAt: null,
  myChoice: null,
  corrections: [],
  ...own,
})
type Tally = NonNullable<Motion['tally']>
export const tally = (own: Partial<Tally> = {}): Tally => ({
  entitled: 11,
  present: 8,
  inFavour: 0,
  against: 0,
  abstained: 0,
  notVoted: 11,
  needed: 6,
  passed: false,
  ...own,
})
export const motionsOfMeeting = (motions: Motion[] = [], own: Partial<Motions> = {}): Motions => ({
  meetingTitle: '十一月党员大会',
  meetingState: 'open',
  canManage: false,
  canSeeVotes: true,
  canCorrect: false,
  entitled: 11,
  quorum: { needed: 6, have: 8, met: true },
  mine: { entitled: true, present: true },
  motions,
  ...own,
})

/** What a camera reads on the room's screen. */
export const scannedCode = 'AAAAAAAAbbbbCCCCCCCC-_'
export const checkedIn = (own: Partial<OutputOf<typeof checkIn>> = {}): OutputOf<typeof checkIn> => ({
  meetingId,
  title: '十一月党员大会',
  state: 'present',
  checkedInAt: '2026-11-23T14:00:00+08:00',
  signedOutAt: null,
  repeated: false,
  offline: false,
  name: member.name,
  ...own,
})

/** The codes a server hands out at a moment: the current one and eleven ahead, 15 s each. */
export function codesAt(now: number): OutputOf<typeof code> {
  const first = Math.floor(now / 15_000)
  const codes = Array.from({ length: 12 }, (_, index) => first + index).map((step) => ({
    code: String(step).padStart(22, 'C'),
    link: `https://example.cn/check-in?c=${String(step).padStart(22, 'C')}`,
    validFrom: new Date(step * 15_000).toISOString(),
    validUntil: new Date((step + 2) * 15_000).toISOString(),
  }))
  return { stepSeconds: 15, serverTime: new Date(now).toISOString(), codes }
}
