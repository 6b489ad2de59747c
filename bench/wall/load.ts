import { drive } from '../keep-alive'
import { quantile } from '../statistics'

export interface Order {
  port: number
  path: string
  body: string
  /** Of whoever asks; the bare server knows nobody. */
  token?: string | undefined
  count: number
  connections: number
}

export interface Measured {
  throughput: number
  p50: number
  p99: number
  /** The first answer, to see that it is one. */
  answer: string
}

process.on('message', async ({ port, path, body, token, count, connections }: Order) => {
  const authorization = token ? `authorization: Bearer ${token}\r\n` : ''
  const head = `host: 127.0.0.1\r\n${authorization}content-type: application/json\r\ncontent-length: ${body.length}`
  const request = `POST ${path} HTTP/1.1\r\n${head}\r\n\r\n${body}`
  let sent = 0
  let answer = ''
  const { replies, refused, firstRefused, seconds, latencies } = await drive({
    port,
    connections,
    next: () => (sent++ < count ? request : undefined),
    accept: (status, text) => {
      answer ||= text
      return status === 200 && text.startsWith('{"ok":true')
    },
  })
  if (refused) throw new Error(`${refused} refused, first: ${firstRefused}`)
  const measured: Measured = { throughput: replies / seconds, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), answer }
  process.send?.(measured)
})
