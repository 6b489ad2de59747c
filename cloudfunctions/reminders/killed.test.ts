import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { newId } from '../kernel/ids'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { remindOfDuties } from './remind'

/** Processes can only be killed where they share a server. */
const onPostgres = process.env.DATABASE_URL ? describe : describe.skip
const kills = 20
const people = 3_000
const now = '2026-11-25T10:00:00+08:00'

onPostgres('schedulers killed in the middle, two at once', () => {
  let world: World
  let own: Organisation
  beforeAll(async () => {
    world = await openWorld()
    own = await addOrganisation(world)
  })
  afterAll(() => world.close())

  it('tell everybody of everything, once', async () => {
    let expected = 0
    for (let round = 0; round < kills; round++) {
      await addDuties()
      expected += people
      const children = [await startScheduler(), await startScheduler()]
      await new Promise((resolve) => setTimeout(resolve, round * 8))
      for (const child of children) await kill(child)
    }
    await remindOfDuties(world.database, new Date(now))
    const { rows } = await sql<{ messages: number; told: number }>`
      select count(*)::int as messages, count(distinct (member_id, subject_id))::int as told
      from reminders_messages where org_id = ${own.orgId}`.execute(world.database.db)
    expect(rows).toEqual([{ messages: expected, told: expected }])
  }, 120_000)

  async function addDuties() {
    const { db } = world.database
    const task = newId()
    await sql`
      insert into study_tasks (org_id, task_id, unit_id, kind, title, standings, due_at, required_minutes, credit_minutes, state, created_by, created_at)
      values (${own.orgId}, ${task}, ${own.branch}, 'text', '全会公报', '{full}', ${now}::timestamptz + interval '8 hours', 0, 0, 'published',
        ${own.secretary.memberId}, ${now}::timestamptz)`.execute(db)
    await sql`
      insert into organisation_members (org_id, member_id, unit_id, name, standing, created_at)
      select ${own.orgId}::uuid, ('01930000-0003-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ${own.branch}::uuid, '同志' || n, 'full', ${now}::timestamptz
      from generate_series(1, ${people}::int) n on conflict do nothing`.execute(db)
    await sql`
      insert into study_assignments (org_id, task_id, member_id, assigned_at)
      select ${own.orgId}::uuid, ${task}::uuid, member_id, ${now}::timestamptz
      from organisation_members where org_id = ${own.orgId} and name like '同志%'`.execute(db)
  }

  async function startScheduler(): Promise<ChildProcess> {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.database.db)
    const address = new URL(process.env.DATABASE_URL ?? '')
    address.pathname = `/${rows[0]?.name}`
    const child = fork(join(__dirname, '../testing/remind-process.ts'), [address.href, now], { execArgv: ['--import', 'tsx'] })
    await new Promise((resolve, reject) => {
      child.once('message', resolve)
      child.once('exit', () => reject(new Error('a scheduler ended by itself')))
    })
    return child
  }

  const kill = (child: ChildProcess) =>
    new Promise<void>((resolve) => {
      child.removeAllListeners('exit')
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
})
