import { type Insertable, sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Schema } from '../kernel/schema'
import type { PairingKind } from './contract'

export interface PairingRow {
  pairingId: string
  memberId: string
  kind: PairingKind
  name: string
  note: string
  since: Date
  endedAt: Date | null
  projectId: string | null
  projectName: string | null
}

const pairings = (orgId: string) => sql`
  select g.pairing_id as "pairingId", g.member_id as "memberId", g.kind, g.name, g.note, g.since, g.ended_at as "endedAt",
    g.project_id as "projectId", p.name as "projectName"
  from showcase_pairings g
  left join showcase_projects p on p.org_id = ${orgId} and p.project_id = g.project_id
  where g.org_id = ${orgId}`

export async function findPairing(db: Db, orgId: string, pairingId: string): Promise<PairingRow | undefined> {
  const { rows } = await sql<PairingRow>`${pairings(orgId)} and g.pairing_id = ${pairingId}`.execute(db)
  return rows[0]
}

/** Those that go on, in the order they began, then the latest that ended; the first `limit` of them. */
export async function listPairings(db: Db, orgId: string, memberId: string, limit: number): Promise<PairingRow[]> {
  const { rows } = await sql<PairingRow>`
    ${pairings(orgId)} and g.member_id = ${memberId}
    order by g.ended_at desc nulls first, g.since, g.pairing_id
    limit ${limit}`.execute(db)
  return rows
}

/** What of its owner's pairings serves a project. */
export async function listPairingsOfProject(db: Db, orgId: string, memberId: string, projectId: string): Promise<PairingRow[]> {
  const { rows } = await sql<PairingRow>`
    ${pairings(orgId)} and g.member_id = ${memberId} and g.project_id = ${projectId}
    order by g.since, g.pairing_id`.execute(db)
  return rows
}

export async function countPairings(db: Db, orgId: string, memberId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from showcase_pairings
    where org_id = ${orgId} and member_id = ${memberId} and ended_at is null`.execute(db)
  return rows[0]?.count ?? 0
}

export const addPairing = (db: Db, row: Insertable<Schema['showcase_pairings']>) => db.insertInto('showcase_pairings').values(row).execute()

/** False where it has ended before. */
export async function endPairing(db: Db, orgId: string, pairingId: string, now: Date): Promise<boolean> {
  const row = await db
    .updateTable('showcase_pairings')
    .set({ ended_at: now })
    .where('org_id', '=', orgId)
    .where('pairing_id', '=', pairingId)
    .where('ended_at', 'is', null)
    .returning('pairing_id')
    .executeTakeFirst()
  return row !== undefined
}
