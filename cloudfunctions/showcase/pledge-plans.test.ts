import { type RawBuilder, sql } from 'kysely'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import { pledgesDue, pledgesOfYear, yearsSeen } from './pledge-list-queries'

/** With 20 000 people and three years of their pledges, a page about one of them reads that one's rows. */
let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
  const { db } = world.database
  const { orgId, branch } = own
  await sql`insert into organisation_members (org_id, member_id, unit_id, name, standing, unable, created_at)
    select ${orgId}::uuid, gen_random_uuid(), ${branch}::uuid, 'member' || number, 'full', false, now()
    from generate_series(1, 20000) number`.execute(db)
  await sql`insert into showcase_pledges (org_id, pledge_id, member_id, unit_id, year, category, text, measure, target, due_on, state,
      version, created_at, changed_at)
    select ${orgId}::uuid, gen_random_uuid(), m.member_id, m.unit_id, year, 'study', '每月读一本书', '篇数', '12 篇',
      make_date(year, 12, 20), case when year = 2026 then 'published' else 'kept' end, 1, now(), now()
    from organisation_members m, generate_series(2024, 2026) year where m.org_id = ${orgId}`.execute(db)
  await sql`insert into showcase_submissions (org_id, submission_id, unit_id, member_id, kind, subject_id, content, state, submitted_at)
    select p.org_id, gen_random_uuid(), p.unit_id, p.member_id, 'pledge', p.pledge_id, '{"kind":"pledge"}', 'approved', now()
    from showcase_pledges p where p.org_id = ${orgId}`.execute(db)
  await sql`analyze showcase_pledges`.execute(db)
  await sql`analyze showcase_submissions`.execute(db)
})
afterAll(() => world.close())

it.each([
  ['the pledges of a year', () => pledgesOfYear(own.orgId, shelf(), 2026)],
  ['the years there are pledges of', () => yearsSeen(own.orgId, shelf())],
  ['the pledges that are due', () => pledgesDue(own.orgId, own.member.memberId, '2026-12-23')],
] as [string, () => RawBuilder<unknown>][])('%s are found by their owner', async (_, statement) => {
  const { rows } = await sql<Record<string, string>>`explain ${statement()}`.execute(world.database.db)
  const plan = JSON.stringify(rows)
  expect(plan).toContain('showcase_pledges_by_member')
  expect(plan).not.toMatch(/Seq Scan on showcase/)
})

const shelf = () => ({ memberId: own.member.memberId, drafts: false, proposedTo: null })
