import { checkIn } from '../../cloudfunctions/meetings/contract'
import { CallError, call } from '../platform/call'
import { deviceId } from '../platform/device'
import { newRequestId } from '../platform/request-id'
import { serverNow } from '../platform/server-clock'
import { session } from '../platform/session'
import { storedState } from '../platform/stored-state'
import { codeOf } from './code-of'
import { describeRefusal, describeScan, isNoAnswer, keptOutcome, type Outcome } from './outcome'

/** A scan that the server has not answered yet. It stays on the phone until it has. */
export interface KeptScan {
  code: string
  scannedAt: string
  requestId: string
  /** Whose scan it is; null when nobody was signed in, then it is the next one's who signs in. */
  memberId: string | null
}

export const keptScans = storedState<KeptScan[]>('kept-scans', [])
/** What became of scans that were sent in the background, until the person has read it. */
export const lateOutcomes = storedState<Outcome[]>('late-outcomes', [])

/** Whether a scan goes out when this member is signed in. */
export const isFor = (memberId: string | undefined) => (scan: KeptScan) =>
  memberId !== undefined && (scan.memberId === null || scan.memberId === memberId)

/** The scans that would go out for whoever is signed in. */
export function useWaitingScans(): KeptScan[] {
  const memberId = session.use()?.me.id
  return keptScans.use().filter(isFor(memberId))
}

/** Keeps a scan before anything is sent, so that neither a dead network nor a closed app loses it. */
export function keepScan(code: string, known?: { requestId: string; scannedAt: string }): KeptScan {
  const memberId = session.get()?.me.id ?? null
  const scans = keptScans.get()
  // Where nobody is signed in any more, the scan is most likely the one of whose session has just ended.
  const same = scans.find((scan) => scan.code === code && (scan.memberId === null || memberId === null || scan.memberId === memberId))
  if (same) return same
  const kept = {
    code,
    memberId,
    requestId: known?.requestId ?? newRequestId(),
    scannedAt: known?.scannedAt ?? new Date(serverNow()).toISOString(),
  }
  keptScans.set([...scans, kept])
  return kept
}

export const forgetScan = (scan: KeptScan) => keptScans.set(keptScans.get().filter(({ requestId }) => requestId !== scan.requestId))

const underWay = new Map<string, Promise<Outcome>>()

/**
 * Sends a kept scan. It is forgotten with the server's answer, whatever that is, and kept while there is none.
 * Whoever sends it again before that waits for the same answer.
 */
export function sendScan(scan: KeptScan): Promise<Outcome> {
  const known = underWay.get(scan.requestId)
  if (known) return known
  const sent = send(scan).finally(() => underWay.delete(scan.requestId))
  underWay.set(scan.requestId, sent)
  return sent
}

async function send(scan: KeptScan): Promise<Outcome> {
  const { code, scannedAt, requestId } = scan
  try {
    const outcome = describeScan(await call(checkIn, { code, scannedAt, requestId, device: deviceId() }))
    forgetScan(scan)
    return outcome
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    if (isNoAnswer(error.code)) return keptOutcome
    forgetScan(scan)
    return describeRefusal(error.code, error.message)
  }
}

/** Codes whose page is open: it sends them itself and shows what they came to. */
export const codesOnScreen = new Set<string>()

/** Leaves a scan to the page that is about to open at this address, if it is its own: sent before, it would be told there as a second one. */
export function leaveToItsPage(address: string | undefined) {
  const code = address && codeOf(address)
  if (code) codesOnScreen.add(code)
}

let sending = false

/** Sends what was kept for whoever is signed in, oldest first, and keeps the outcomes for them to read. */
export async function sendKeptScans() {
  if (sending) return
  sending = true
  const token = session.get()?.token
  try {
    for (const scan of keptScans.get().filter(isFor(session.get()?.me.id))) {
      if (codesOnScreen.has(scan.code)) continue
      const outcome = await sendScan(scan)
      // Whoever signed in meanwhile sends none of these and is told nothing about them.
      if (outcome.kind === 'kept' || session.get()?.token !== token) return
      if (!codesOnScreen.has(scan.code)) lateOutcomes.set([...lateOutcomes.get(), outcome])
    }
  } finally {
    sending = false
  }
}
