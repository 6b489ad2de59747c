import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import { initialsOf } from '../kernel/pinyin'
import type { PostKind, Standing, UnitKind } from './contract'

export interface PostRow {
  unitId: string
  unitName: string
  post: PostKind
}

export const postsOf = (orgId: string, memberId: ReturnType<typeof sql.ref>) => sql<PostRow[]>`
  (select coalesce(json_agg(json_build_object('unitId', p.unit_id, 'unitName', pu.name, 'post', p.post) order by p.since, p.post), '[]')
     from organisation_posts p
     join organisation_units pu on pu.org_id = ${orgId} and pu.unit_id = p.unit_id
    where p.org_id = ${orgId} and p.member_id = ${memberId})`

export interface MeRow {
  id: string
  name: string
  unitId: string
  standing: Standing
  posts: PostRow[]
  unitName: string
  groupId: string | null
  groupName: string | null
  organisationName: string
  demo: boolean
  consents: 'location'[]
}

export async function loadMe(db: Db, orgId: string, memberId: string): Promise<MeRow> {
  const { rows } = await sql<MeRow>`
    select m.member_id as id, m.name, m.unit_id as "unitId", m.standing, ${postsOf(orgId, sql.ref('m.member_id'))} as posts,
      u.name as "unitName", m.group_id as "groupId", g.name as "groupName", o.name as "organisationName", o.demo,
      (select coalesce(json_agg(c.purpose), '[]') from organisation_consents c
        where c.org_id = ${orgId} and c.member_id = m.member_id and c.withdrawn_at is null) as consents
    from organisation_members m
    join organisations o on o.org_id = ${orgId}
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = m.unit_id
    left join organisation_units g on g.org_id = ${orgId} and g.unit_id = m.group_id
    where m.org_id = ${orgId} and m.member_id = ${memberId}`.execute(db)
  const me = rows[0]
  if (!me) throw new Error('a session without a member')
  return me
}

export interface MemberRow {
  id: string
  name: string
  standing: Standing
  groupId: string | null
  posts: PostRow[]
  activated: boolean
}

