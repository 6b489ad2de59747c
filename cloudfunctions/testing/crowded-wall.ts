import { sql } from 'kysely'
import type { Database } from '../kernel/database'
import { newId } from '../kernel/ids'

export interface CrowdedWall {
  orgId: string
  branchId: string
  /** Of the first branch. */
  groupId: string
  committeeId: string
  /** Some member of it. */
  askerId: string
}

const perBranch = 100

/**
 * A city's organisation: this many members in branches of a hundred and groups of fifty, spread over the roster's order, each branch
 * with its officers. Of one member in `every`, two of three have two pledges of the year, one in ten a project, every second one a photo.
 */
export async function addCrowdedWall({ db }: Pick<Database, 'db'>, people: number, today: string, every = 1): Promise<CrowdedWall> {
  const [orgId, committeeId] = [newId(), newId()]
  const branches = people / perBranch
  const year = Number(today.slice(0, 4))
  const made = new Date(`${year - 1}-01-01T00:00:00+08:00`)
  await db.insertInto('organisations').values({ org_id: orgId, name: '全市机关', created_at: made, demo: false }).execute()
  await sql`
    insert into organisation_units (org_id, unit_id, kind, name, parent_id, created_at)
    values (${orgId}, ${committeeId}, 'committee', '市直机关党委', null, ${made})`.execute(db)
  await sql`
    insert into organisation_units (org_id, unit_id, kind, name, parent_id, created_at)
    select ${orgId}::uuid, ${numbered('1', 'n')}, 'branch', '第' || n || '党支部', ${committeeId}::uuid, ${made}::timestamptz
    from generate_series(0, ${branches - 1}::int) n`.execute(db)
  await sql`
    insert into organisation_units (org_id, unit_id, kind, name, parent_id, created_at)
    select ${orgId}::uuid, ${numbered('2', 'n')}, 'group', '第' || n || '党小组', ${numbered('1', 'n / 2')}, ${made}::timestamptz
    from generate_series(0, ${2 * branches - 1}::int) n`.execute(db)
  // A prime step, so that a branch's people do not follow each other.
  await sql`
    insert into organisation_members (org_id, member_id, unit_id, group_id, name, initials, standing, unable, created_at)
    select ${orgId}::uuid, ${numbered('3', 'n')}, ${numbered('1', 'b')}, ${numbered('2', '2 * b + n % 2')}, '同志' || n, 'tz' || n,
      case when n % 23 = 0 then 'activist' when n % 23 = 1 then 'probationary' else 'full' end, false, ${made}::timestamptz
    from (select n, (n * 7919::bigint % ${branches}::int)::int as b from generate_series(0, ${people - 1}::int) n) n`.execute(db)
  await sql`
    insert into organisation_posts (org_id, unit_id, member_id, post, since)
    select org_id, unit_id, member_id, (array['secretary', 'organisation', 'publicity'])[place], ${made}::timestamptz
    from (select *, row_number() over (partition by unit_id order by member_id) as place from organisation_members where org_id = ${orgId}) m
    where place <= 3`.execute(db)
  await showAll(db, { orgId, year, at: made, every })
  await sql`analyze`.execute(db)
  const numberedId = (kind: string) => `01930000-000${kind}-7000-8000-${'0'.repeat(12)}`
  return { orgId, committeeId, branchId: numberedId('1'), groupId: numberedId('2'), askerId: numberedId('3') }
}

interface Showing {
  orgId: string
  year: number
  at: Date
  every: number
}

async function showAll(db: Database['db'], { orgId, year, at, every }: Showing): Promise<void> {
  const everybody = (share: string) => sql`
    (select *, place / ${every}::int as n from
      (select *, row_number() over (order by member_id) as place from organisation_members where org_id = ${orgId}) p
      where place % ${every}::int = 0) m
    where ${sql.raw(share)}`
  await sql`
    insert into files (org_id, file_id, name, type, bytes, sha256, place, uploaded_by, uploaded_at)
    select org_id, gen_random_uuid(), '头像.jpg', 'jpg', 90000, '', org_id || '/' || member_id, member_id, ${at}::timestamptz
    from ${everybody('n % 2 = 0')}`.execute(db)
  await sql`
    insert into showcase_profiles (org_id, member_id, photo_id, changed_at)
    select org_id, uploaded_by, file_id, uploaded_at from files where org_id = ${orgId}`.execute(db)
  await sql`
    insert into showcase_claims (org_id, claim_id, member_id, kind, text, state, claimed_at, confirmed_at)
    select org_id, gen_random_uuid(), member_id, kind, text, 'confirmed', ${at}::timestamptz, ${at}::timestamptz
    from (values ('position', '导税岗'), ('badge', '先锋岗')) c (kind, text), ${everybody("kind = 'position' or n % 10 = 0")}`.execute(db)
  await sql`
    insert into showcase_pledges (org_id, pledge_id, member_id, unit_id, year, category, text, measure, target, due_on, state, progress, created_at, changed_at)
    select org_id, gen_random_uuid(), member_id, unit_id, ${year}::int,
      (array['study', 'post', 'service', 'conduct', 'other'])[1 + (n + nth) % 5], '承诺', '办结率', '100%',
      make_date(${year}::int, 1 + ((n + nth * 5) % 12)::int, 20), case when (n + nth) % 7 = 0 then 'kept' else 'published' end,
      (n % 101)::int, ${at}::timestamptz, ${at}::timestamptz
    from generate_series(1, 2) nth, ${everybody('n % 3 > 0')}`.execute(db)
  await sql`
    insert into showcase_projects (org_id, project_id, member_id, unit_id, year, kind, name, goal, due_on, state, created_at, changed_at)
    select org_id, gen_random_uuid(), member_id, unit_id, ${year}::int, (array['innovation', 'excellence', 'efficiency'])[1 + n % 3],
      '项目', '目标', make_date(${year}::int, 12, 20), 'running', ${at}::timestamptz, ${at}::timestamptz
    from ${everybody('n % 10 = 0')}`.execute(db)
  await sql`
    insert into showcase_performances (org_id, performance_id, member_id, unit_id, year, quarter, pledge_id, text, state, created_at, changed_at)
    select org_id, gen_random_uuid(), member_id, unit_id, year, 3, pledge_id, '办结 30 件', 'verified', ${at}::timestamptz, ${at}::timestamptz
    from showcase_pledges where org_id = ${orgId} and category = 'post'`.execute(db)
}

/** An id that follows from a number, as those of the app follow each other in time. */
const numbered = (kind: string, number: string) =>
  sql.raw(`('01930000-000${kind}-7000-8000-' || lpad(to_hex((${number})::int), 12, '0'))::uuid`)
