import type { Action, InputOf, OutputOf, Reply } from '../../cloudfunctions/kernel/contract'
import { type RefusalCode, refusals, statusOf } from '../../cloudfunctions/kernel/refusals'
import { cast } from '../../cloudfunctions/reviews/ballot-contract'
import { isOnline } from './phone'
import { openWall } from './wall'

interface Request {
  name: string
  input: unknown
  token: string | undefined
  /** Whether the browser sends along what it has of the server: cookies, where it comes from. */
  anonymous?: true
}

const answers = new Map<string, { action: Action; answer: (input: unknown) => Reply }>()
/** What the server takes without its answer reaching the phone. */
const lost = new Set<string>()
const held = new Map<string, (() => void)[]>()
/** What no server would answer or no contract allows; a test that caused one fails. */
const faults: string[] = []
let requests: Request[] = []
let dead = false

/**
 * Stands in for the server, at `fetch`. Every answer is parsed by its action's own contract, and so is every input,
 * so a test cannot go on with something that the real server would not send or take.
 */
export const wire = {
  answer<A extends Action>(action: A, data: OutputOf<A> | ((input: InputOf<A>) => OutputOf<A>)) {
    const check = (output: unknown): Reply => ({ ok: true, data: action.output.parse(output) })
    if (typeof data !== 'function') check(data)
    const give = typeof data === 'function' ? (data as (input: unknown) => unknown) : () => data
    answers.set(action.name, { action, answer: (input) => check(give(input)) })
  },
  refuse(action: Action, code: RefusalCode, fields?: Record<string, string>) {
    if (statusOf(code) === 422 && !action.refusals.includes(code)) throw new Error(`${action.name} does not refuse with ${code}`)
    const reply: Reply = { ok: false, error: { code, message: refusals[code], ...(fields && { fields }) } }
    answers.set(action.name, { action, answer: () => reply })
  },
  /** Requests for this action wait until `release`. */
  hold: (action: Action) => void held.set(action.name, []),
  release(action: Action) {
    for (const go of held.get(action.name) ?? []) go()
    held.delete(action.name)
  },
  /** The phone believes it is online, but nothing gets through. */
  cut: () => {
    dead = true
  },
  mend: () => {
    dead = false
  },
  /** The server does what it is asked, and its answers do not arrive. */
  loseAnswers: (action: Action) => void lost.add(action.name),
  findAnswers: (action: Action) => void lost.delete(action.name),
  /** What was sent for this action, in order, answered or not. */
  sent: <A extends Action>(action: A) => requests.filter(({ name }) => name === action.name).map(({ input }) => input as InputOf<A>),
  requests: () => requests,

  becomeNew() {
    answers.clear()
    lost.clear()
    requests = []
    faults.length = 0
    dead = false
    globalThis.fetch = fetchFromWire as typeof fetch
  },
  /** Whatever is still waiting gets no answer. */
  close() {
    dead = true
    for (const waiting of held.values()) for (const go of waiting) go()
    held.clear()
  },
  expectNoFaults: () => expect(faults).toEqual([]),
}

interface Init {
  body?: string
  headers?: Record<string, string>
  signal?: AbortSignal
  credentials?: RequestCredentials
  referrerPolicy?: ReferrerPolicy
}

async function fetchFromWire(address: string, { body = '{}', headers = {}, signal, credentials, referrerPolicy }: Init = {}) {
  const { pathname, searchParams } = new URL(address, 'http://host')
  const name = pathname === '/ballot-box' ? cast.name : pathname.replace('/api/', '')
  if (name === 'meetings.attendance/stream') return openWall(searchParams.get('meetingId') ?? '', isOnline() && !dead, signal)
  const input: unknown = JSON.parse(body)
  const anonymous = credentials === 'omit' && referrerPolicy === 'no-referrer'
  requests.push({ name, input, token: headers.authorization?.replace('Bearer ', ''), ...(anonymous && { anonymous }) })
  const waiting = held.get(name)
  if (waiting) await aborted(signal, new Promise<void>((resolve) => waiting.push(resolve)))
  if (dead || !isOnline()) throw new TypeError('Failed to fetch')
  const reply = replyTo(name, input)
  if (lost.has(name)) throw new TypeError('Failed to fetch')
  return { json: async () => reply }
}

function replyTo(name: string, input: unknown): Reply {
  const known = answers.get(name)
  if (!known) {
    faults.push(`nothing answers ${name}`)
    return { ok: false, error: { code: 'NOT_FOUND', message: refusals.NOT_FOUND } }
  }
  try {
    const reply = known.answer(input)
    if (reply.ok) known.action.input.parse(input)
    return reply
  } catch (error) {
    faults.push(`${name}: ${error}`)
    throw error
  }
}

const aborted = <Value>(signal: AbortSignal | undefined, work: Promise<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))
    work.then(resolve, reject)
  })
