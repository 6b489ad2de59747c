import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { PostKind, units } from '../../cloudfunctions/organisation/contract'
import type { Me } from '../platform/session'

export type Unit = OutputOf<typeof units>['units'][number]

const officers: ReadonlySet<PostKind> = new Set(['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline'])

/** Where my posts let me arrange meetings: an officer's unit and its groups, the group I lead. */
export function arrangeableUnits({ posts }: Pick<Me, 'posts'>, units: readonly Unit[]): Unit[] {
  const officerOf = new Set(posts.filter(({ post }) => officers.has(post)).map(({ unitId }) => unitId))
  const leads = new Set(posts.filter(({ post }) => post === 'group-leader').map(({ unitId }) => unitId))
  const isMine = ({ id, kind, parentId }: Unit) =>
    officerOf.has(id) || (kind === 'group' && (leads.has(id) || (parentId !== null && officerOf.has(parentId))))
  return units.filter(isMine)
}

/** Whose meetings I may look at, my own branch first; a branch's list holds those of its groups. */
export function visibleUnits({ unitId, posts }: Pick<Me, 'unitId' | 'posts'>, units: readonly Unit[]): Unit[] {
  const officerOf = new Set(posts.filter(({ post }) => officers.has(post)).map((post) => post.unitId))
  const administers = posts.some(({ post }) => post === 'administrator')
  // Which branches a leader visits is not told to the app: all are offered, the server decides about the one chosen.
  const leads = posts.some(({ post }) => post === 'leader')
  const isVisible = ({ id, kind }: Unit) =>
    kind !== 'group' && (id === unitId || officerOf.has(id) || administers || (leads && kind === 'branch'))
  return units.filter(isVisible).sort((a, b) => Number(b.id === unitId) - Number(a.id === unitId))
}
