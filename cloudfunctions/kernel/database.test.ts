import { sql } from 'kysely'
import { openTestDatabase } from '../testing/database'
import { type Database, openDatabase, reach, repeatOnConflict } from './database'
import { newId } from './ids'
import { asPlanned, planOnce } from './plan-once'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const organisation = (name: string) => ({ org_id: newId(), name, demo: false, created_at: new Date('2026-11-23T01:00:00Z') })
const countOf = async (name: string) =>
  (await database.db.selectFrom('organisations').select('org_id').where('name', '=', name).execute()).length

/** Fails as PostgreSQL does, `times` times. */
const failing = (times: number, code: string) => {
  let attempts = 0
  return {
    attempts: () => attempts,
    work: async () => {
      if (attempts++ < times) throw Object.assign(new Error(code), { code })
      return 'done'
    },
  }
}

describe('what is repeated', () => {
  it.each(['40001', '40P01'])('is what PostgreSQL gave up because of another transaction: %s', async (code) => {
    const { work, attempts } = failing(2, code)
    expect(await repeatOnConflict(work)).toBe('done')
    expect(attempts()).toBe(3)
  })

  it('is given up after five attempts', async () => {
    const { work, attempts } = failing(9, '40001')
    await expect(repeatOnConflict(work)).rejects.toThrow('40001')
    expect(attempts()).toBe(5)
  })

  it('is nothing else', async () => {
    const { work, attempts } = failing(1, '23505')
    await expect(repeatOnConflict(work)).rejects.toThrow('23505')
    expect(attempts()).toBe(1)
  })

  it('is the whole transaction, and nothing of the first attempt stays', async () => {
    let attempts = 0
    await database.transact(async (db) => {
      await db.insertInto('organisations').values(organisation('repeated')).execute()
      if (attempts++ === 0) await sql`do $$ begin raise exception 'conflict' using errcode = '40001'; end $$`.execute(db)
    })
    expect(attempts).toBe(2)
    expect(await countOf('repeated')).toBe(1)
  })
})

it('keeps nothing of a transaction that fails', async () => {
  const failed = database.transact(async (db) => {
    await db.insertInto('organisations').values(organisation('undone')).execute()
    throw new Error('changed my mind')
  })
  await expect(failed).rejects.toThrow('changed my mind')
  expect(await countOf('undone')).toBe(0)
})

it('keeps a transaction apart from what else is asked meanwhile', async () => {
  let sawNothing: Promise<number> | undefined
  await database.transact(async (db) => {
    await db.insertInto('organisations').values(organisation('apart')).execute()
    sawNothing = countOf('apart')
    await sql`select 1`.execute(db)
    await db.deleteFrom('organisations').where('name', '=', 'apart').execute()
  })
  expect(await sawNothing).toBe(0)
})

it('gives times, lists, documents and counts in the same form on both databases', async () => {
  const { rows } = await sql`select ${new Date('2026-11-23T01:00:00Z')}::timestamptz as at, array['a', 'b'] as list,
    '{"a": [1]}'::jsonb as document, 7::int as count`.execute(database.db)
  expect(rows).toEqual([{ at: new Date('2026-11-23T01:00:00Z'), list: ['a', 'b'], document: { a: [1] }, count: 7 }])
})

describe('a statement that is planned once', () => {
  it('is asked under a name of its own', () => {
    const planned = (text: string) => asPlanned(sql`${planOnce}${sql.raw(text)}`.compile(database.db).sql) as { name: string; text: string }
    expect(planned(' select 1').text).toContain(' select 1')
    expect(planned(' select 1').name).toBe(planned(' select 1').name)
    expect(planned(' select 1').name).not.toBe(planned(' select 2').name)
    expect(planned(' select 1').name.length).toBeLessThan(64)
    for (const text of ['select 1', "select '/* plan once */'", 7]) expect(asPlanned(text)).toBe(text)
  })

  it('gives each caller their own answer', async () => {
    const twice = (number: number) => sql<{ twice: number }>`${planOnce} select ${number}::int * 2 as twice`.execute(database.db)
    for (const number of [1, 2, 3]) expect((await twice(number)).rows).toEqual([{ twice: number * 2 }])
  })

  const onPostgres = process.env.DATABASE_URL ? it : it.skip
  onPostgres('is kept by its connection', async () => {
    const url = process.env.DATABASE_URL
    const single = await openDatabase({ url, connections: 1 })
    for (const number of [1, 2]) await sql`${planOnce} select ${number}::int`.execute(single.db)
    const { rows } = await sql`select (generic_plans + custom_plans)::int as runs from pg_prepared_statements`.execute(single.db)
    await single.close()
    expect(rows).toEqual([{ runs: 2 }])
  })
})

it('says that a database cannot be reached', async () => {
  await expect(openDatabase({ url: 'postgres://127.0.0.1:1/none' })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  const closed = await openTestDatabase()
  await reach(closed)
  await closed.close()
  await expect(reach(closed)).rejects.toThrow()
})
