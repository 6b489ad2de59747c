import { systemClock } from '../kernel/clock'
import { openDatabase } from '../kernel/database'
import { type BallotBox, createBallotBox } from './box'
import { checkHere } from './check-here'

/** What the cloud's gateway hands over for an HTTP request; of all it knows, only this is looked at. */
interface Event {
  httpMethod?: unknown
  body?: unknown
  isBase64Encoded?: unknown
}

// One container serves many calls: the pool is opened once, and a failed attempt is not kept.
let opening: Promise<BallotBox> | undefined

async function open() {
  const { DATABASE_URL, DATABASE_CONNECTIONS = '5' } = process.env
  const database = await openDatabase({ url: DATABASE_URL, connections: Number(DATABASE_CONNECTIONS) })
  return createBallotBox({ database, clock: systemClock, check: checkHere, log: (line) => console.error(line) })
}

/**
 * The deployed function `ballot-box`, asked over plain HTTP and never by `callFunction`, which would bring along who is calling.
 * It has no SDK, no session and no openid, and writes down no address.
 */
export async function main({ httpMethod, body, isBase64Encoded }: Event) {
  if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL is not set')
  if (httpMethod !== 'POST') return { statusCode: 405, headers, body: '' }
  opening ??= open().catch((error) => {
    opening = undefined
    throw error
  })
  const box = await opening
  const answer = await box.handle(parse(String(body ?? ''), isBase64Encoded === true))
  return { statusCode: answer.status, headers, body: JSON.stringify(answer.body) }
}

const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

function parse(text: string, encoded: boolean): unknown {
  try {
    return JSON.parse(encoded ? Buffer.from(text, 'base64').toString('utf8') : text)
  } catch {
    return undefined
  }
}
