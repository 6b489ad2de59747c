import type { UnitKind } from '../organisation/contract'
import type { MeetingKind } from './contract'

interface Kind {
  /** Who is expected: the unit's full and probationary members, or the holders of its posts. */
  expects: 'members' | 'posts'
  /** 支部工作条例 第十一条: more than half of those entitled to vote must be present. */
  quorum: boolean
  /** Where it may be held. */
  units: readonly UnitKind[]
}

const branchOrGroup = ['branch', 'group'] as const
const anyUnit = ['committee', 'general-branch', 'branch', 'group'] as const

/** What follows from a meeting's kind (支部工作条例 第四章; domain rules for the kinds it does not know). */
export const meetingKind: Record<MeetingKind, Kind> = {
  assembly: { expects: 'members', quorum: true, units: ['branch', 'general-branch'] },
  'committee-meeting': { expects: 'posts', quorum: true, units: ['branch', 'general-branch', 'committee'] },
  'group-meeting': { expects: 'members', quorum: false, units: ['group'] },
  lecture: { expects: 'members', quorum: false, units: branchOrGroup },
  'theme-day': { expects: 'members', quorum: false, units: branchOrGroup },
  'life-meeting': { expects: 'members', quorum: false, units: branchOrGroup },
  'group-study': { expects: 'members', quorum: false, units: anyUnit },
  'appraisal-meeting': { expects: 'members', quorum: false, units: ['branch', 'general-branch'] },
}

/** A committee has no members of its own below it in this sense: those expected are the holders of its posts. */
export const expects = (kind: MeetingKind, unit: UnitKind) => (unit === 'committee' ? 'posts' : meetingKind[kind].expects)
