import { drive } from '../keep-alive'
import { quantile } from '../statistics'

export interface Order {
  port: number
  seconds: number
}

export interface Measured {
  throughput: number
  p99: number
}

const body = JSON.stringify({
  code: 'AbCdEfGhIjKlMnOpQrStUv',
  device: 'a-device-of-thirty-characters-0',
  requestId: '01931f2e-7c4a-7000-8000-0123456789ab',
})
const request = [
  'POST /api/meetings.checkIn HTTP/1.1',
  'host: 127.0.0.1',
  `authorization: Bearer 01931f2e-7c4a-7000-8000-0123456789ab.${'s'.repeat(43)}`,
  'content-type: application/json',
  `content-length: ${body.length}`,
  '',
  body,
].join('\r\n')

process.on('message', async ({ port, seconds }: Order) => {
  const until = performance.now() + seconds * 1000
  const result = await drive({
    port,
    connections: 64,
    next: () => (performance.now() < until ? request : undefined),
    accept: (status, text) => status === 200 && text.startsWith('{"ok":true') && text.includes('"signedIn":true'),
  })
  if (result.refused) throw new Error(`unexpected reply: ${result.firstRefused}`)
  const measured: Measured = { throughput: result.replies / result.seconds, p99: quantile(result.latencies, 0.99) }
  process.send?.(measured)
})
