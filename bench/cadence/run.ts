import { sql } from 'kysely'
import { implementations } from '../../cloudfunctions/api/implementations'
import { createApi } from '../../cloudfunctions/kernel/api'
import { systemClock } from '../../cloudfunctions/kernel/clock'
import { type Database, openDatabase } from '../../cloudfunctions/kernel/database'
import { migrate } from '../../cloudfunctions/kernel/migrate'
import { cadenceBoard } from '../../cloudfunctions/meetings/cadence-contract'
import { memoryFiles } from '../../cloudfunctions/testing/files'
import { startPostgres } from '../../e2e/postgres'
import { machineFacts, median, spread } from '../statistics'
import { type Committee, seedCommittee } from './seed'

const branches = 1_000
const rounds = Number(process.argv[2] ?? 15)
/** Longer than this and a page feels slow, in ms. */
const limit = 1_000

/** The committee's board on a real PostgreSQL, beside a bare count of the same year's meetings. */
async function run() {
  const postgres = await startPostgres()
  const database = await openDatabase({ url: postgres.url, connections: 1 })
  try {
    await migrate(database)
    const committee = await seedCommittee(database, branches)
    const look = boardOf(database, committee)
    const times = { board: [] as number[], count: [] as number[] }
    const { bytes, rows } = { bytes: await look(), rows: await countYear(database, committee) }
    for (let round = 0; round < rounds; round++) {
      times.count.push(await timed(() => countYear(database, committee)))
      times.board.push(await timed(look))
    }
    const ratios = times.board.map((value, round) => value / (times.count[round] ?? Number.NaN))
    console.log(
      `${machineFacts()}; PostgreSQL; ${branches} branches, ${rows} meetings; ${rounds} interleaved rounds; median (lowest–highest)\n`,
    )
    console.log('| | ms | of the bare count |\n|---|---|---|')
    console.log(`| meetings.cadenceBoard, ${Math.round(bytes / 1024)} KB | ${spread(times.board, 0)} | ${spread(ratios, 1)} |`)
    console.log(`| select count(*) of the year | ${spread(times.count, 1)} | 1 |`)
    if (median(times.board) > limit) process.exitCode = 1
  } finally {
    await database.close()
    postgres.stop()
  }
}

/** Asks through the one entrance; answers how many bytes came. */
function boardOf(database: Database, { year, token }: Committee) {
  const api = createApi({ database, files: memoryFiles(), clock: systemClock, implementations, log: (line) => console.error(line) })
  const request = { action: cadenceBoard.name, input: { year }, token, address: '127.0.0.1', device: '电脑', origin: 'http://127.0.0.1' }
  return async () => {
    const { body } = await api.handle(request)
    if (!body.ok) throw new Error(body.error.code)
    return Buffer.byteLength(JSON.stringify(body))
  }
}

async function countYear({ db }: Database, { orgId, year }: Committee): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from meetings
    where org_id = ${orgId} and starts_at >= ${new Date(`${year}-01-01T00:00:00+08:00`)} and starts_at < ${new Date(`${year + 1}-01-01T00:00:00+08:00`)}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

run().catch((error) => {
  console.error(error)
  process.exit(1)
})
