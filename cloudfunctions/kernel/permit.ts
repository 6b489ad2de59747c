import { sql } from 'kysely'
import { access, type Relation } from './access'
import type { Actor, Context } from './action'
import { AppError } from './app-error'
import type { Db } from './database'

/** What an action is about: a unit, and perhaps a meeting the caller is on the list of, or something of their own. */
export interface Target {
  unitId: string
  participant?: boolean
  owner?: boolean
}

const officers = new Set(['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline'])
const secretaries = new Set(['secretary', 'deputy-secretary'])

interface Standing {
  branchId: string
  /** The units above the branch: a general branch, committees. */
  above: string[]
  posts: { unit_id: string; post: string }[]
  linked: string[]
}

/** Throws NOT_FOUND for a unit of another organisation, NOT_ALLOWED where the access table names none of the caller's relations. */
export async function permit(context: Context, target: Target): Promise<void> {
  if (!(await may(context, context.action.name, target))) throw new AppError('NOT_ALLOWED')
  context.permitted = true
}

/** Whether the caller may do `action` to `target`; throws NOT_FOUND for a unit of another organisation. */
export async function may(context: Pick<Context, 'db' | 'actor'>, action: string, target: Target): Promise<boolean> {
  const standing = await loadStanding(context.db, context.actor, target.unitId)
  const relations = relationsOf(context.actor, standing, target)
  return [...(access.get(action) ?? [])].some((relation) => relations.has(relation))
}

/** Like `permit`, for actions on the organisation as a whole. */
export async function permitAdministrator(context: Context): Promise<void> {
  const { db, actor } = context
  const posts = await db
    .selectFrom('organisation_posts')
    .select('post')
    .where('org_id', '=', actor.orgId)
    .where('member_id', '=', actor.memberId)
    .where('post', '=', 'administrator')
    .execute()
  if (!posts.length || !access.get(context.action.name)?.has('administrator')) throw new AppError('NOT_ALLOWED')
  context.permitted = true
}

/** Every unit where the action is the caller's to do; throws NOT_ALLOWED where there is none. For actions on many units at once. */
export async function permittedUnits(context: Context): Promise<string[]> {
  const { db, actor } = context
  const units = await db
    .selectFrom('organisation_units')
    .select(['unit_id', 'kind', 'parent_id'])
    .where('org_id', '=', actor.orgId)
    .execute()
  const parents = new Map(units.map(({ unit_id, parent_id }) => [unit_id, parent_id]))
  const own = await loadOwn(db, actor)
  const wanted = [...(access.get(context.action.name) ?? [])]
  const permitted = units.filter(({ unit_id, kind, parent_id }) => {
    const branchId = kind === 'group' ? (parent_id ?? unit_id) : unit_id
    const relations = relationsOf(actor, { ...own, branchId, above: unitsAbove(branchId, parents) }, { unitId: unit_id })
    return wanted.some((relation) => relations.has(relation))
  })
  if (!permitted.length) throw new AppError('NOT_ALLOWED')
  context.permitted = true
  return permitted.map(({ unit_id }) => unit_id)
}

function unitsAbove(unitId: string, parents: ReadonlyMap<string, string | null>): string[] {
  const parent = parents.get(unitId)
  return parent ? [parent, ...unitsAbove(parent, parents)] : []
}

function relationsOf(actor: Actor, { branchId, above, posts, linked }: Standing, target: Target): Set<Relation> {
  const relations = new Set<Relation>(['anyone', 'signed-in'])
  const covering = new Set([target.unitId, branchId])
  if (actor.unitId === branchId) relations.add('companion')
  if (target.participant) relations.add('participant')
  if (target.owner) relations.add('owner')
  if (linked.includes(branchId)) relations.add('linked-leader')
  for (const { unit_id, post } of posts) {
    if (post === 'administrator') relations.add('administrator')
    if (officers.has(post) && covering.has(unit_id)) relations.add('officer')
    if (secretaries.has(post) && covering.has(unit_id)) relations.add('secretary')
    if (officers.has(post) && above.includes(unit_id)) relations.add('superior')
    if (post === 'group-leader' && unit_id === target.unitId) relations.add('group-leader')
  }
  return relations
}

async function loadStanding(db: Db, actor: Actor, unitId: string): Promise<Standing> {
  const { rows } = await sql<{ branch_id: string; above: string[]; posts: Standing['posts']; linked: string[] }>`
    select
      case when u.kind = 'group' then u.parent_id else u.unit_id end as branch_id,
      (with recursive above as (
         select b.parent_id from organisation_units b
          where b.org_id = ${actor.orgId} and b.unit_id = case when u.kind = 'group' then u.parent_id else u.unit_id end
         union
         select b.parent_id from above join organisation_units b on b.org_id = ${actor.orgId} and b.unit_id = above.parent_id)
       select coalesce(json_agg(parent_id), '[]') from above where parent_id is not null) as above,
      ${ownOf(actor)}
    from organisation_units u
    where u.org_id = ${actor.orgId} and u.unit_id = ${unitId}`.execute(db)
  const row = rows[0]
  if (!row) throw new AppError('NOT_FOUND')
  return { branchId: row.branch_id, above: row.above, posts: row.posts, linked: row.linked }
}

/** What the caller holds wherever it is. */
async function loadOwn(db: Db, actor: Actor): Promise<Pick<Standing, 'posts' | 'linked'>> {
  const { rows } = await sql<Pick<Standing, 'posts' | 'linked'>>`select ${ownOf(actor)}`.execute(db)
  return rows[0] ?? { posts: [], linked: [] }
}

const ownOf = (actor: Actor) => sql`
  (select coalesce(json_agg(json_build_object('unit_id', p.unit_id, 'post', p.post)), '[]')
     from organisation_posts p where p.org_id = ${actor.orgId} and p.member_id = ${actor.memberId}) as posts,
  (select coalesce(json_agg(l.unit_id), '[]')
     from organisation_linked_branches l where l.org_id = ${actor.orgId} and l.member_id = ${actor.memberId}) as linked`
