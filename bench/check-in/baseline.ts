import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

/**
 * What one would write first: one prepared INSERT for each request, no session, no code, no audit.
 * `BASELINE_POOL` is the number of connections it has to PostgreSQL.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.BASELINE_POOL), idleTimeoutMillis: 0 })

const insert = {
  name: 'check-in',
  text: 'insert into baseline_attendances (meeting_id, member_id, at) values ($1, $2, $3) on conflict (meeting_id, member_id) do nothing',
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  const reply = (status: number, text: string) =>
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': text.length }).end(text)
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', async () => {
    try {
      const { meeting, member } = JSON.parse(Buffer.concat(chunks).toString())
      await pool.query({ ...insert, values: [meeting, member, new Date()] })
      reply(200, '{"ok":true}')
    } catch {
      reply(500, '{"ok":false}')
    }
  })
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
