import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../kernel/database'
import { expectedAtMeetings, owedMakeUps } from '../meetings'
import { owedReports } from '../reports'
import { unratedRounds } from '../reviews'
import { unsettledPledges } from '../showcase'
import { unfinishedStudy } from '../study'
import type { DutyKind } from './contract'

export interface DutyRow {
  kind: DutyKind
  subject_id: string
  member_id: string
  title: string
  due_at: Date
}

/**
 * Every open duty of an organisation, from every feature that has duties, as a table expression with the columns of `DutyRow`.
 * What narrows it (a person, a stretch of time) reaches each of the tables behind it.
 */
export const openDuties = (orgId: string): RawBuilder<DutyRow> =>
  sql`(${sql.join(
    [expectedAtMeetings, owedMakeUps, unfinishedStudy, owedReports, unratedRounds, unsettledPledges].map((source) => source(orgId)),
    sql` union all `,
  )})`

/** One person's, the first due first. */
export async function listMine(db: Db, orgId: string, memberId: string, limit: number): Promise<DutyRow[]> {
  const { rows } = await sql<DutyRow>`
    select d.* from ${openDuties(orgId)} d
    where d.member_id = ${memberId}
    order by d.due_at, d.kind, d.subject_id
    limit ${limit}`.execute(db)
  return rows
}
