import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../kernel/database'
import { planOnce } from '../kernel/plan-once'
import { type ProjectKind, projectKinds } from './contract'
import type { WallKind, WallProgress } from './wall-contract'
import { soonUntil } from './wall-progress'

/** Whose people are shown: of these units, or of one group in its branch. */
export interface WallPlace {
  unitIds: string[]
  groupId: string | null
}

export interface WallQuestion {
  today: string
  year: number
  place: WallPlace | null
  kind?: WallKind | undefined
  progress?: WallProgress | undefined
  search?: string | undefined
  after?: string | undefined
  limit: number
}

export interface WallRow {
  memberId: string
  name: string
  unitName: string
  groupName: string | null
  position: string | null
  badges: string[]
  posts: { unitName: string; post: 'secretary' }[]
  photoPlace: string | null
  published: number
  settled: number
  mean: number | null
  nextDue: string | null
  running: number
  accepted: number
  verified: number
}

/** Where the people of a unit stand; undefined where the organisation has no such unit. Groups have none of their own: theirs are the branch's. */
export async function findWallPlace(db: Db, orgId: string, unitId: string): Promise<WallPlace | undefined> {
  const { rows } = await sql<{ unitId: string; branchId: string | null }>`${planOnce}
    with recursive below as (
      select unit_id, case when kind = 'group' then parent_id end as branch_id from organisation_units
      where org_id = ${orgId} and unit_id = ${unitId}
      union all
      select u.unit_id, null::uuid from below b
      join organisation_units u on u.org_id = ${orgId} and u.parent_id = b.unit_id and u.kind <> 'group'
    )
    select unit_id as "unitId", branch_id as "branchId" from below`.execute(db)
  const [first] = rows
  if (!first) return undefined
  return first.branchId ? { unitIds: [first.branchId], groupId: first.unitId } : { unitIds: rows.map((row) => row.unitId), groupId: null }
}

export async function listWall(db: Db, orgId: string, question: WallQuestion): Promise<WallRow[]> {
  const { rows } = await wallStatement(orgId, question).execute(db)
  return rows
}

/**
 * The whole page in one statement: first who is on it, by an index in the roster's order, then everything about those and nobody else.
 * A filter is planned for its own values; without one there are few texts, each planned once.
 */
export function wallStatement(orgId: string, question: WallQuestion): RawBuilder<WallRow> {
  const { year, kind, progress, search } = question
  const mark = kind || progress || search ? sql`` : planOnce
  return sql<WallRow>`${mark}
    with page as materialized (
      select m.member_id, m.name, m.unit_id, m.group_id
      from organisation_members m
      where ${sql.join(conditions(orgId, question), sql` and `)}
      order by m.member_id
      limit ${question.limit}
    )
    select m.member_id as "memberId", m.name, ${nameOf(orgId, 'unit_id')} as "unitName", ${nameOf(orgId, 'group_id')} as "groupName",
      (select f.place from showcase_profiles w join files f on f.org_id = ${orgId} and f.file_id = w.photo_id
        where w.org_id = ${orgId} and w.member_id = m.member_id) as "photoPlace",
      c.position, c.badges, o.posts, p.published, p.settled, p.mean, p."nextDue", j.running, j.accepted, e.verified
    from page m
    cross join lateral (
      select max(c.text) filter (where c.kind = 'position') as position,
        coalesce(array_agg(c.text order by c.confirmed_at, c.claim_id) filter (where c.kind = 'badge'), '{}') as badges
      from showcase_claims c
      where c.org_id = ${orgId} and c.member_id = m.member_id and c.state = 'confirmed'
    ) c
    cross join lateral (
      select coalesce(json_agg(json_build_object('unitName', v.name, 'post', o.post) order by o.since, o.post), '[]') as posts
      from organisation_posts o
      join organisation_units v on v.org_id = ${orgId} and v.unit_id = o.unit_id
      where o.org_id = ${orgId} and o.member_id = m.member_id and o.post <> 'administrator'
    ) o
    cross join lateral (
      select count(*)::int as published, (count(*) filter (where p.state <> 'published'))::int as settled,
        round(avg(case p.state when 'kept' then 100 else p.progress end))::int as mean,
        min(p.due_on) filter (where p.state = 'published') as "nextDue"
      from showcase_pledges p
      where p.org_id = ${orgId} and p.member_id = m.member_id and p.year = ${year} and ${isPublic}
    ) p
    cross join lateral (
      select (count(*) filter (where j.state = 'running'))::int as running, (count(*) filter (where j.state = 'accepted'))::int as accepted
      from showcase_projects j
      where j.org_id = ${orgId} and j.member_id = m.member_id and j.year = ${year}
    ) j
    cross join lateral (
      select count(*)::int as verified
      from showcase_performances e
      where e.org_id = ${orgId} and e.member_id = m.member_id and e.year = ${year} and e.state = 'verified'
    ) e
    order by m.member_id`
}

