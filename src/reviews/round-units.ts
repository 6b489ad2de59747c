import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { PostKind, units } from '../../cloudfunctions/organisation/contract'
import type { Me } from '../platform/session'

export type Unit = OutputOf<typeof units>['units'][number]

const officers: ReadonlySet<PostKind> = new Set(['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline'])

/** Whether my posts let me hold rounds at all. */
export const mayHoldRounds = ({ posts }: Pick<Me, 'posts'>) => posts.some(({ post }) => officers.has(post))

/** Where my posts let me hold a round: what I am an officer of; a group has none. */
export function roundUnits({ posts }: Pick<Me, 'posts'>, units: readonly Unit[]): Unit[] {
  const officerOf = new Set(posts.filter(({ post }) => officers.has(post)).map(({ unitId }) => unitId))
  return units.filter(({ id, kind }) => kind !== 'group' && officerOf.has(id))
}
