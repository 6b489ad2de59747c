import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { PostKind, units } from '../../cloudfunctions/organisation/contract'
import type { Me } from '../platform/session'

export type Unit = OutputOf<typeof units>['units'][number]

const officers: ReadonlySet<PostKind> = new Set(['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline'])

export const administers = ({ posts }: Pick<Me, 'posts'>) => posts.some(({ post }) => post === 'administrator')

/** The units whose roster my posts let me keep: all for an administrator, an officer's own and its groups. The server decides again. */
export function keptUnits({ posts }: Pick<Me, 'posts'>, units: readonly Unit[]): Unit[] {
  if (administers({ posts })) return [...units]
  const mine = new Set(posts.filter(({ post }) => officers.has(post)).map(({ unitId }) => unitId))
  return units.filter(({ id, kind, parentId }) => mine.has(id) || (kind === 'group' && parentId !== null && mine.has(parentId)))
}

/** The unit, those it stands in, and the groups inside it: where a person at home in it may hold a post. */
export function unitsAround(unitId: string, units: readonly Unit[]): Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const above: Unit[] = []
  for (let at = byId.get(unitId); at && !above.includes(at); at = at.parentId ? byId.get(at.parentId) : undefined) above.push(at)
  return [...above, ...units.filter(({ kind, parentId }) => kind === 'group' && parentId === unitId)]
}
