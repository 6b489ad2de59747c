import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../../cloudfunctions/kernel/database'
import { migrate } from '../../cloudfunctions/kernel/migrate'
import { startPostgres } from '../../e2e/postgres'
import { nextMessage, startModule, stopProcess } from '../child'
import { machineFacts, median, spread } from '../statistics'
import type { Measured, Order } from './load'
import { people, seedCrowd, seedGatherings } from './seed'
import { verifyBaseline, verifyOurs } from './verify'

const rounds = Number(process.env.ROUNDS ?? 7)
/** The bare server is tried with several pools, and judged by the best of them. */
const pools = [10, 20, 64]
const goal = { ratio: 1, p99: 100 }

interface Side {
  name: string
  kind: Order['side']
  child: ReturnType<typeof startModule>
  port: number
  measured: Measured[]
}

async function startSide(name: string, kind: Order['side'], env: Record<string, string>): Promise<Side> {
  const child = startModule(join(__dirname, `${kind}.ts`), [], env)
  return { name, kind, child, port: await nextMessage<number>(child), measured: [] }
}

async function run() {
  const { url, stop } = await startPostgres({ settings: { max_connections: '150' } })
  const database = await openDatabase({ url, connections: 2 })
  await migrate(database)
  const crowd = await seedCrowd(database)
  const load = startModule(join(__dirname, 'load.ts'), [])
  // As `npm start` starts it: with room for what waits for its round trip, so that the collector has less to do.
  const sides = [await startSide('Sanliang', 'ours', { DATABASE_URL: url, NODE_OPTIONS: '--max-semi-space-size=32' })]
  for (const size of pools) {
    sides.push(await startSide(`bare, pool of ${size}`, 'baseline', { DATABASE_URL: url, BASELINE_POOL: String(size) }))
  }

  const measure = async ({ kind, port }: Side) => {
    const gatherings = await seedGatherings(database, crowd)
    // Nobody pays for what another side left to be written.
    await sql`vacuum analyze`.execute(database.db)
    await sql`checkpoint`.execute(database.db)
    const order: Order = { crowd, side: kind, port, gatherings }
    load.send(order)
    const measured = await nextMessage<Measured>(load)
    await (kind === 'ours' ? verifyOurs : verifyBaseline)(database, gatherings)
    return measured
  }
  for (const side of sides) await measure(side)
  for (let round = 0; round < rounds; round++) {
    for (const [place] of sides.entries()) {
      // Each side has each place in the order, so that none is always the first after another.
      const side = sides[(place + round) % sides.length] as Side
      side.measured.push(await measure(side))
    }
  }
  await Promise.all([load, ...sides.map((side) => side.child)].map(stopProcess))
  await database.close()
  stop()
  report(sides)
}

function report([ours, ...bare]: Side[]) {
  if (!ours) return
  const throughputOf = (side: Side) => side.measured.map((each) => each.throughput)
  const ratiosTo = (side: Side) => throughputOf(ours).map((value, round) => value / (throughputOf(side)[round] ?? Number.NaN))
  const best = bare.reduce((one, other) => (median(throughputOf(other)) > median(throughputOf(one)) ? other : one))
  console.log(
    `${machineFacts()}; PostgreSQL with fsync; ${people} members, 10 % repeats, 64 connections, load from a second process; ` +
      `${rounds} interleaved rounds; median (lowest–highest)\n`,
  )
  console.log('| server | check-ins/s | p50 ms | p99 ms | Sanliang is |\n|---|---|---|---|---|')
  for (const side of [ours, ...bare]) {
    const [p50, p99] = [side.measured.map((each) => each.p50), side.measured.map((each) => each.p99)]
    const ratio = side === ours ? '' : `${spread(ratiosTo(side), 2)} ×`
    console.log(`| ${side.name} | ${spread(throughputOf(side), 0)} | ${spread(p50, 1)} | ${spread(p99, 1)} | ${ratio} |`)
  }
  const ratio = median(ratiosTo(best))
  const p99 = median(ours.measured.map((each) => each.p99))
  console.log(`\n${ratio.toFixed(2)} × the best bare server (${best.name}); p99 ${p99.toFixed(1)} ms`)
  if (ratio < goal.ratio || p99 > goal.p99) throw new Error(`the goal is ${goal.ratio} × and a p99 of at most ${goal.p99} ms`)
}

run().catch((error) => {
  console.error(error)
  process.exit(1)
})
