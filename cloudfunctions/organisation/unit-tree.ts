import type { PostKind, UnitKind } from './contract'

const parents: Record<UnitKind, readonly UnitKind[]> = {
  committee: ['committee'],
  'general-branch': ['committee'],
  branch: ['committee', 'general-branch'],
  group: ['branch'],
}

/** 党小组 stands in a 支部, a 支部 in a 党委 or 党总支, a 党总支 in a 党委. */
export const mayStandIn = (kind: UnitKind, parent: UnitKind) => parents[kind].includes(parent)

/** Group-leaders belong to groups, leaders (班子成员) and administrators to committees, the others to anything but a group. */
export function suits(post: PostKind, unit: UnitKind): boolean {
  if (post === 'group-leader') return unit === 'group'
  if (post === 'leader' || post === 'administrator') return unit === 'committee'
  return unit !== 'group'
}