/** The people whose home is the unit, or who belong to this group. */
export async function listMembers(db: Db, orgId: string, unitId: string): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.member_id as id, m.name, m.standing, m.group_id as "groupId", ${postsOf(orgId, sql.ref('m.member_id'))} as posts,
      exists (select from organisation_credentials c
        where c.org_id = ${orgId} and c.member_id = m.member_id and c.password_hash is not null) as activated
    from organisation_members m
    where m.org_id = ${orgId} and (m.unit_id = ${unitId} or m.group_id = ${unitId}) and m.erased_at is null
    order by array_position(array['full', 'probationary', 'activist', 'colleague'], m.standing), m.member_id`.execute(db)
  return rows
}

export const listUnits = (db: Db, orgId: string) =>
  db
    .selectFrom('organisation_units')
    .select(['unit_id as id', 'kind', 'name', 'parent_id as parentId'])
    .where('org_id', '=', orgId)
    .orderBy('unit_id')
    .execute()

export const findUnit = (
  db: Db,
  orgId: string,
  unitId: string,
): Promise<{ kind: UnitKind; name: string; parentId: string | null } | undefined> =>
  db
    .selectFrom('organisation_units')
    .select(['kind', 'name', 'parent_id as parentId'])
    .where('org_id', '=', orgId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()

export const findMember = (db: Db, orgId: string, memberId: string) =>
  db
    .selectFrom('organisation_members')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()

export const addUnitRow = (
  db: Db,
  row: { org_id: string; unit_id: string; kind: UnitKind; name: string; parent_id: string | null; created_at: Date },
) => db.insertInto('organisation_units').values(row).execute()

export const renameUnitRow = (db: Db, orgId: string, unitId: string, name: string) =>
  db.updateTable('organisation_units').set({ name }).where('org_id', '=', orgId).where('unit_id', '=', unitId).execute()

/** False where the sign-in name is taken, in whichever organisation. */
export async function claimLogin(db: Db, login: string, orgId: string, memberId: string): Promise<boolean> {
  const claimed = await db
    .insertInto('directory_sign_in_names')
    .values({ login, org_id: orgId, member_id: memberId })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('login')
    .executeTakeFirst()
  return claimed !== undefined
}

interface NewMember {
  org_id: string
  member_id: string
  unit_id: string
  group_id: string | null
  name: string
  standing: Standing
  created_at: Date
}

export async function addMemberRow(db: Db, row: NewMember): Promise<void> {
  const [initials = ''] = await initialsOf([row.name])
  await db
    .insertInto('organisation_members')
    .values({ ...row, initials, unable: false, erased_at: null })
    .execute()
}

export async function changeMemberRow(
  db: Db,
  orgId: string,
  memberId: string,
  change: { name?: string; standing?: Standing; group_id?: string | null; unable?: boolean },
): Promise<void> {
  const [initials] = change.name === undefined ? [] : await initialsOf([change.name])
  await db
    .updateTable('organisation_members')
    .set({ ...change, ...(initials !== undefined && { initials }) })
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .execute()
}

export const listPosts = (db: Db, orgId: string, memberId: string) =>
  db.selectFrom('organisation_posts').select(['unit_id', 'post']).where('org_id', '=', orgId).where('member_id', '=', memberId).execute()

export const addPost = (db: Db, row: { org_id: string; unit_id: string; member_id: string; post: PostKind; since: Date }) =>
  db
    .insertInto('organisation_posts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['org_id', 'unit_id', 'member_id', 'post']).doNothing())
    .execute()

/** Whether there was such a post to end. */
export async function removePost(db: Db, orgId: string, memberId: string, unitId: string, post: PostKind): Promise<boolean> {
  const removed = await db
    .deleteFrom('organisation_posts')
    .where('org_id', '=', orgId)
    .where('unit_id', '=', unitId)
    .where('member_id', '=', memberId)
    .where('post', '=', post)
    .returning('post')
    .executeTakeFirst()
  return removed !== undefined
}

/** Administrators other than this one; the organisation's row is locked, so that two cannot leave at once. */
export async function countOtherAdministrators(db: Db, orgId: string, memberId: string): Promise<number> {
  await sql`select 1 from organisations where org_id = ${orgId} for update`.execute(db)
  const { rows } = await sql<{ others: number }>`
    select count(distinct member_id)::int as others from organisation_posts
    where org_id = ${orgId} and post = 'administrator' and member_id <> ${memberId}`.execute(db)
  return rows[0]?.others ?? 0
}

export const addLinkedBranch = (db: Db, row: { org_id: string; member_id: string; unit_id: string; since: Date }) =>
  db
    .insertInto('organisation_linked_branches')
    .values(row)
    .onConflict((conflict) => conflict.columns(['org_id', 'member_id', 'unit_id']).doNothing())
    .execute()

export const listLinkedBranches = async (db: Db, orgId: string, memberId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('organisation_linked_branches')
      .select('unit_id')
      .where('org_id', '=', orgId)
      .where('member_id', '=', memberId)
      .execute()
  ).map((row) => row.unit_id)

export const removeLinkedBranch = (db: Db, orgId: string, memberId: string, unitId: string) =>
  db
    .deleteFrom('organisation_linked_branches')
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('unit_id', '=', unitId)
    .execute()

export interface AuditRow {
  id: string
  at: Date
  actorName: string | null
  action: string
  subjectName: string | null
  /** The person a change of a meeting or unit is about. */
  personName: string | null
  detail: Record<string, unknown>
}

interface TrailFilter {
  before?: string | undefined
  person?: string | undefined
  action?: string | undefined
}

/** `limit` entries, latest first, older than the entry `before`. The subject may be a person, a unit or a meeting. */
export async function listAudit(db: Db, orgId: string, filter: TrailFilter, limit: number): Promise<AuditRow[]> {
  const { before = null, person = null, action = null } = filter
  const { rows } = await sql<AuditRow>`
    select e.entry_id as id, e.at, a.name as "actorName", e.action, coalesce(m.name, u.name, t.title) as "subjectName",
      p.name as "personName", e.detail
    from audit_entries e
    left join organisation_members a on a.org_id = ${orgId} and a.member_id = e.actor_id
    left join organisation_members m on m.org_id = ${orgId} and m.member_id = e.subject_id
    left join organisation_units u on u.org_id = ${orgId} and u.unit_id = e.subject_id
    left join meetings t on t.org_id = ${orgId} and t.meeting_id = e.subject_id
    left join organisation_members p on p.org_id = ${orgId}
      and p.member_id = case when e.detail ->> 'memberId' ~ '^[0-9a-f-]{36}$' then (e.detail ->> 'memberId')::uuid end
    where e.org_id = ${orgId}
      and (${before}::uuid is null or e.entry_id < ${before}::uuid)
      and (${action}::text is null or e.action = ${action})
      and (${person}::text is null or position(${person}::text in concat_ws(' ', a.name, m.name, p.name)) > 0)
    order by e.entry_id desc
    limit ${limit}`.execute(db)
  return rows
}

export const demoOrganisation = (db: Db) =>
  db.selectFrom('organisations').select(['org_id', 'name']).where('demo', '=', true).executeTakeFirst()

export const isDemo = async (db: Db, orgId: string): Promise<boolean> =>
  (await db.selectFrom('organisations').select('demo').where('org_id', '=', orgId).executeTakeFirst())?.demo ?? false
