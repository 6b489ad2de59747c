import { makeCode, readCode, type ScannedCode, stepAt } from './check-in-code'
import { judgeScan } from './scan-verdict'
import { judgeSignOut, type SignOutScan } from './sign-out-verdict'

const secret = 'the meeting’s own secret'
const now = new Date('2026-11-23T10:30:00+08:00')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

function codeOf(at: Date, purpose: 'check-in' | 'sign-out' = 'sign-out'): ScannedCode {
  const code = readCode(makeCode('aB3-_9zZ', secret, stepAt(at), purpose))
  if (!code) throw new Error('no code')
  return code
}
const open = { state: 'open' as const, closedAt: null, secret, signOut: true }
const closed = (at: Date) => ({ ...open, state: 'closed' as const, closedAt: at })
const scan = (own: Partial<SignOutScan> = {}): SignOutScan => ({
  code: codeOf(now),
  now,
  scannedAt: null,
  meeting: open,
  attendance: { state: 'present' },
  signedOut: false,
  ...own,
})
const refusal = (own: Partial<SignOutScan>) => {
  const verdict = judgeSignOut(scan(own))
  return verdict.verdict === 'refused' ? verdict.code : verdict.verdict
}

it.each(['present', 'late'] as const)('signs out whoever is %s', (state) => {
  expect(judgeSignOut(scan({ attendance: { state } }))).toEqual({ verdict: 'signed-out', at: now, offline: false })
})

it('takes no check-in code for a sign-out code, nor the other way round', () => {
  expect(refusal({ code: codeOf(now, 'check-in') })).toBe('CODE_INVALID')
  const meeting = { state: 'open' as const, startsAt: now, closedAt: null, secret }
  const attendance = { state: 'expected' as const, how: null, frozen: false }
  const asCheckIn = (code: ScannedCode) => judgeScan({ code, now, scannedAt: null, meeting, attendance })
  expect(asCheckIn(codeOf(now))).toEqual({ verdict: 'refused', code: 'CODE_INVALID' })
  expect(asCheckIn(codeOf(now, 'check-in'))).toMatchObject({ verdict: 'arrived' })
})

it.each<[string, Partial<SignOutScan>, string]>([
  ['whoever is not on the list', { attendance: null }, 'NOT_INVITED'],
  ['whoever has not checked in', { attendance: { state: 'expected' } }, 'NOT_CHECKED_IN'],
  ['whoever was absent', { attendance: { state: 'absent' }, meeting: closed(minutesAgo(1)) }, 'NOT_CHECKED_IN'],
  ['whoever is on leave', { attendance: { state: 'excused' } }, 'NOT_CHECKED_IN'],
  ['before the check-in', { meeting: { ...open, state: 'scheduled' } }, 'MEETING_NOT_OPEN'],
  ['for a cancelled meeting', { meeting: { ...open, state: 'cancelled' } }, 'MEETING_CANCELLED'],
  ['where none is asked for', { meeting: { ...open, signOut: false } }, 'SIGN_OUT_OFF'],
  ['with a code from before', { code: codeOf(minutesAgo(2)) }, 'CODE_EXPIRED'],
  ['with a code of a step to come', { code: codeOf(new Date(now.getTime() + 60_000)) }, 'CODE_INVALID'],
  ['after the close', { meeting: closed(minutesAgo(1)) }, 'SIGN_OUT_CLOSED'],
  ['a second time', { signedOut: true }, 'already'],
])('does not sign out %s', (_, own, code) => {
  expect(refusal(own)).toBe(code)
})

describe('a scan that was kept', () => {
  const kept = (minutes: number) => ({ code: codeOf(minutesAgo(minutes)), scannedAt: minutesAgo(minutes) })

  it('counts at its own time, marked, while the meeting is open', () => {
    expect(judgeSignOut(scan(kept(20)))).toEqual({ verdict: 'signed-out', at: minutesAgo(20), offline: true })
  })

  it('counts until two hours after the close, no longer', () => {
    const sent = (hours: number) => ({ ...kept(hours * 60 + 1), meeting: closed(minutesAgo(hours * 60)) })
    expect(refusal(sent(1))).toBe('signed-out')
    expect(refusal(sent(2))).toBe('signed-out')
    expect(refusal(sent(2.1))).toBe('SIGN_OUT_CLOSED')
  })

  it('does not count where it was made after the close, or claims to come from the future', () => {
    expect(refusal({ ...kept(5), meeting: closed(minutesAgo(10)) })).toBe('SIGN_OUT_CLOSED')
    const ahead = new Date(now.getTime() + 60_000)
    expect(refusal({ code: codeOf(ahead), scannedAt: ahead })).toBe('CODE_INVALID')
  })

  it('does not count where its code was not on the screen at its time', () => {
    expect(refusal({ code: codeOf(minutesAgo(20)), scannedAt: minutesAgo(10) })).toBe('CODE_EXPIRED')
  })
})
