import { sql } from 'kysely'
import type { Database, Db } from '../kernel/database'
import { newSecret } from '../kernel/ids'
import { initialsOf } from '../kernel/pinyin'
import type { Schema } from '../kernel/schema'
import { demoPassword } from '../organisation/demo-sign-ins'
import { hashPassword } from '../organisation/password'
import { meetingsOfToday } from './coming-meetings'
import { organisation, orgId } from './organisation-plan'
import { planDemo } from './plan'
import { type Branch, branchesOf, type Roster } from './roster'
import type { Meeting } from './rows'
import type { Shown } from './showcase-people'

/** Fills an empty database with the demo organisation; false when there was an organisation already. */
export async function seedDemo(database: Database, now: Date): Promise<boolean> {
  const { units, members, posts, linkedBranches, signIns, meetings, lines, leave, facts, showcase } = planDemo(now)
  const password_hash = await hashPassword(demoPassword)
  const initials = await initialsOf(members.map(({ name }) => name))
  return database.transact(async (db) => {
    if (!(await claimEmptyDatabase(db))) return false
    await insertAll(db, 'organisation_units', units)
    await insertAll(
      db,
      'organisation_members',
      members.map((row, index) => ({ ...row, initials: initials[index] ?? '' })),
    )
    await insertAll(db, 'organisation_posts', posts)
    await insertAll(db, 'organisation_linked_branches', linkedBranches)
    await insertAll(db, 'directory_sign_in_names', signIns.names)
    await insertAll(
      db,
      'organisation_credentials',
      signIns.credentials.map((row) => ({ ...row, password_hash })),
    )
    await insertAll(db, 'meetings', meetings.map(withSecret))
    await insertAll(db, 'meetings_attendances', lines)
    await insertAll(db, 'meetings_leave_requests', leave)
    await insertAll(db, 'facts', facts)
    await insertShowcase(db, showcase)
    return true
  })
}

async function insertShowcase(db: Db, shown: Shown): Promise<void> {
  await insertAll(db, 'showcase_profiles', shown.profiles)
  await insertAll(db, 'showcase_claims', shown.claims)
  await insertAll(db, 'showcase_duties', shown.duties)
  await insertAll(db, 'showcase_pledges', shown.pledges)
  await insertAll(db, 'showcase_pledge_versions', shown.versions)
  await insertAll(db, 'showcase_pledge_notes', shown.notes)
  await insertAll(db, 'showcase_projects', shown.projects)
  await insertAll(db, 'showcase_milestones', shown.milestones)
  await insertAll(db, 'showcase_performances', shown.performances)
  await insertAll(db, 'showcase_pairings', shown.pairings)
  await insertAll(db, 'showcase_cards', shown.cards)
  await insertAll(db, 'directory_cards', shown.tags)
  await insertAll(db, 'showcase_words', shown.words)
  await insertAll(db, 'showcase_submissions', shown.submissions)
  await insertAll(db, 'showcase_evidence', shown.evidence)
}

/** Gives each branch whose meetings of today are over a new one; false when there is no demo organisation. */
export async function refreshDemo(database: Database, now: Date): Promise<boolean> {
  return database.transact(async (db) => {
    // Two processes that start at once add the meetings once: the second waits here and then sees them.
    const demo = await db.selectFrom('organisations').select('org_id').where('org_id', '=', orgId).forUpdate().executeTakeFirst()
    if (!demo) return false
    const busy = await busyUnits(db, now)
    const idle = branchesOf(await loadRoster(db)).filter((branch: Branch) => !busy.has(branch.unit.unit_id))
    const { meetings, lines } = meetingsOfToday(idle, now)
    await insertAll(db, 'meetings', meetings.map(withSecret))
    await insertAll(db, 'meetings_attendances', lines)
    return true
  })
}

/** Whether there is any organisation, and whether the demo is one. */
export async function findOrganisations(db: Db): Promise<{ any: boolean; demo: boolean }> {
  const rows = await db.selectFrom('organisations').select('org_id').execute()
  return { any: rows.length > 0, demo: rows.some(({ org_id }) => org_id === orgId) }
}

/** Of two processes that seed at once the second waits for the first here, and then finds it done. */
async function claimEmptyDatabase(db: Db): Promise<boolean> {
  const { org_id, name, demo, created_at } = organisation
  const { rows } = await sql`
    insert into organisations (org_id, name, demo, created_at)
    select ${org_id}::uuid, ${name}, ${demo}::boolean, ${created_at}::timestamptz
    where not exists (select from organisations)
    on conflict (org_id) do nothing
    returning org_id`.execute(db)
  return rows.length > 0
}

/** Units with a meeting for everyone that is not over and starts within twelve hours. */
async function busyUnits(db: Db, now: Date): Promise<Set<string>> {
  const { rows } = await sql<{ unit_id: string }>`
    select distinct unit_id from meetings
    where org_id = ${orgId} and state in ('scheduled', 'open') and kind <> 'committee-meeting'
      and starts_at <= ${now}::timestamptz + interval '12 hours'
      and starts_at + duration_minutes * interval '1 minute' > ${now}::timestamptz`.execute(db)
  return new Set(rows.map(({ unit_id }) => unit_id))
}

/** The demo's people as they are by now; visitors may have changed them. */
async function loadRoster(db: Db): Promise<Roster> {
  return {
    units: await db.selectFrom('organisation_units').selectAll().where('org_id', '=', orgId).orderBy('unit_id').execute(),
    members: await db
      .selectFrom('organisation_members')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('erased_at', 'is', null)
      .orderBy('member_id')
      .execute(),
    posts: await db.selectFrom('organisation_posts').selectAll().where('org_id', '=', orgId).execute(),
  }
}

const withSecret = (meeting: Meeting) => ({ ...meeting, code_secret: newSecret(32) })

const chunk = 2_000

/** Whole rows, many to a statement with a single parameter: PostgreSQL allows only 65 535 of them. */
async function insertAll<Table extends keyof Schema>(db: Db, table: Table, rows: Record<keyof Schema[Table], unknown>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) {
    const json = JSON.stringify(rows.slice(from, from + chunk))
    const name = sql.table(table)
    await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${json}::jsonb)`.execute(db)
  }
}
