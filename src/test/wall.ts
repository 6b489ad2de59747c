import { act } from '@testing-library/react'
import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import { type RefusalCode, refusals } from '../../cloudfunctions/kernel/refusals'
import { attendance } from '../../cloudfunctions/meetings/contract'

interface Line {
  give: (text: string) => void
  end: () => void
  cut: () => void
}

let lines: Line[] = []
let opened: string[] = []

/** Stands in for the server's live wall (`/api/meetings.attendance/stream`). */
export const wall = {
  /** Attendance to whoever watches, checked by its contract. */
  send: (news: OutputOf<typeof attendance>) => tell('attendance', attendance.output.parse(news)),
  refuse: (code: RefusalCode) => tell('refused', { code, message: refusals[code] }),
  end: () => act(async () => every((line) => line.end())),
  cut: () => act(async () => every((line) => line.cut())),
  /** The meetings a stream was asked for, in order. */
  opened: () => opened,
  watching: () => lines.length,
  becomeNew() {
    lines = []
    opened = []
  },
}

const every = (work: (line: Line) => void) => lines.slice().forEach(work)
const tell = (event: string, data: unknown) =>
  act(async () => every(({ give }) => give(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)))

export function openWall(meetingId: string, reachable: boolean, signal: AbortSignal | undefined) {
  opened.push(meetingId)
  if (!reachable) throw new TypeError('Failed to fetch')
  const chunks: (() => { done: boolean; value?: Uint8Array })[] = []
  let wake = () => {}
  const push = (chunk: (typeof chunks)[number]) => {
    chunks.push(chunk)
    wake()
  }
  const line: Line = {
    give: (text) => push(() => ({ done: false, value: new TextEncoder().encode(text) })),
    end: () => leave(() => ({ done: true })),
    cut: () =>
      leave(() => {
        throw new TypeError('network error')
      }),
  }
  const leave = (last: (typeof chunks)[number]) => {
    lines = lines.filter((each) => each !== line)
    push(last)
  }
  signal?.addEventListener('abort', line.cut)
  lines.push(line)
  const read = async () => {
    while (!chunks.length) await new Promise<void>((resolve) => (wake = resolve))
    return chunks.shift()?.()
  }
  return { headers: { get: () => 'text/event-stream; charset=utf-8' }, body: { getReader: () => ({ read }) } }
}
