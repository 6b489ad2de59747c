import { sql } from 'kysely'
import { type Database, openDatabase } from '../../cloudfunctions/kernel/database'
import { migrate } from '../../cloudfunctions/kernel/migrate'
import { remindOfDuties } from '../../cloudfunctions/reminders'
import { dayStart } from '../../cloudfunctions/reminders/days'
import { overdueNews } from '../../cloudfunctions/reminders/step-queries'
import { startPostgres } from '../../e2e/postgres'
import { machineFacts, median, spread } from '../statistics'
import { bareStatement } from './bare'
import { seedDuties } from './seed'

const people = Number(process.argv[2] ?? 1_000_000)
const rounds = Number(process.argv[3] ?? 5)
/** Of the bare statement's time. */
const goal = 2
const now = new Date('2026-11-25T09:00:00+08:00')
const passes = ['bare', 'pass', 'again', 'tomorrow'] as const

/** The scheduling pass beside the bare `INSERT … SELECT` that writes as many lines for the same duties into the same table, emptied each time. */
async function run() {
  const postgres = await startPostgres({ settings: { max_wal_size: '4GB' } })
  const database = await openDatabase({ url: postgres.url, connections: 1 })
  try {
    await migrate(database)
    const orgId = await seedDuties(database, people, now)
    const bare = bareStatement(orgId, {
      ...{ now, from: new Date(now.getTime() - overdueNews), until: dayStart(now, 4), afterTomorrow: dayStart(now, 2) },
    })
    const times: Record<(typeof passes)[number], number[]> = { bare: [], pass: [], again: [], tomorrow: [] }
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 20)
    let written = 0
    for (let round = 0; round < rounds; round++) {
      const sides = [
        async () => {
          await empty(database)
          times.bare.push(await timed(() => bare.execute(database.db)))
          return count(database)
        },
        async () => {
          await empty(database)
          times.pass.push(await timed(() => remindOfDuties(database, now)))
          const lines = await count(database)
          await sql`vacuum analyze reminders_messages`.execute(database.db)
          times.again.push(await timed(() => remindOfDuties(database, new Date(now.getTime() + 60_000))))
          if ((await count(database)) !== lines) throw new Error('a minute later something was said twice')
          times.tomorrow.push(await timed(() => remindOfDuties(database, new Date(now.getTime() + 86_400_000))))
          return lines
        },
      ]
      const lines = [] as number[]
      for (const side of round % 2 ? sides.reverse() : sides) lines.push(await side())
      if (lines[0] !== lines[1] || !lines[0]) throw new Error(`not the same lines: ${lines}`)
      written = lines[0]
    }
    clearInterval(watch)
    report(times, written, most - before)
  } finally {
    await database.close()
    postgres.stop()
  }
}

async function empty({ db }: Database) {
  await sql`truncate reminders_messages cascade`.execute(db)
  await sql`checkpoint`.execute(db)
}

async function count({ db }: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from reminders_messages`.execute(db)
  return rows[0]?.count ?? 0
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

function report(times: Record<(typeof passes)[number], number[]>, lines: number, growth: number) {
  const ratios = (which: (typeof passes)[number]) => times[which].map((value, round) => value / (times.bare[round] ?? Number.NaN))
  console.log(
    `${machineFacts()}; PostgreSQL with fsync; ${people} members, ${people * 5} open duties, ${lines} of them in a step; ${rounds} interleaved rounds; median (lowest–highest)\n`,
  )
  console.log('| | s | of the bare statement |\n|---|---|---|')
  const names = { bare: 'the bare INSERT … SELECT', pass: 'the pass', again: 'a minute later, nothing new', tomorrow: 'the next day' }
  for (const each of passes) console.log(`| ${names[each]} | ${spread(times[each], 1)} | ${spread(ratios(each), 2)} |`)
  console.log(`\nmemory of this process: ${(growth / 1_048_576).toFixed(1)} MB more at most than before the first pass`)
  if (median(ratios('pass')) > goal) process.exitCode = 1
}

run().catch((error) => {
  console.error(error)
  process.exit(1)
})
