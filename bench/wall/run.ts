import { join } from 'node:path'
import { toDay } from '../../cloudfunctions/kernel/clock'
import { type Database, openDatabase } from '../../cloudfunctions/kernel/database'
import { newId } from '../../cloudfunctions/kernel/ids'
import { migrate } from '../../cloudfunctions/kernel/migrate'
import { newSession } from '../../cloudfunctions/kernel/sessions'
import { wallPage } from '../../cloudfunctions/showcase/wall-contract'
import { findWallPlace, listWall, type WallQuestion, wallStatement } from '../../cloudfunctions/showcase/wall-queries'
import { addCrowdedWall, type CrowdedWall } from '../../cloudfunctions/testing/crowded-wall'
import { startPostgres } from '../../e2e/postgres'
import { nextMessage, startModule, stopProcess } from '../child'
import { machineFacts, median, spread } from '../statistics'
import type { Statements } from './baseline'
import type { Measured, Order } from './load'

const people = 100_000
const rounds = Number(process.argv[2] ?? 7)
const count = Number(process.argv[3] ?? 2_000)
const connections = 32
/** The bare server is tried with two pools, and judged by the better one. */
const pools = [10, 20]
/** Of the bare statement's throughput. */
const goal = 0.5

interface Side {
  name: string
  child: ReturnType<typeof startModule>
  port: number
}

/** The first page of the wall through the host, beside the bare statement of the same page. */
async function run() {
  const postgres = await startPostgres({ settings: { max_connections: '100' } })
  const database = await openDatabase({ url: postgres.url, connections: 2 })
  try {
    await migrate(database)
    const today = toDay(new Date())
    const crowd = await addCrowdedWall(database, people, today)
    const { token, row } = newSession(crowd.orgId, crowd.askerId, '手机', newId(), new Date())
    await database.db.insertInto('sessions').values(row).execute()
    const ask = await questionsOf(database, crowd, today)
    const sides = await startSides(postgres.url, statementsOf(database, crowd, ask))
    const load = startModule(join(__dirname, 'load.ts'), [])
    const measured = new Map<string, Measured[]>()
    for (let round = -1; round < rounds; round++) {
      for (const { path, body } of questions(crowd)) {
        for (const [place] of sides.entries()) {
          const side = sides[(place + Math.max(round, 0)) % sides.length] as Side
          const ours = side === sides[0]
          const order: Order = ours
            ? { port: side.port, path: '/api/showcase.wall', body, token, count, connections }
            : { port: side.port, path, body: '{}', count, connections }
          load.send(order)
          const one = await nextMessage<Measured>(load)
          verify(one.answer, ours)
          // The first round warms up.
          if (round >= 0) measured.set(`${side.name} ${path}`, [...(measured.get(`${side.name} ${path}`) ?? []), one])
        }
      }
    }
    await Promise.all([load, ...sides.map((side) => side.child)].map(stopProcess))
    report(sides, measured)
    await reportFilters(database, crowd, ask)
  } finally {
    await database.close()
    postgres.stop()
  }
}

const questions = ({ branchId }: CrowdedWall) => [
  { path: '/whole', body: '{}' },
  { path: '/branch', body: JSON.stringify({ unitId: branchId }) },
]

type Ask = (unit: 'whole' | 'branch', more?: Partial<WallQuestion>) => WallQuestion

async function questionsOf({ db }: Database, { orgId, branchId }: CrowdedWall, today: string): Promise<Ask> {
  const place = (await findWallPlace(db, orgId, branchId)) ?? null
  const shared = { today, year: Number(today.slice(0, 4)), limit: wallPage + 1 }
  return (unit, more = {}) => ({ ...shared, place: unit === 'branch' ? place : null, ...more })
}

function statementsOf({ db }: Database, { orgId }: CrowdedWall, ask: Ask): Statements {
  const statement = (unit: 'whole' | 'branch') => {
    const { sql, parameters } = wallStatement(orgId, ask(unit)).compile(db)
    return { sql, parameters: [...parameters] }
  }
  return { '/whole': statement('whole'), '/branch': statement('branch') }
}

