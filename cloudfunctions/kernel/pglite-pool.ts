import type { PGlite, Results } from '@electric-sql/pglite'

interface QueryResult {
  command: string
  rowCount: number
  rows: unknown[]
}

/**
 * Lets Kysely's PostgreSQL dialect drive the embedded database: a pool of exactly one connection.
 * PGlite has one session, so a second user must wait until the first has released it.
 */
export class PglitePool {
  #free: Promise<void> = Promise.resolve()

  constructor(private readonly database: PGlite) {}

  async connect() {
    const before = this.#free
    let release = () => {}
    this.#free = new Promise((resolve) => {
      release = resolve
    })
    await before
    return { query: (text: string, values: readonly unknown[]) => this.#query(text, values), release }
  }

  async end() {
    await this.database.close()
  }

  async #query(text: string, values: readonly unknown[]): Promise<QueryResult> {
    // Only the simple protocol (`exec`) takes several statements at once, as a migration has.
    const result: Results | undefined = values.length
      ? await this.database.query(text, [...values])
      : (await this.database.exec(text)).at(-1)
    const command = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? ''
    return { command, rowCount: result?.affectedRows ?? 0, rows: result?.rows ?? [] }
  }
}
