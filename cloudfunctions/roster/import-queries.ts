import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Step } from './import-plan'
import type { Problem } from './roster-rows'

/** How long a preview may wait for its confirmation, and how long the people it added may be handed their codes. */
export const hoursOfPreview = 24
const daysOfResult = 30

export interface Skipped {
  row: number
  name: string
  reason: string
}

interface NewImport {
  orgId: string
  importId: string
  createdBy: string
  hash: string
  steps: readonly Step[]
  problems: readonly Problem[]
  warnings: readonly Problem[]
  unchanged: number
}

/** Keeps a preview, and forgets those that are over. */
export async function addImport(db: Db, { orgId, importId, createdBy, hash, ...plan }: NewImport, now: Date): Promise<void> {
  const [abandoned, old] = [hoursOfPreview, 24 * daysOfResult].map((hours) => new Date(now.getTime() - hours * 3_600_000))
  await sql`
    delete from roster_imports
    where org_id = ${orgId} and (created_at < ${old} or (created_at < ${abandoned} and finished_at is null and done = 0))`.execute(db)
  await db
    .insertInto('roster_imports')
    .values({
      ...{ org_id: orgId, import_id: importId, created_by: createdBy, created_at: now, hash, finished_at: null },
      ...{ total: plan.steps.length, unchanged: plan.unchanged },
      ...{ steps: JSON.stringify(plan.steps), problems: JSON.stringify(plan.problems), warnings: JSON.stringify(plan.warnings) },
    })
    .execute()
}

export interface ImportUnderWay {
  hash: string
  createdAt: Date
  total: number
  done: number
  changed: number
  added: number
  skipped: Skipped[]
  finished: boolean
}

/** Locks the import: whoever else confirms it waits, and finds it further on. */
export async function lockImport(db: Db, orgId: string, importId: string): Promise<ImportUnderWay | undefined> {
  const { rows } = await sql<ImportUnderWay>`
    select hash, created_at as "createdAt", total, done, changed, jsonb_array_length(added) as added, skipped,
      finished_at is not null as finished
    from roster_imports
    where org_id = ${orgId} and import_id = ${importId}
    for update`.execute(db)
  return rows[0]
}

/** `count` steps from the `from`th on, counted from 0. */
export async function listSteps(db: Db, orgId: string, importId: string, from: number, count: number): Promise<Step[]> {
  const { rows } = await sql<{ steps: Step[] }>`
    select jsonb_path_query_array(steps, '$[$from to $to]', jsonb_build_object('from', ${from}::int, 'to', ${from + count - 1}::int)) as steps
    from roster_imports where org_id = ${orgId} and import_id = ${importId}`.execute(db)
  return rows[0]?.steps ?? []
}

interface Progress {
  done: number
  changed: number
  added: readonly string[]
  skipped: readonly Skipped[]
}

/** Keeps how far an import is now; at its end the names go. */
export async function keepProgress(db: Db, orgId: string, importId: string, progress: Progress, finishedAt: Date | null): Promise<void> {
  await sql`
    update roster_imports set
      done = ${progress.done},
      changed = changed + ${progress.changed},
      added = added || ${JSON.stringify(progress.added)}::jsonb,
      skipped = skipped || ${JSON.stringify(progress.skipped)}::jsonb,
      finished_at = ${finishedAt}
    where org_id = ${orgId} and import_id = ${importId}`.execute(db)
  if (!finishedAt) return
  await sql`
    update roster_imports set steps = '[]', problems = '[]', warnings = '[]'
    where org_id = ${orgId} and import_id = ${importId}`.execute(db)
}

export interface ImportParts {
  steps: Step[]
  problems: Problem[]
  warnings: Problem[]
}

export async function findImportParts(db: Db, orgId: string, importId: string): Promise<ImportParts | undefined> {
  const { rows } = await sql<ImportParts>`
    select steps, problems, warnings from roster_imports
    where org_id = ${orgId} and import_id = ${importId} and finished_at is null`.execute(db)
  return rows[0]
}

/** The ids of the people an import has added so far. */
export async function findAdded(db: Db, orgId: string, importId: string): Promise<string[] | undefined> {
  const { rows } = await sql<{ added: string[] }>`
    select added from roster_imports where org_id = ${orgId} and import_id = ${importId}`.execute(db)
  return rows[0]?.added
}