/** Asked for each line, since a join would read every unit there is. */
const nameOf = (orgId: string, column: 'unit_id' | 'group_id') =>
  sql`(select u.name from organisation_units u where u.org_id = ${orgId} and u.unit_id = ${sql.ref(`m.${column}`)})`

const isPublic = sql`p.state in ('published', 'kept', 'partly', 'broken')`

/** Who is on the page. */
function conditions(orgId: string, question: WallQuestion): RawBuilder<unknown>[] {
  const { place, kind, progress, search, after } = question
  const all = [sql`m.org_id = ${orgId}`, sql`m.erased_at is null`, sql`m.standing in ('full', 'probationary')`]
  if (place) all.push(place.unitIds.length === 1 ? sql`m.unit_id = ${place.unitIds[0]}` : sql`m.unit_id = any(${place.unitIds}::uuid[])`)
  if (place?.groupId) all.push(sql`m.group_id = ${place.groupId}`)
  if (after) all.push(sql`m.member_id > ${after}`)
  if (kind) all.push(hasKind(orgId, question.year, kind))
  if (progress) all.push(stands(orgId, question, progress))
  if (search) all.push(isSought(search))
  return all
}

const isProject = (kind: WallKind): kind is ProjectKind => projectKinds.some((each) => each === kind)

const hasKind = (orgId: string, year: number, kind: WallKind) =>
  isProject(kind)
    ? sql`exists (select from showcase_projects j where j.org_id = ${orgId} and j.member_id = m.member_id and j.year = ${year}
        and j.kind = ${kind} and j.state in ('running', 'accepted'))`
    : has(orgId, year, sql`p.category = ${kind} and ${isPublic}`)

const has = (orgId: string, year: number, what: RawBuilder<unknown>) =>
  sql`exists (select from showcase_pledges p where p.org_id = ${orgId} and p.member_id = m.member_id and p.year = ${year} and ${what})`

/** The rule of `wall-progress.ts`, as conditions. */
function stands(orgId: string, { today, year }: WallQuestion, progress: WallProgress): RawBuilder<unknown> {
  const hasPledge = (what: RawBuilder<unknown>) => has(orgId, year, what)
  const open = sql`p.state = 'published'`
  const isOverdue = hasPledge(sql`${open} and p.due_on < ${today}::date`)
  const isDue = hasPledge(sql`${open} and p.due_on <= ${soonUntil(today)}::date`)
  const conditionOf: Record<WallProgress, RawBuilder<unknown>> = {
    none: sql`not ${hasPledge(isPublic)}`,
    overdue: isOverdue,
    'due-soon': sql`${isDue} and not ${isOverdue}`,
    'under-way': sql`${hasPledge(open)} and not ${isDue}`,
    settled: sql`${hasPledge(sql`p.state in ('kept', 'partly', 'broken')`)} and not ${hasPledge(open)}`,
  }
  return conditionOf[progress]
}

/** Part of the name, or of its initials where only letters and digits were typed. */
function isSought(search: string): RawBuilder<unknown> {
  const named = sql`position(lower(${search}::text) in lower(m.name)) > 0`
  const initials = search.toLowerCase().replaceAll(' ', '')
  return /^[a-z0-9]+$/.test(initials) ? sql`(${named} or position(${initials}::text in m.initials) > 0)` : named
}
