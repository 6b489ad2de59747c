import { sql } from 'kysely'
import type { Database } from '../../cloudfunctions/kernel/database'
import { newId } from '../../cloudfunctions/kernel/ids'
import { newSession } from '../../cloudfunctions/kernel/sessions'

export interface Committee {
  orgId: string
  year: number
  /** The committee's secretary. */
  token: string
}

/** A committee with this many branches of two groups, and a year of their meetings at the cadence they owe; one in ten was not held. */
export async function seedCommittee({ db }: Database, branches: number): Promise<Committee> {
  const [orgId, committeeId, memberId] = [newId(), newId(), newId()]
  const now = new Date()
  const year = now.getFullYear() - 1
  const founded = new Date(`${year - 2}-01-01T00:00:00+08:00`)
  const unitIds = Array.from({ length: branches }, newId)
  await db.insertInto('organisations').values({ org_id: orgId, name: '全市机关', created_at: founded, demo: false }).execute()
  await sql`
    insert into organisation_units (org_id, unit_id, kind, name, parent_id, created_at)
    select ${orgId}::uuid, ${committeeId}::uuid, 'committee', '市直机关党委', null, ${founded}::timestamptz`.execute(db)
  await sql`
    insert into organisation_units (org_id, unit_id, kind, name, parent_id, created_at)
    select ${orgId}::uuid, unit_id, 'branch', '第' || number || '党支部', ${committeeId}::uuid, ${founded}::timestamptz
    from unnest(${unitIds}::uuid[]) with ordinality as u (unit_id, number)`.execute(db)
  await sql`
    insert into organisation_units (org_id, unit_id, kind, name, parent_id, created_at)
    select ${orgId}::uuid, gen_random_uuid(), 'group', '第' || number || '党小组', unit_id, ${founded}::timestamptz
    from unnest(${unitIds}::uuid[]) as u (unit_id), generate_series(1, 2) number`.execute(db)
  await sql`
    insert into organisation_members (org_id, member_id, unit_id, name, standing, created_at)
    select ${orgId}::uuid, ${memberId}::uuid, ${committeeId}::uuid, '书记', 'full', ${founded}::timestamptz`.execute(db)
  await sql`
    insert into organisation_posts (org_id, unit_id, member_id, post, since)
    select ${orgId}::uuid, ${committeeId}::uuid, ${memberId}::uuid, 'secretary', ${founded}::timestamptz`.execute(db)
  await seedYear(db, orgId, year)
  const { token, row } = newSession(orgId, memberId, '电脑', newId(), now)
  await db.insertInto('sessions').values(row).execute()
  await sql`analyze`.execute(db)
  return { orgId, year, token }
}

const seedYear = (db: Database['db'], orgId: string, year: number) =>
  sql`
  insert into meetings (org_id, meeting_id, unit_id, kind, title, agenda, place, starts_at, duration_minutes, state, code_tag, code_secret, created_at)
  select ${orgId}::uuid, gen_random_uuid(), u.unit_id, r.kind, '会议', '', '会议室',
    make_timestamptz(${year}::int, month, 10, 15, 0, 0, 'Asia/Shanghai'), 60, 'closed', gen_random_uuid()::text, '', now()
  from organisation_units u
  join (values ('theme-day', 'branch', 1), ('committee-meeting', 'branch', 1), ('group-meeting', 'group', 1), ('assembly', 'branch', 3),
    ('lecture', 'branch', 3), ('life-meeting', 'branch', 12), ('appraisal-meeting', 'branch', 12)) r (kind, unit_kind, every) on r.unit_kind = u.kind
  cross join generate_series(1, 12) month
  where u.org_id = ${orgId} and month % r.every = 0 and random() < 0.9`.execute(db)
