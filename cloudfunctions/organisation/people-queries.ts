import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Standing } from './contract'
import { type PostRow, postsOf } from './queries'

export interface PersonRow {
  id: string
  name: string
  login: string
  standing: Standing
  groupId: string | null
  unable: boolean
  phone: string | null
  activated: boolean
  posts: PostRow[]
}

const columnsOfPerson = (orgId: string) => sql`
  m.member_id as id, m.name, coalesce(c.login, '') as login, m.standing, m.group_id as "groupId", m.unable,
  m.phone_masked as phone, c.password_hash is not null as activated, ${postsOf(orgId, sql.ref('m.member_id'))} as posts`

const withCredentials = (orgId: string) => sql`
  organisation_members m
  left join organisation_credentials c on c.org_id = ${orgId} and c.member_id = m.member_id`

/** People of the unit or group who are still there. */
const belonging = (orgId: string, unitId: string) =>
  sql`m.org_id = ${orgId} and (m.unit_id = ${unitId} or m.group_id = ${unitId}) and m.erased_at is null`

const matching = (sought: string | undefined): RawBuilder<unknown> =>
  sought === undefined
    ? sql`true`
    : sql`(position(lower(${sought}::text) in lower(m.name)) > 0 or position(lower(${sought}::text) in c.login) > 0)`

export async function listPeople(
  db: Db,
  orgId: string,
  unitId: string,
  { sought, limit, offset }: { sought: string | undefined; limit: number; offset: number },
): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select ${columnsOfPerson(orgId)}
    from ${withCredentials(orgId)}
    where ${belonging(orgId, unitId)} and ${matching(sought)}
    order by array_position(array['full', 'probationary', 'activist', 'colleague'], m.standing), m.member_id
    limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export async function countPeople(db: Db, orgId: string, unitId: string, sought: string | undefined): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${withCredentials(orgId)}
    where ${belonging(orgId, unitId)} and ${matching(sought)}`.execute(db)
  return rows[0]?.count ?? 0
}

export interface UnitCounts {
  full: number
  probationary: number
  activist: number
  colleague: number
  /** People of the unit who hold one of its own posts. */
  committee: number
}

export async function countUnit(db: Db, orgId: string, unitId: string): Promise<UnitCounts> {
  const { rows } = await sql<UnitCounts>`
    select
      (count(*) filter (where m.standing = 'full'))::int as full,
      (count(*) filter (where m.standing = 'probationary'))::int as probationary,
      (count(*) filter (where m.standing = 'activist'))::int as activist,
      (count(*) filter (where m.standing = 'colleague'))::int as colleague,
      (count(*) filter (where exists (select from organisation_posts p
        where p.org_id = ${orgId} and p.unit_id = ${unitId} and p.member_id = m.member_id)))::int as committee
    from organisation_members m
    where ${belonging(orgId, unitId)}`.execute(db)
  return rows[0] ?? { full: 0, probationary: 0, activist: 0, colleague: 0, committee: 0 }
}

export interface WholePersonRow extends PersonRow {
  unitId: string
  unitName: string
  linkedBranches: { unitId: string; unitName: string }[]
}

export async function findPerson(db: Db, orgId: string, memberId: string): Promise<WholePersonRow | undefined> {
  const { rows } = await sql<WholePersonRow>`
    select ${columnsOfPerson(orgId)}, m.unit_id as "unitId", u.name as "unitName",
      (select coalesce(json_agg(json_build_object('unitId', l.unit_id, 'unitName', lu.name) order by l.unit_id), '[]')
         from organisation_linked_branches l
         join organisation_units lu on lu.org_id = ${orgId} and lu.unit_id = l.unit_id
        where l.org_id = ${orgId} and l.member_id = m.member_id) as "linkedBranches"
    from ${withCredentials(orgId)}
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = m.unit_id
    where m.org_id = ${orgId} and m.member_id = ${memberId} and m.erased_at is null`.execute(db)
  return rows[0]
}
