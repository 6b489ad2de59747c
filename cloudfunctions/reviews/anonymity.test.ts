import { sql } from 'kysely'
import { type BallotBox, createBallotBox } from '../ballot-box/box'
import { checkHere } from '../ballot-box/check-here'
import { addOrganisation, addPerson, type Organisation, type Person } from '../testing/organisation'
import { ballotOf, obtainToken, type PhoneBallot } from '../testing/phone-ballot'
import { listTables } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import * as contract from './contract'

/**
 * Somebody has every table and log of the server, and wants to know who gave which mark. What each phone kept is what they must not find:
 * its serial, and the order in which the ballots came. docs/anonymity.md says what this does not cover.
 */

/** As many mates rate one person; each gives marks that nobody else gives, so that a ballot is known when it is found. */
const count = 20

let world: World
let box: BallotBox
let own: Organisation
let raters: Person[]
beforeAll(async () => {
  world = await openWorld()
  box = createBallotBox({ database: world.database, clock: world.clock.read, check: checkHere, log: (line) => void world.log.push(line) })
  own = await addOrganisation(world)
  raters = []
  for (let number = 0; number < count; number++)
    raters.push(await addPerson(world, { orgId: own.orgId, units: own, name: `rater${number}`, home: 'branch' }))
})
afterAll(() => world.close())

interface Voted {
  roundId: string
  /** In the order their ballots came. */
  phones: PhoneBallot[]
}

const never = () => 0
/** Every other rater changes their ballot once more before the next one comes. */
const changesNow = (number: number) => number % 2
/** A phone that took the time for a counter. */
const countsTheTime = (number: number) => 1 + number

/** Tokens are asked for and ballots sent at once, one after the other: the worst a rater can do. */
async function vote(lastRevision = changesNow): Promise<Voted> {
  const { roundId } = await world.succeed(own.secretary, contract.createRound, {
    ...{ unitId: own.branch, template: 'review', title: '一评', criteria: [{ name: '岗位履职', weight: 1 }], raters: ['mutual'] },
    ...{ minimumBallots: 3, comments: false, closesAt: new Date(world.clock.now().getTime() + 86_400_000).toISOString() },
  })
  await world.succeed(own.secretary, contract.openRound, { roundId })
  const phones: PhoneBallot[] = []
  for (const [number, rater] of raters.entries()) {
    world.clock.advance({ minutes: 1 })
    const phone = await obtainToken(world, rater, roundId, own.secretary.memberId)
    phones.push(phone)
    const last = lastRevision(number)
    for (const revision of last ? [0, last] : [0])
      expect((await box.handle(ballotOf(phone, [5 * number], undefined, revision))).status).toBe(200)
  }
  return { roundId, phones }
}

type Dump = Map<string, Record<string, string | null>[]>

/** Every table with the columns PostgreSQL keeps to itself, as text, in the order it lies on the disk. */
async function dump(): Promise<Dump> {
  const tables: Dump = new Map()
  for (const table of await listTables(world.database.db)) {
    const { rows } = await sql<{ row: Record<string, unknown>; ctid: string; xmin: string }>`
      select to_jsonb(t) as row, t.ctid::text as ctid, t.xmin::text as xmin from ${sql.table(table)} t`.execute(world.database.db)
    const texts = rows.map(({ row, ctid, xmin }) => ({ ...row, ctid: placeOf(ctid), xmin }))
    tables.set(
      table,
      texts.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]))),
    )
  }
  return tables
}

/** `(page,line)` as a number that grows along the disk. */
const placeOf = (ctid: string) => {
  const [page = 0, line = 0] = ctid.slice(1, -1).split(',').map(Number)
  return page * 10_000 + line
}

/** Rank correlation (Spearman) of a column with the order the ballots came in; 0 where the column says nothing. */
function agreement(values: (string | null)[]): number {
  if (new Set(values).size < values.length / 2) return 0
  const compare = (a: string, b: string) => (/^-?[\d.]+$/.test(a) && /^-?[\d.]+$/.test(b) ? Number(a) - Number(b) : a < b ? -1 : 1)
  const order = values.map((value, index) => ({ value: value ?? '', index })).sort((a, b) => compare(a.value, b.value))
  const mean = (values.length - 1) / 2
  const covariance = order.reduce((sum, { index }, rank) => sum + (rank - mean) * (index - mean), 0)
  return covariance / order.reduce((sum, _, rank) => sum + (rank - mean) ** 2, 0)
}