async function startSides(url: string, statements: Statements): Promise<Side[]> {
  const ours = startModule(join(__dirname, '../check-in/ours.ts'), [], { DATABASE_URL: url, NODE_OPTIONS: '--max-semi-space-size=32' })
  const sides: Side[] = [{ name: 'Sanliang', child: ours, port: await nextMessage<number>(ours) }]
  for (const size of pools) {
    const child = startModule(join(__dirname, 'baseline.ts'), [], { DATABASE_URL: url, BASELINE_POOL: String(size) })
    const port = await nextMessage<number>(child)
    child.send(statements)
    await nextMessage(child)
    sides.push({ name: `bare, pool of ${size}`, child, port })
  }
  return sides
}

/** Both answer a whole page; ours says that there is more instead of showing one more. */
function verify(answer: string, ours: boolean) {
  const lines = answer.split('"memberId"').length - 1
  if (lines !== (ours ? wallPage : wallPage + 1)) throw new Error(`${lines} lines: ${answer.slice(0, 200)}`)
}

function report(sides: Side[], measured: Map<string, Measured[]>) {
  console.log(
    `${machineFacts()}; PostgreSQL; ${people} members; ${connections} connections, load from a second process; ${rounds} interleaved rounds of ${count} pages; median (lowest–highest)\n`,
  )
  console.log('| first page | server | pages/s | p50 ms | p99 ms | Sanliang is |\n|---|---|---|---|---|---|')
  for (const path of ['/whole', '/branch']) {
    const of = (side: Side) => measured.get(`${side.name} ${path}`) ?? []
    const [ours, ...bare] = sides as [Side, ...Side[]]
    const ratiosTo = (side: Side) => of(ours).map((each, round) => each.throughput / (of(side)[round]?.throughput ?? Number.NaN))
    for (const side of sides) {
      const numbers = (key: 'throughput' | 'p50' | 'p99', digits: number) =>
        spread(
          of(side).map((each) => each[key]),
          digits,
        )
      const ratio = side === ours ? '' : `${spread(ratiosTo(side), 2)} ×`
      console.log(
        `| ${path.slice(1)} | ${side.name} | ${numbers('throughput', 0)} | ${numbers('p50', 1)} | ${numbers('p99', 1)} | ${ratio} |`,
      )
    }
    // The better of the bare ones is the harder measure.
    if (Math.min(...bare.map((side) => median(ratiosTo(side)))) < goal) process.exitCode = 1
  }
}

/** What filters cost, each once it is warm; no goal. */
async function reportFilters({ db }: Database, { orgId }: CrowdedWall, ask: Ask) {
  const filters: Record<string, Partial<WallQuestion>> = {
    'a category': { kind: 'conduct' },
    'a category nobody has': { kind: 'integrity' },
    'a kind of project': { kind: 'innovation' },
    'no pledge': { progress: 'none' },
    overdue: { progress: 'overdue' },
    settled: { progress: 'settled' },
    'one name': { search: '同志99999' },
    'one person’s initials': { search: 'tz99999' },
    nobody: { search: '没有此人' },
  }
  console.log('\n| filter | whole organisation, ms | a branch, ms |\n|---|---|---|')
  for (const [name, filter] of Object.entries(filters)) {
    const times = { whole: [] as number[], branch: [] as number[] }
    for (let round = 0; round < 6; round++) {
      for (const unit of ['whole', 'branch'] as const) {
        const begun = performance.now()
        await listWall(db, orgId, ask(unit, filter))
        if (round) times[unit].push(performance.now() - begun)
      }
    }
    console.log(`| ${name} | ${spread(times.whole, 1)} | ${spread(times.branch, 1)} |`)
  }
}

run().catch((error) => {
  console.error(error)
  process.exit(1)
})
