import { sql } from 'kysely'
import type { DutyKind } from '../duties/contract'
import type { Database } from '../kernel/database'
import { openTestDatabase } from '../testing/database'
import { nearby, type Step, stepOf } from './step-queries'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const china = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`)

async function standing(kind: DutyKind, due: Date, now: Date): Promise<{ step: Step | null; near: boolean }> {
  const { rows } = await sql<{ step: Step | null; near: boolean }>`
    select ${stepOf(now)} as step, ${nearby(sql`d.due_at`, now)} as near
    from (values (${kind}::text, ${due}::timestamptz)) d (kind, due_at)`.execute(database.db)
  return rows[0] ?? { step: null, near: false }
}

/** Due at six in the evening of the 25th. What is said of it at each moment. */
const duty = `
  2026-11-21 23:59:59  -            four days before
  2026-11-22 00:00:00  three-days   three days before, from its first moment in China
  2026-11-23 12:00:00  three-days   nothing new two days before; to whom the duty is new, it is the nearest step
  2026-11-23 23:59:59  three-days   until the day before
  2026-11-24 00:00:00  one-day      the day before
  2026-11-24 23:59:59  one-day      until midnight in China
  2026-11-25 00:00:00  today        the day
  2026-11-25 18:00:00  today        up to the moment it is due
  2026-11-25 18:00:01  overdue      then it is overdue
  2026-12-26 17:59:59  overdue      for a month it is news
  2026-12-26 18:00:00  -            then it is left to the digest`

const meeting = `
  2026-11-23 23:59:59  -            two days before
  2026-11-24 00:00:00  one-day      the day before
  2026-11-25 17:29:59  one-day      until half an hour before
  2026-11-25 17:30:00  soon         half an hour before
  2026-11-25 17:59:59  soon         until it begins
  2026-11-25 18:00:00  -            a meeting under way, or over, says nothing
  2026-11-27 18:00:00  -            nor is it ever overdue`

const review = `
  2026-11-25 18:00:00  today        up to the moment it closes
  2026-11-25 18:00:01  -            a round that lets nobody in any more is not overdue`

const linesOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/) as [string, string, string])

describe.each([
  ['study', duty],
  ['make-up', duty],
  ['report', duty],
  ['pledge', duty],
  ['meeting', meeting],
  ['review', review],
] as const)('of %s', (kind, table) => {
  it.each(linesOf(table))('at %s: %s, %s', async (now, step) => {
    const found = await standing(kind, china('2026-11-25 18:00:00'), china(now))
    expect(found.step ?? '-').toBe(step)
    // Whatever has a step is within what the tables are narrowed by.
    if (found.step) expect(found.near).toBe(true)
  })
})

it('never goes back as time passes', async () => {
  const order: (Step | null)[] = ['three-days', 'one-day', 'today', 'soon', 'overdue']
  for (const kind of ['study', 'meeting'] as const) {
    let last = -1
    for (let hour = -120; hour < 48; hour++) {
      const { step } = await standing(
        kind,
        china('2026-11-25 18:00:00'),
        new Date(china('2026-11-25 18:00:00').getTime() + hour * 3_600_000),
      )
      const place = order.indexOf(step)
      if (step) expect(place).toBeGreaterThanOrEqual(last)
      last = Math.max(last, place)
    }
  }
})
