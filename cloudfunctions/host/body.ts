import type { IncomingMessage } from 'node:http'
import type { RefusalCode } from '../kernel/refusals'

/** Largest request body, in bytes: the longest record of a meeting (35 000 Chinese characters) with room to spare. */
const limit = 128 * 1024

type Body = { ok: true; value: unknown } | { ok: false; code: RefusalCode }

/** Reads a JSON body; an empty one is `{}`. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request, limit, 32 * limit)
  return bytes ? parse(bytes) : { ok: false, code: 'TOO_LARGE' }
}

/**
 * The body, or undefined where it is larger than `limit`. What is too large is read to its end, so that the refusal arrives, and not kept;
 * nobody needs to send as much as `patience` bytes to be told that it is too much. Rejects where the sender gives up.
 */
export function readBytes(request: IncomingMessage, limit: number, patience: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else if (size <= patience) chunks = []
      else request.destroy()
    })
    request.on('end', () => resolve(size > limit ? undefined : Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('close', () => {
      if (!request.complete) reject(new Error('the request was given up'))
    })
  })
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function parse(bytes: Buffer): Body {
  if (!bytes.length) return { ok: true, value: {} }
  try {
    return { ok: true, value: JSON.parse(strictUtf8.decode(bytes)) }
  } catch {
    return { ok: false, code: 'INVALID_INPUT' }
  }
}
