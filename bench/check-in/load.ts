import { newId, newSecret } from '../../cloudfunctions/kernel/ids'
import { makeCode, stepAt } from '../../cloudfunctions/meetings/check-in-code'
import { drive } from '../keep-alive'
import { quantile } from '../statistics'
import { branchOf, type Crowd, type Gathering } from './seed'

export interface Order {
  crowd?: Crowd
  side: 'ours' | 'baseline'
  port: number
  gatherings: Gathering[]
}

export interface Measured {
  throughput: number
  p50: number
  p99: number
}

/** One of ten people sends once more: half of them the same request again, half of them another scan. */
const repeats = 0.1

let members: Crowd['members'] = []
const devices: string[] = []

process.on('message', async ({ crowd, side, port, gatherings }: Order) => {
  if (crowd) members = crowd.members
  const scans = scansInRandomOrder()
  const request = side === 'ours' ? ourRequest(gatherings) : baselineRequest(gatherings)
  let repeated = 0
  const { replies, refused, firstRefused, seconds, latencies } = await drive({
    port,
    connections: 64,
    next: () => {
      const scan = scans.pop()
      return scan && request(scan)
    },
    accept: (status, body) => {
      if (body.includes('"repeated":true')) repeated++
      return status === 200 && body.startsWith('{"ok":true')
    },
  })
  if (refused) throw new Error(`${refused} refused, first: ${firstRefused}`)
  const expected = side === 'ours' ? (members.length * repeats) / 2 : 0
  if (repeated !== expected) throw new Error(`${repeated} answers said "repeated" instead of ${expected}`)
  const measured: Measured = { throughput: replies / seconds, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) }
  process.send?.(measured)
})

interface Scan {
  person: number
  requestId: string
}

function scansInRandomOrder(): Scan[] {
  const scans = members.map((_, person) => ({ person, requestId: newId() }))
  shuffle(scans)
  const again = scans.slice(0, members.length * repeats).map((scan, index) => (index % 2 ? scan : { ...scan, requestId: newId() }))
  return shuffle([...scans, ...again])
}

function shuffle<T>(list: T[]): T[] {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(Math.random() * (index + 1))
    ;[list[index], list[other]] = [list[other] as T, list[index] as T]
  }
  return list
}

/** What a phone sends: everything `src/early-check-in.ts` does. */
function ourRequest(gatherings: Gathering[]) {
  const codes = new Map<string, string>()
  return ({ person, requestId }: Scan) => {
    const now = new Date()
    const { tag, secret } = gatherings[branchOf(person)] as Gathering
    const step = stepAt(now)
    const code = codes.get(`${tag}${step}`) ?? makeCode(tag, secret, step)
    codes.set(`${tag}${step}`, code)
    devices[person] ??= newSecret(16)
    const body = `{"code":"${code}","requestId":"${requestId}","scannedAt":"${now.toISOString()}","device":"${devices[person]}"}`
    return post('/api/meetings.checkIn', body, `authorization: Bearer ${members[person]?.token}\r\n`)
  }
}

function baselineRequest(gatherings: Gathering[]) {
  return ({ person }: Scan) =>
    post('/', `{"meeting":"${gatherings[branchOf(person)]?.meetingId}","member":"${members[person]?.memberId}"}`, '')
}

const post = (path: string, body: string, headers: string) =>
  `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
