import { sql } from 'kysely'
import type { Database } from './database'

/** Something done from time to time, for all organisations. Running it twice at once must do no harm: a process that was thought dead may go on. */
export interface Job {
  name: string
  /** In minutes. */
  every: number
  run: (now: Date) => Promise<unknown>
}

/** As long a job that began is left to its process, in ms; then it counts as dead. */
export const heldFor = 10 * 60_000

/**
 * Runs the jobs that are due, one after the other; of several processes that ask at once, one runs each. A job that fails is told to `log`
 * by its name and the error's, and is due again at its next time, as is one whose process was killed, once it is no longer held.
 */
export async function runJobs(database: Database, jobs: readonly Job[], clock: () => Date, log: (line: string) => void): Promise<string[]> {
  const ran: string[] = []
  for (const { name, every, run } of jobs) {
    const now = clock()
    if (!(await claim(database, name, now))) continue
    let error: string | null = null
    try {
      await run(now)
    } catch (caught) {
      error = caught instanceof Error ? `${caught.name}: ${(caught as { code?: string }).code ?? caught.message}` : typeof caught
      log(`the job ${name} failed: ${error}`)
    }
    await release(database, name, new Date(now.getTime() + every * 60_000), error)
    ran.push(name)
  }
  return ran
}

/** Whether it is ours to run: it is due, and nobody holds it. */
async function claim({ db }: Database, name: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into directory_jobs as j (name, due_at, held_until)
    values (${name}, ${now}::timestamptz, ${new Date(now.getTime() + heldFor)}::timestamptz)
    on conflict (name) do update set held_until = excluded.held_until
      where j.due_at <= ${now} and (j.held_until is null or j.held_until <= ${now})
    returning name`.execute(db)
  return rows.length > 0
}

async function release({ db }: Database, name: string, dueAt: Date, error: string | null): Promise<void> {
  await sql`update directory_jobs set due_at = ${dueAt}::timestamptz, held_until = null, last_error = ${error} where name = ${name}`.execute(
    db,
  )
}
