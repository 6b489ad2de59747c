import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { PledgeCategory } from './contract'
import { type PledgeRow, pledgeColumns } from './pledge-queries'

/** Whose pledges, and how much of them the reader sees: published ones in any case. */
export interface Shelf {
  memberId: string
  drafts: boolean
  /** Those put before this unit; null for none. */
  proposedTo: string | null
}

const seen = ({ drafts, proposedTo }: Shelf) =>
  sql`(p.state not in ('draft', 'proposed') or ${drafts}::boolean or (p.state = 'proposed' and p.unit_id = ${proposedTo}::uuid))`

export const listPledges = async (db: Db, orgId: string, shelf: Shelf, year: number): Promise<PledgeRow[]> =>
  (await pledgesOfYear(orgId, shelf, year).execute(db)).rows

/** As statements, for the test that asks which index they use: the reads of every page that shows a person. */
export const pledgesOfYear = (orgId: string, shelf: Shelf, year: number) => sql<PledgeRow>`
  select ${pledgeColumns} from showcase_pledges p
  join organisation_units u on u.org_id = ${orgId} and u.unit_id = p.unit_id
  where p.org_id = ${orgId} and p.member_id = ${shelf.memberId} and p.year = ${year} and ${seen(shelf)}
  order by p.due_on, p.pledge_id`

/** The latest first. */
export const yearsOfPledges = async (db: Db, orgId: string, shelf: Shelf): Promise<number[]> =>
  (await yearsSeen(orgId, shelf).execute(db)).rows.map(({ year }) => year)

export const yearsSeen = (orgId: string, shelf: Shelf) => sql<{ year: number }>`
  select distinct p.year from showcase_pledges p
  where p.org_id = ${orgId} and p.member_id = ${shelf.memberId} and ${seen(shelf)}
  order by p.year desc`

/** Published ones that are due on this day or before, without an outcome that waits; the first due first. */
export const listDue = async (db: Db, orgId: string, memberId: string, until: string): Promise<DueRow[]> =>
  (await pledgesDue(orgId, memberId, until).execute(db)).rows

interface DueRow {
  pledgeId: string
  text: string
  target: string
  dueOn: string
  progress: number
}

export const pledgesDue = (orgId: string, memberId: string, until: string) => sql<DueRow>`
  select p.pledge_id as "pledgeId", p.text, p.target, p.due_on as "dueOn", p.progress from showcase_pledges p
  where p.org_id = ${orgId} and p.member_id = ${memberId} and p.state = 'published' and p.due_on <= ${until}
    and not exists (select from showcase_submissions s
      where s.org_id = ${orgId} and s.subject_id = p.pledge_id and s.state = 'waiting' and s.kind = 'pledge-outcome')
  order by p.due_on, p.pledge_id`

interface VersionRow {
  version: number
  category: PledgeCategory
  text: string
  measure: string
  target: string
  dueOn: string
  reason: string | null
  approvedBy: string
  approvedAt: Date
}

/** Every approved text, the latest first. */
export async function versionsOf(db: Db, orgId: string, pledgeId: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.version, v.category, v.text, v.measure, v.target, v.due_on as "dueOn", v.reason, m.name as "approvedBy",
      v.approved_at as "approvedAt"
    from showcase_pledge_versions v
    join organisation_members m on m.org_id = ${orgId} and m.member_id = v.approved_by
    where v.org_id = ${orgId} and v.pledge_id = ${pledgeId}
    order by v.version desc`.execute(db)
  return rows
}

/** The latest first. */
export async function notesOf(db: Db, orgId: string, pledgeId: string) {
  const { rows } = await sql<{ noteId: string; at: Date; text: string; progress: number }>`
    select note_id as "noteId", at, text, progress from showcase_pledge_notes
    where org_id = ${orgId} and pledge_id = ${pledgeId}
    order by at desc, note_id desc`.execute(db)
  return rows
}
