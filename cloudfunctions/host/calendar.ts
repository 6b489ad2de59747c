import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Api } from '../kernel/api'
import { readFeed } from '../reminders'
import { tagIn } from '../reminders/feed-address'

interface From {
  address: string
  origin: string
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** Sends a person's calendar to whoever has its address. No session: calendars know none, so the address is all there is to it. */
export async function sendCalendar({ database, clock }: Api, path: string, from: From, request: IncomingMessage, response: ServerResponse) {
  const calendar = await readFeed(database, { tag: tagIn(path), address: from.address, origin: from.origin }, clock())
  if (calendar === 'unknown') return void response.writeHead(404, plain).end('没有这个日历，请在“我的”里重新生成订阅地址\n')
  if (calendar === 'too-many') return void response.writeHead(429, { ...plain, 'retry-after': '3600' }).end('读取过于频繁，请稍后再试\n')
  response.writeHead(200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-length': Buffer.byteLength(calendar),
    'content-disposition': 'inline; filename="calendar.ics"',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  })
  response.end(request.method === 'HEAD' ? undefined : calendar)
}
