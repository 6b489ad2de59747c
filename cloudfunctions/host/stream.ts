import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Api, ApiRequest } from '../kernel/api'
import { onChange } from '../kernel/changes'
import type { OutputOf } from '../kernel/contract'
import type { attendance } from '../meetings/contract'
import { wallTopic } from '../meetings/wall-topic'

/** Another process may have checked somebody in: look this often even when nothing was announced, in ms. */
const lookEvery = 2_000
/** A hall that scans at once is shown in steps of this many ms. */
const gatherFor = 150
/** Proxies cut a silent connection after a minute or so. */
const aliveEvery = 15_000

type Attendance = OutputOf<typeof attendance>

/**
 * The live wall: server-sent events with the output of `meetings.attendance`, whole at first, then only the people who changed.
 * Each look is an ordinary call of the action, so a session that ends or a right that is lost ends the stream.
 */
export async function streamAttendance(
  api: Api,
  caller: Omit<ApiRequest, 'action' | 'input'>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const meetingId = new URL(request.url ?? '', 'http://host').searchParams.get('meetingId') ?? ''
  const look = (since?: string) => api.handle({ ...caller, action: 'meetings.attendance', input: { meetingId, ...(since && { since }) } })
  const bell = createBell(wallTopic(caller.token?.slice(0, 36) ?? '', meetingId), response)
  const first = await look()
  if (!first.body.ok) {
    bell.stop()
    response.writeHead(first.status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(first.body))
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  let shown = first.body.data as Attendance
  let sent = send(response, 'attendance', shown)
  let sentAt = Date.now()
  while (await bell.ring()) {
    const { body } = await look(shown.cursor)
    if (!body.ok) {
      send(response, 'refused', body.error)
      break
    }
    shown = body.data as Attendance
    const text = contentOf(shown)
    if (text !== sent) sent = send(response, 'attendance', shown)
    else if (Date.now() - sentAt < aliveEvery) continue
    else response.write(': alive\n\n')
    sentAt = Date.now()
  }
  bell.stop()
  response.end()
}

/** What the wall shows; the cursor alone is no news. */
const contentOf = (data: unknown) => JSON.stringify({ ...(data as object), cursor: '' })

function send(response: ServerResponse, event: string, data: unknown): string {
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  return contentOf(data)
}

/** Rings on a change of the topic since the last ring, at the latest after `lookEvery`; answers false once the caller is gone. */
function createBell(topic: string, response: ServerResponse) {
  let pulled = false
  let wake = () => {}
  const pull = () => {
    pulled = true
    wake()
  }
  const off = onChange(topic, () => setTimeout(pull, gatherFor))
  response.once('close', pull)
  return {
    ring: async () => {
      // A change during the last look may have come too late for it.
      if (!pulled) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, lookEvery)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      pulled = false
      return !response.destroyed
    },
    stop: off,
  }
}
