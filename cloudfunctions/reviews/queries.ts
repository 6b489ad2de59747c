import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Row } from '../kernel/schema'
import type { Part, RoundState, Template } from './contract'

export interface RoundRow {
  roundId: string
  unitId: string
  unitName: string
  template: Template
  title: string
  criteria: { name: string; weight: number }[]
  raters: Part[]
  minimumBallots: number
  comments: boolean
  state: RoundState
  closesAt: Date
  closedAt: Date | null
  publicKey: string | null
}

const columns = sql`
  r.round_id as "roundId", r.unit_id as "unitId", u.name as "unitName", r.template, r.title, r.criteria, r.raters,
  r.minimum_ballots as "minimumBallots", r.comments, r.state, r.closes_at as "closesAt", r.closed_at as "closedAt",
  r.public_key as "publicKey"`

export async function findRound(db: Db, orgId: string, roundId: string): Promise<RoundRow | undefined> {
  const { rows } = await sql<RoundRow>`
    select ${columns} from reviews_rounds r
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = r.unit_id
    where r.org_id = ${orgId} and r.round_id = ${roundId}`.execute(db)
  return rows[0]
}

/** `change` lets one in at a time; `share` many, who keep a change out until they are done. */
export async function lockRound(db: Db, orgId: string, roundId: string, mode: 'change' | 'share'): Promise<RoundRow | undefined> {
  const lock = mode === 'change' ? sql`for update of r` : sql`for share of r`
  const { rows } = await sql<RoundRow>`
    select ${columns} from reviews_rounds r
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = r.unit_id
    where r.org_id = ${orgId} and r.round_id = ${roundId} ${lock}`.execute(db)
  return rows[0]
}

export async function secretKeyOf(db: Db, orgId: string, roundId: string): Promise<string | null> {
  const row = await db
    .selectFrom('reviews_rounds')
    .select('secret_key')
    .where('org_id', '=', orgId)
    .where('round_id', '=', roundId)
    .executeTakeFirst()
  return row?.secret_key ?? null
}

type NewRound = Omit<Row<'reviews_rounds'>, 'state' | 'public_key' | 'secret_key' | 'opened_at' | 'closed_at'>

export const addRound = (db: Db, { criteria, ...row }: NewRound) =>
  db
    .insertInto('reviews_rounds')
    .values({
      ...row,
      criteria: sql`${JSON.stringify(criteria)}::jsonb`,
      ...{ state: 'draft', public_key: null, secret_key: null, opened_at: null, closed_at: null },
    })
    .execute()

type RoundChange = Partial<Omit<Row<'reviews_rounds'>, 'org_id' | 'round_id'>>

export const changeRound = (db: Db, orgId: string, roundId: string, { criteria, ...change }: RoundChange) =>
  db
    .updateTable('reviews_rounds')
    .set({ ...change, ...(criteria && { criteria: sql`${JSON.stringify(criteria)}::jsonb` }) })
    .where('org_id', '=', orgId)
    .where('round_id', '=', roundId)
    .execute()

export const removeRound = (db: Db, orgId: string, roundId: string) =>
  db.deleteFrom('reviews_rounds').where('org_id', '=', orgId).where('round_id', '=', roundId).execute()
