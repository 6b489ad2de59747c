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

interface Branch {
  full: number
  people: number
  committee: number
}

/**
 * What the regulation expects of a branch's size (中国共产党支部工作条例（试行）第四条、第十条); said, never enforced.
 * `full`: full members, `people`: full and probationary members, `committee`: people holding one of its posts.
 */
export function branchWarnings({ full, people, committee }: Branch): string[] {
  const warnings: string[] = []
  if (full < 3) warnings.push('正式党员不足 3 人，不够成立党支部的条件')
  if (people > 50) warnings.push('党员超过 50 人，一般应当分设支部')
  if (full >= 7 && committee < 3) warnings.push('正式党员 7 人以上，应当设立 3 至 5 人的支部委员会')
  if (committee > 7) warnings.push('支部委员会一般不超过 7 人')
  return warnings
}
