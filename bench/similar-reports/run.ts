import { sql } from 'kysely'
import { type Database, openDatabase } from '../../cloudfunctions/kernel/database'
import { newId } from '../../cloudfunctions/kernel/ids'
import { migrate } from '../../cloudfunctions/kernel/migrate'
import { findSimilar } from '../../cloudfunctions/reports/find-similar'
import { fingerprintsOf, plainOf } from '../../cloudfunctions/reports/fingerprints'
import { startPostgres } from '../../e2e/postgres'
import { ascending, machineFacts, quantile } from '../statistics'
import { chanceFrom, essay } from './essays'

const reports = Number(process.argv[2] ?? 100_000)
const asked = Number(process.argv[3] ?? 1_000)
/** Milliseconds, of 99 in 100. */
const goal = 200
const handedIn = new Date('2026-10-01T00:00:00Z')

/** How long a reviewer waits for the earlier reports with passages of the one at hand: whole answers, one after the other. */
async function run() {
  const postgres = await startPostgres({ settings: { max_connections: '20', shared_buffers: '256MB', max_wal_size: '4GB' } })
  const database = await openDatabase({ url: postgres.url, connections: 2 })
  try {
    await migrate(database)
    const begun = performance.now()
    const { orgId, rows } = await seed(database)
    const seeded = (performance.now() - begun) / 1_000
    const size = await sizeOf(database)
    const kinds = { 'a text of its own': own, 'a third copied': aThird, 'copied whole': whole, 'nothing but set phrases': phrasesOnly }
    console.log(
      `${machineFacts()}; PostgreSQL; ${reports} reports of about 1500 characters, ${rows} fingerprints (${size}), made in ${seeded.toFixed(0)} s; ${asked} questions each\n`,
    )
    console.log('| the report at hand is | found | p50 ms | p99 ms | longest ms |\n|---|---|---|---|---|')
    for (const [name, make] of Object.entries(kinds)) {
      const chance = chanceFrom(7)
      const times: number[] = []
      let found = 0
      for (let each = 0; each < asked; each++) {
        const text = make(chance)
        const start = performance.now()
        const similar = await findSimilar(database.db, orgId, newId(), text, new Date())
        times.push(performance.now() - start)
        if (similar.length) found++
      }
      const sorted = ascending(times)
      const p99 = quantile(sorted, 0.99)
      console.log(
        `| ${name} | ${found} of ${asked} | ${quantile(sorted, 0.5).toFixed(1)} | ${p99.toFixed(1)} | ${quantile(sorted, 1).toFixed(1)} |`,
      )
      const missed = name.includes('copied') ? found < asked : found > asked / 100
      if (p99 > goal || missed) process.exitCode = 1
    }
  } finally {
    await database.close()
    postgres.stop()
  }
}

const earlier = (chance: () => number) => essay(chanceFrom(Math.floor(chance() * reports)))
const own = (chance: () => number) => essay(chanceFrom(2 ** 30 + Math.floor(chance() * 2 ** 30)))
const whole = earlier
const aThird = (chance: () => number) => {
  const [mine, theirs] = [own(chance), earlier(chance)]
  return mine.slice(0, 500) + theirs.slice(500, 1_000) + mine.slice(1_000)
}
const phrasesOnly = (chance: () => number) => own(chance).slice(0, 200)

const batch = 500

async function seed(database: Database) {
  const { db } = database
  const [orgId, unitId, memberId] = [newId(), newId(), newId()]
  const now = handedIn
  await db.insertInto('organisations').values({ org_id: orgId, name: '测量', demo: false, created_at: now }).execute()
  await db
    .insertInto('organisation_units')
    .values({ org_id: orgId, unit_id: unitId, kind: 'branch', name: '支部', parent_id: null, created_at: now })
    .execute()
  await db
    .insertInto('organisation_members')
    .values({
      ...{ org_id: orgId, member_id: memberId, unit_id: unitId, group_id: null, name: '同志', standing: 'full', unable: false },
      ...{ created_at: now, erased_at: null },
    })
    .execute()
  let rows = 0
  for (let from = 0; from < reports; from += batch) {
    const texts = Array.from({ length: Math.min(batch, reports - from) }, (_, at) => ({
      id: newId(),
      text: essay(chanceFrom(from + at)),
    }))
    const hashes = texts.flatMap(({ id, text }) =>
      [...new Set(fingerprintsOf(plainOf(text)).map(({ hash }) => hash))].map((hash) => ({ id, hash })),
    )
    rows += hashes.length
    await sql`
      insert into reports (org_id, report_id, member_id, unit_id, kind, period, title, text, revision, state, step, created_at, saved_at, submitted_at)
      select ${orgId}::uuid, id, ${memberId}::uuid, ${unitId}::uuid, 'thought-report', '2026-Q3', '思想汇报', text, 1, 'accepted', null,
        ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
      from unnest(${texts.map(({ id }) => id)}::uuid[], ${texts.map(({ text }) => text)}::text[]) as t(id, text)`.execute(db)
    await sql`
      insert into reports_versions (org_id, report_id, version, title, text, submitted_at)
      select org_id, report_id, 1, title, text, submitted_at from reports
      where org_id = ${orgId} and report_id = any(${texts.map(({ id }) => id)}::uuid[])`.execute(db)
    await sql`
      insert into reports_fingerprints (org_id, hash, report_id)
      select ${orgId}::uuid, hash, id
      from unnest(${hashes.map(({ hash }) => hash)}::int[], ${hashes.map(({ id }) => id)}::uuid[]) as f(hash, id)`.execute(db)
  }
  await sql`analyze`.execute(db)
  return { orgId, rows }
}

async function sizeOf({ db }: Database): Promise<string> {
  const { rows } = await sql<{ size: string }>`
    select pg_size_pretty(pg_total_relation_size('reports_fingerprints')) as size`.execute(db)
  return rows[0]?.size ?? ''
}

run().catch((error) => {
  console.error(error)
  process.exit(1)
})
