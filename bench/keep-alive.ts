import { connect } from 'node:net'

export interface Load {
  port: number
  connections: number
  /** The next request's bytes (ASCII), or undefined when there are no more. */
  next: () => string | undefined
  /** Whether a reply is what it should be. */
  accept: (status: number, body: string) => boolean
}

export interface LoadResult {
  replies: number
  refused: number
  /** The first reply that was not accepted, to say what went wrong. */
  firstRefused: string | undefined
  seconds: number
  /** Latency in ms, ascending. */
  latencies: Float64Array
}

/**
 * Keeps `connections` keep-alive connections busy, one request at a time on each, as phones would.
 * Written on bare sockets so that the generator takes as little as possible of the two cores it shares with what it measures.
 */
export async function drive({ port, connections, next, accept }: Load): Promise<LoadResult> {
  const latencies: number[] = []
  let refused = 0
  let firstRefused: string | undefined

  const settle = (status: number, body: string, sentAt: number) => {
    latencies.push(performance.now() - sentAt)
    if (accept(status, body)) return
    refused++
    firstRefused ??= `${status} ${body}`
  }

  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, () => keepBusy(port, next, settle)))
  const seconds = (performance.now() - start) / 1000
  return { replies: latencies.length, refused, firstRefused, seconds, latencies: Float64Array.from(latencies).sort() }
}

function keepBusy(port: number, next: Load['next'], settle: (status: number, body: string, sentAt: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    // latin1 keeps one character a byte, so that lengths in the text are lengths on the wire.
    socket.setEncoding('latin1')
    let received = ''
    let sentAt = 0
    let waiting = false
    const send = () => {
      const request = next()
      waiting = request !== undefined
      if (request === undefined) return socket.end()
      sentAt = performance.now()
      socket.write(request, 'latin1')
    }
    socket.on('connect', send)
    socket.on('data', (chunk: string) => {
      received += chunk
      const bodyAt = received.indexOf('\r\n\r\n') + 4
      if (bodyAt < 4) return
      const length = /\r\ncontent-length: (\d+)/i.exec(received)
      if (!length) return void socket.destroy(new Error(`a reply without content-length: ${received.slice(0, 200)}`))
      if (received.length < bodyAt + Number(length[1])) return
      const reply = received
      received = ''
      settle(Number(reply.slice(9, 12)), reply.slice(bodyAt), sentAt)
      send()
    })
    socket.on('error', reject)
    socket.on('close', () => (waiting ? reject(new Error('the server closed a connection that was waiting for a reply')) : resolve()))
  })
}
