import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { BallotBox } from '../ballot-box/box'
import type { Api, ApiRequest } from '../kernel/api'
import { reach } from '../kernel/database'
import { describeApi } from '../kernel/openapi'
import { type ApiAnswer, refuse } from '../kernel/refuse'
import { serveApp } from './app-files'
import { readBody } from './body'
import { sendCalendar } from './calendar'
import { addressOf, deviceOf, originOf } from './edge'
import { sendFile } from './send-file'
import { streamAttendance } from './stream'
import { answerUpload, uploadPath } from './upload'

export interface HostOptions {
  api: Api
  /** Takes anonymous ballots; without it there are none. */
  box?: BallotBox | undefined
  /** Directory of the built H5 app, or undefined to serve the actions alone. */
  app?: string | undefined
  /** Where links lead, such as `https://example.cn`; without it the address the caller used. */
  publicUrl?: string | undefined
  /** This machine's address on the local network, used in links when the caller came by `localhost`. */
  lanUrl?: string | undefined
  /** Believe `X-Forwarded-For` and `X-Forwarded-Proto`; only behind a proxy that sets them. */
  trustProxy?: boolean | undefined
}

/** The same actions over HTTP, the live wall, and the H5 app. Not listening yet. */
export function createHost(options: HostOptions): Server {
  const files = options.app ? serveApp(options.app) : undefined
  const openapi = JSON.stringify(describeApi(options.api.implementations.map((each) => each.action)))
  return createServer((request, response) => {
    route(options, openapi, files, request, response).catch(() => response.destroy())
  })
}

async function route(
  options: HostOptions,
  openapi: string,
  files: ReturnType<typeof serveApp> | undefined,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  if (request.method === 'POST' && path === uploadPath) {
    return reply(response, await answerUpload(options.api, requestOf(options, request), request))
  }
  if (request.method === 'POST' && path === '/ballot-box' && options.box) return takeBallot(options.box, request, response)
  if (request.method === 'POST' && path.startsWith('/api/')) return answerAction(options, path.slice(5), request, response)
  if (request.method !== 'GET' && request.method !== 'HEAD') return reply(response, { ...refuse('NOT_FOUND'), status: 405 })
  if (path === '/healthz') return answerHealth(options.api, response)
  if (path === '/api/openapi.json') return response.writeHead(200, jsonHeaders(openapi)).end(openapi)
  if (path === '/api/meetings.attendance/stream') return streamAttendance(options.api, requestOf(options, request), request, response)
  if (path.startsWith('/files/')) return sendFile(options.api, path, request, response)
  if (path.startsWith('/calendar/')) return sendCalendar(options.api, path, requestOf(options, request), request, response)
  if (path.startsWith('/api/') || !files) return reply(response, refuse('NOT_FOUND'))
  files(request, response)
}

async function answerAction(options: HostOptions, action: string, request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request)
  if (!body.ok) return reply(response, refuse(body.code))
  const { token, address, device, origin } = requestOf(options, request)
  reply(response, await options.api.handle({ action, input: body.value, token, address, device, origin }))
}

/** Of this request only the body is looked at: not who sends it, nor from where. */
async function takeBallot(box: BallotBox, request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request)
  reply(response, body.ok ? await box.handle(body.value) : refuse(body.code))
}

function requestOf(options: HostOptions, request: IncomingMessage): Omit<ApiRequest, 'action' | 'input'> {
  const { authorization } = request.headers
  return {
    token: authorization?.startsWith('Bearer ') ? authorization.slice(7) : undefined,
    address: addressOf(request, options.trustProxy === true),
    device: deviceOf(request.headers['user-agent']),
    origin: options.publicUrl ?? originOf(request, options.lanUrl, options.trustProxy === true),
  }
}

async function answerHealth(api: Api, response: ServerResponse) {
  try {
    await reach(api.database)
    response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end('ok\n')
  } catch {
    response.writeHead(503, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end('database unreachable\n')
  }
}

const jsonHeaders = (text: string) => ({
  'content-type': 'application/json; charset=utf-8',
  'content-length': Buffer.byteLength(text),
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
})

function reply(response: ServerResponse, { status, body }: ApiAnswer) {
  const text = JSON.stringify(body)
  response.writeHead(status, jsonHeaders(text)).end(text)
}
