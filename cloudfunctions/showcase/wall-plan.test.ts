import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../kernel/database'
import { addCrowdedWall, type CrowdedWall } from '../testing/crowded-wall'
import { openTestDatabase } from '../testing/database'
import { wallPage } from './wall-contract'
import { findWallPlace, listWall, type WallQuestion, wallStatement } from './wall-queries'

const today = '2026-11-25'
const people = 100_000

let database: Database
let crowd: CrowdedWall

beforeAll(async () => {
  database = await openTestDatabase()
  crowd = await addCrowdedWall(database, people, today, 10)
}, 120_000)
afterAll(() => database.close())

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Subplan Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}

async function planOf(statement: RawBuilder<unknown>): Promise<Node[]> {
  const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: Node }] }>`explain (analyze, format json) ${statement}`.execute(database.db)
  const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
  return nodesOf(rows[0]?.['QUERY PLAN'][0].Plan as Node)
}

const ask = async (unitId: string | null, more: Partial<WallQuestion> = {}): Promise<WallQuestion> => ({
  ...{ today, year: 2026, limit: wallPage + 1, ...more },
  place: unitId ? ((await findWallPlace(database.db, crowd.orgId, unitId)) ?? null) : null,
})

/** Rows that a plan looked at in this table. */
const looked = (nodes: Node[], table: string) =>
  nodes
    .filter((node) => node['Relation Name'] === table)
    .reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0)

describe(`among ${people} members, a page`, () => {
  it.each([
    ['of the whole organisation', () => null, {}],
    ['further on', () => null, { after: '01930000-0003-7000-8000-00000000c350' }],
    ['of a branch', () => crowd.branchId, {}],
  ] as [string, () => string | null, Partial<WallQuestion>][])(
    '%s reads by an index who is on it, and sorts nothing to find them',
    async (_, unit, more) => {
      const nodes = await planOf(wallStatement(crowd.orgId, await ask(unit(), more)))
      expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] !== 'organisation_units')).toEqual([])
      const page = nodes.find((node) => node['Subplan Name'] === 'CTE page')
      const within = (node: Node): string[] => [node['Node Type'], ...(node.Plans ?? []).flatMap(within)]
      expect(page && within(page)).toEqual(['Limit', expect.stringMatching(/^Index (Only )?Scan$/)])
      expect(looked(nodes, 'organisation_members')).toBeLessThan(2 * wallPage)
      for (const table of ['showcase_pledges', 'showcase_claims', 'showcase_projects', 'organisation_posts'])
        expect(looked(nodes, table)).toBeLessThan(3 * wallPage)
    },
  )

  it('of a group reads no more than its branch', async () => {
    const nodes = await planOf(wallStatement(crowd.orgId, await ask(crowd.groupId)))
    expect(looked(nodes, 'organisation_members')).toBeLessThanOrEqual(100)
  })

  it.each([
    ['nothing', {}],
    ['a category', { kind: 'conduct' }],
    ['a category nobody has', { kind: 'integrity' }],
    ['a kind of project', { kind: 'innovation' }],
    ['overdue', { progress: 'overdue' }],
    ['settled', { progress: 'settled' }],
    ['one person', { search: '同志99999' }],
    ['one person’s initials', { search: 'tz99998' }],
    ['nobody', { search: '没有此人' }],
  ] as [string, Partial<WallQuestion>][])('with %s to filter by is answered, in order and of one kind', async (_, more) => {
    for (const unitId of [null, crowd.branchId, crowd.committeeId]) {
      const rows = await listWall(database.db, crowd.orgId, await ask(unitId, more))
      if (!Object.keys(more).length) expect(rows).toHaveLength(wallPage + 1)
      const ids = rows.map(({ memberId }) => memberId)
      expect(ids).toEqual([...ids].sort())
      if (more.search?.endsWith('9999') && unitId !== crowd.branchId) expect(rows.map(({ name }) => name)).toEqual(['同志99999'])
    }
  })
})
