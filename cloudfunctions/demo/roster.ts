import type { MeetingKind } from '../meetings/contract'
import { expects } from '../meetings/meeting-kind'
import type { Member, Post, Unit } from './rows'

/** Those who live in the demo's units: as planned, or as the database has them by now. */
export interface Roster {
  units: Unit[]
  members: Member[]
  posts: Post[]
}

export interface Branch {
  /** 1 for the first branch of the committee. */
  number: number
  unit: Unit
  groups: Unit[]
  people: Member[]
  posts: Post[]
}

export const branchesOf = ({ units, members, posts }: Roster): Branch[] =>
  units
    .filter(({ kind }) => kind === 'branch')
    .map((unit, index) => {
      const groups = units.filter(({ parent_id }) => parent_id === unit.unit_id)
      const here = new Set([unit, ...groups].map(({ unit_id }) => unit_id))
      return {
        number: index + 1,
        unit,
        groups,
        people: members.filter(({ unit_id }) => unit_id === unit.unit_id),
        posts: posts.filter(({ unit_id }) => here.has(unit_id)),
      }
    })

/** Who leads the meeting: the group's leader, else the branch's secretary. */
export const hostOf = ({ posts }: Branch, { kind, unit_id }: Unit): string | null =>
  posts.find((each) => each.unit_id === unit_id && each.post === (kind === 'group' ? 'group-leader' : 'secretary'))?.member_id ?? null

/** Who is expected, by the meeting kind's rule. */
export function expectedAt(branch: Branch, kind: MeetingKind, unit: Unit): Member[] {
  if (expects(kind, unit.kind) === 'posts') {
    const holders = new Set(branch.posts.filter(({ unit_id }) => unit_id === unit.unit_id).map(({ member_id }) => member_id))
    return branch.people.filter(({ member_id }) => holders.has(member_id))
  }
  return branch.people.filter(
    ({ unit_id, group_id, standing }) =>
      (unit_id === unit.unit_id || group_id === unit.unit_id) && (standing === 'full' || standing === 'probationary'),
  )
}
