import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Schema } from '../kernel/schema'
import type { PledgeCategory, PledgeState } from './contract'

export interface PledgeRow {
  pledgeId: string
  memberId: string
  /** The unit it was put before last. */
  unitId: string
  unitName: string
  year: number
  category: PledgeCategory
  text: string
  measure: string
  target: string
  dueOn: string
  state: PledgeState
  version: number
  progress: number
  publishedAt: Date | null
  settledAt: Date | null
  outcomeText: string | null
  outcomeId: string | null
}

export const pledgeColumns = sql`
  p.pledge_id as "pledgeId", p.member_id as "memberId", p.unit_id as "unitId", u.name as "unitName", p.year, p.category, p.text, p.measure,
  p.target, p.due_on as "dueOn", p.state, p.version, p.progress, p.published_at as "publishedAt", p.settled_at as "settledAt",
  p.outcome_text as "outcomeText", p.outcome_id as "outcomeId"`

export async function findPledge(db: Db, orgId: string, pledgeId: string): Promise<PledgeRow | undefined> {
  const { rows } = await sql<PledgeRow>`
    select ${pledgeColumns} from showcase_pledges p
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = p.unit_id
    where p.org_id = ${orgId} and p.pledge_id = ${pledgeId}`.execute(db)
  return rows[0]
}

/** How many pledges somebody has of a year, drafts included. */
export async function countPledges(db: Db, orgId: string, memberId: string, year: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from showcase_pledges
    where org_id = ${orgId} and member_id = ${memberId} and year = ${year}`.execute(db)
  return rows[0]?.count ?? 0
}

type Pledge = Schema['showcase_pledges']
type NewPledge = Pick<
  Pledge,
  'org_id' | 'pledge_id' | 'member_id' | 'unit_id' | 'year' | 'category' | 'text' | 'measure' | 'target' | 'due_on' | 'created_at'
>

export const addDraft = (db: Db, row: NewPledge) =>
  db
    .insertInto('showcase_pledges')
    .values({
      ...row,
      state: 'draft',
      published_at: null,
      settled_at: null,
      outcome_text: null,
      outcome_id: null,
      changed_at: row.created_at,
    })
    .execute()

type PledgeChange = Partial<Omit<Pledge, 'org_id' | 'pledge_id' | 'member_id' | 'created_at' | 'version' | 'progress'>> & {
  version?: number
  progress?: number
  changed_at: Date
}

export const changePledge = (db: Db, orgId: string, pledgeId: string, change: PledgeChange) =>
  db.updateTable('showcase_pledges').set(change).where('org_id', '=', orgId).where('pledge_id', '=', pledgeId).execute()

export const removePledge = (db: Db, orgId: string, pledgeId: string) =>
  db.deleteFrom('showcase_pledges').where('org_id', '=', orgId).where('pledge_id', '=', pledgeId).execute()

export const addVersion = (db: Db, row: Schema['showcase_pledge_versions']) =>
  db.insertInto('showcase_pledge_versions').values(row).execute()

export const addNote = (db: Db, row: Schema['showcase_pledge_notes']) => db.insertInto('showcase_pledge_notes').values(row).execute()