/** Columns of tables with ballots that follow the order in which these came; marks are left out, since the test itself gives them so. */
function columnsThatTellTheOrder(tables: Dump, { phones }: Voted): string[] {
  const arrival = new Map(phones.map((phone, index) => [ballotOf(phone, []).serial, index]))
  const telling: string[] = []
  for (const [table, rows] of tables) {
    const ballots = rows.flatMap((row) => {
      const place = Object.values(row)
        .map((value) => arrival.get(value ?? ''))
        .find((each) => each !== undefined)
      return place === undefined ? [] : [{ row, place }]
    })
    if (ballots.length < count) continue
    ballots.sort((a, b) => a.place - b.place)
    for (const column of Object.keys(ballots[0]?.row ?? {}).filter((name) => name !== 'marks'))
      if (Math.abs(agreement(ballots.map(({ row }) => row[column] ?? null))) > 0.8) telling.push(`${table}.${column}`)
  }
  return telling
}

it('leaves no column that says in which order the ballots came, once the round is closed', async () => {
  const voted = await vote()
  await world.succeed(own.secretary, contract.closeRound, { roundId: voted.roundId, caps: [] })
  expect(columnsThatTellTheOrder(await dump(), voted)).toEqual([])
})

it('keeps while the round is open only the order in which the disk was written, which the app’s delays make chance', async () => {
  // The worst: no hole left by another round, nor by a change.
  await sql`vacuum full reviews_ballots`.execute(world.database.db)
  const voted = await vote(never)
  expect(columnsThatTellTheOrder(await dump(), voted)).toEqual(['reviews_ballots.ctid', 'reviews_ballots.xmin'])
})

it.each([
  ['a serial number', 'bigserial'],
  ['a time', 'timestamptz not null default clock_timestamp()'],
])('would find %s, if a version of the table had one', async (_, type) => {
  await sql`alter table reviews_ballots add column control ${sql.raw(type)}`.execute(world.database.db)
  const voted = await vote()
  expect(columnsThatTellTheOrder(await dump(), voted)).toContain('reviews_ballots.control')
  await sql`alter table reviews_ballots drop column control`.execute(world.database.db)
})

it('would find a counter that is a time, and keeps no counter once the round is closed', async () => {
  const voted = await vote(countsTheTime)
  expect(columnsThatTellTheOrder(await dump(), voted)).toContain('reviews_ballots.revision')
  await world.succeed(own.secretary, contract.closeRound, { roundId: voted.roundId, caps: [] })
  const tables = await dump()
  expect(columnsThatTellTheOrder(tables, voted)).toEqual([])
  const columns = Object.keys(tables.get('reviews_lines')?.[0] ?? {}).sort()
  expect(columns).toEqual(['comment', 'ctid', 'marks', 'org_id', 'part', 'round_id', 'serial', 'subject_id', 'xmin'])
})

it('keeps nothing of a ballot anywhere else, and nothing of a rater with the ballots', async () => {
  const voted = await vote()
  await world.succeed(own.secretary, contract.closeRound, { roundId: voted.roundId, caps: [] })
  const tables = await dump()
  const secrets = voted.phones.flatMap((phone) => {
    const { serial, token } = ballotOf(phone, [])
    return [serial, token, Buffer.from(phone.asked.blind).toString('base64url')]
  })
  const elsewhere = [...tables].filter(([name]) => name !== 'reviews_lines').map(([, rows]) => JSON.stringify(rows))
  for (const secret of secrets) for (const text of [...elsewhere, ...world.log]) expect(text).not.toContain(secret)
  const lines = JSON.stringify(tables.get('reviews_lines'))
  for (const rater of raters) for (const trace of [rater.memberId, rater.sessionId, rater.name]) expect(lines).not.toContain(trace)
  expect(world.log).toEqual([])
})

it('stores ballots of the same size, whoever sends them', async () => {
  const { rows } = await sql<{ size: number }>`select distinct pg_column_size(t.*) as size from reviews_lines t`.execute(world.database.db)
  expect(rows).toHaveLength(1)
})
