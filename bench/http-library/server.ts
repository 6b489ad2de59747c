import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import fastify from 'fastify'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'

const limit = 64 * 1024

/** What every side answers: a reply of about 200 bytes made from the body and the header. */
const answer = (body: { code: string }, authorization: string | undefined) => ({
  ok: true,
  data: {
    meetingId: '01931f2e-7c4a-7000-8000-0123456789ab',
    title: 'Meeting of all members',
    state: 'present',
    checkedInAt: '2026-11-24T09:00:00.000+08:00',
    echo: body.code,
    signedIn: authorization?.startsWith('Bearer ') === true,
  },
})

const refused = { ok: false, error: { code: 'INVALID_INPUT' } }

function startNodeHttp(ready: (port: number) => void) {
  const reply = (response: ServerResponse, status: number, body: unknown) => {
    const text = JSON.stringify(body)
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text)
  }
  const checkIn = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
    })
    request.on('end', () => {
      if (size > limit) return reply(response, 413, refused)
      try {
        reply(response, 200, answer(JSON.parse(Buffer.concat(chunks).toString()), request.headers.authorization))
      } catch {
        reply(response, 400, refused)
      }
    })
  }
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url === '/api/meetings.checkIn') checkIn(request, response)
    else reply(response, 404, refused)
  })
  server.listen(0, '127.0.0.1', () => ready((server.address() as AddressInfo).port))
}

async function startFastify(ready: (port: number) => void) {
  const app = fastify({ bodyLimit: limit })
  app.post<{ Body: { code: string } }>('/api/meetings.checkIn', async (request) => answer(request.body, request.headers.authorization))
  await app.listen({ port: 0, host: '127.0.0.1' })
  ready((app.server.address() as AddressInfo).port)
}

function startHono(ready: (port: number) => void) {
  const app = new Hono()
  app.post('/api/meetings.checkIn', bodyLimit({ maxSize: limit }), async (c) =>
    c.json(answer(await c.req.json(), c.req.header('authorization'))),
  )
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => ready(info.port))
}

const starters = { 'node:http': startNodeHttp, fastify: startFastify, hono: startHono }

const start = starters[process.argv[2] as keyof typeof starters]
void start((port) => process.send?.(port))
