import { createHash } from 'node:crypto'
import type { MeetingKind } from '../meetings/contract'
import { idOf } from './chance'
import { orgId } from './organisation-plan'
import { type Branch, hostOf } from './roster'
import type { Line, Meeting, Member, Unit } from './rows'

/** One meeting as the calendar has it, before anything is known about who came. */
export interface Occasion {
  /** Readable and unique; everything left to chance follows from it. */
  key: string
  branch: Branch
  unit: Unit
  kind: MeetingKind
  title: string
  place: string
  startsAt: Date
  minutes: number
}

/** What one or more meetings add to the tables. */
export interface Gatherings<Row extends Meeting = Meeting> {
  meetings: Row[]
  lines: Line[]
}

const agendas: Record<MeetingKind, readonly string[]> = {
  assembly: ['清点到会人数', '听取并讨论议题', '表决并宣布决议'],
  'committee-meeting': ['通报上次会议决定的落实情况', '研究议题', '明确分工和时限'],
  'group-meeting': ['集体学习', '交流发言', '党小组长小结'],
  lecture: ['主讲人授课', '交流讨论', '布置学习任务'],
  'theme-day': ['集中学习', '实践活动', '交流体会'],
  'life-meeting': ['通报征求意见情况', '支部委员会对照检查', '党员逐一开展批评和自我批评', '明确整改措施'],
  'group-study': ['领学原文', '重点发言', '交流讨论'],
  'appraisal-meeting': ['个人自评', '党员互评', '民主测评'],
}

/** As many as there are branches: each month every branch has another one, and no two the same. */
const rooms = ['二楼会议室', '三楼多功能厅', '四楼党员活动室', '五楼大会议室', '六楼会议室', '一楼办税培训室']

/** Groups meet in their own office. */
export function roomOf(branch: Branch, unit: Unit, month: number): string {
  if (unit.kind === 'group') return `${branch.number + 1}0${branch.groups.indexOf(unit) + 1} 办公室`
  return rooms[(branch.number + month) % rooms.length] ?? '二楼会议室'
}

export const minutesOf: Record<MeetingKind, number> = {
  assembly: 90,
  'committee-meeting': 60,
  'group-meeting': 60,
  lecture: 90,
  'theme-day': 120,
  'life-meeting': 150,
  'group-study': 60,
  'appraisal-meeting': 120,
}

const numerals = ['一', '二', '三', '四']

export function scheduledMeeting({ key, branch, unit, kind, title, place, startsAt, minutes }: Occasion, createdAt: Date): Meeting {
  return {
    org_id: orgId,
    meeting_id: idOf(key, createdAt),
    unit_id: unit.unit_id,
    kind,
    title,
    agenda: agendas[kind].map((item, index) => `${numerals[index]}、${item}`).join('\n'),
    place,
    starts_at: startsAt,
    duration_minutes: minutes,
    state: 'scheduled',
    code_tag: createHash('sha256').update(key).digest('base64url').slice(0, 8),
    opened_at: null,
    closed_at: null,
    cancel_reason: null,
    created_by: hostOf(branch, unit),
    created_at: createdAt,
    recorded_by: null,
    recorded_at: null,
    series_id: null,
    sign_out: false,
    revision: 0,
  }
}

/** A person's line while the meeting has not begun; activists and colleagues stand outside the count. */
export function expectedLine({ org_id, meeting_id, created_at }: Meeting, { member_id, standing, unable }: Member): Line {
  const counted = standing === 'full' || standing === 'probationary'
  return {
    org_id,
    meeting_id,
    member_id,
    state: 'expected',
    how: null,
    at: null,
    flags: [],
    counted,
    votes: standing === 'full' && !unable,
    reason: counted ? null : '邀请列席',
    request_id: null,
    frozen: false,
    admitted_by: null,
    changed_at: created_at,
  }
}
