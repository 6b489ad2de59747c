import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

/** One statement for each path; the same texts and values as ours. */
export type Statements = Record<string, { sql: string; parameters: unknown[] }>

/**
 * The bare page: each request runs the statement, planned once a connection, and gets its rows as JSON. No session, no contract, no
 * links to photos. `BASELINE_POOL` is the number of connections it has to PostgreSQL.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.BASELINE_POOL), idleTimeoutMillis: 0 })
let statements: Statements = {}

const server = createServer(async (request, response) => {
  const reply = (status: number, text: string) =>
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text)
  request.resume()
  const path = request.url ?? ''
  const statement = statements[path]
  if (!statement) return void reply(404, '{}')
  try {
    const { rows } = await pool.query({ name: path, text: statement.sql, values: statement.parameters })
    reply(200, JSON.stringify({ ok: true, data: rows }))
  } catch {
    reply(500, '{"ok":false}')
  }
})

process.on('message', (sent: Statements) => {
  statements = sent
  process.send?.('ready')
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
