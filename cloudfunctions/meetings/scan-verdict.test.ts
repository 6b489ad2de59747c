import { makeCode, readCode, stepAt } from './check-in-code'
import type { MeetingState } from './contract'
import { arrivalState, judgeScan, type Scan } from './scan-verdict'

const tag = 'aB3-_9zZ'
const secret = 'the meeting’s own secret'
const at = (time: string) => new Date(`2026-11-23T${time}+08:00`)
const startsAt = at('09:00:00')
const closedAt = at('10:30:00')

type Line = NonNullable<Scan['attendance']>
const expected: Line = { state: 'expected', how: null, frozen: false }
const absentAtClose: Line = { state: 'absent', how: 'rule', frozen: true }

interface Case {
  now: string
  /** When the code was on the screen; the moment of the scan without it. */
  shown?: string
  scanned?: string
  state?: MeetingState
  line?: Line | null
  with?: string
}

function judge({ now, shown, scanned, state = 'open', line = state === 'closed' ? absentAtClose : expected, with: made = secret }: Case) {
  const code = readCode(makeCode(tag, made, stepAt(at(shown ?? scanned ?? now))))
  if (!code) throw new Error('not a code')
  const meeting = { state, startsAt, closedAt: state === 'closed' ? closedAt : null, secret }
  return judgeScan({ code, now: at(now), scannedAt: scanned ? at(scanned) : null, meeting, attendance: line })
}

const refused = (code: string) => ({ verdict: 'refused', code })
const arrived = (state: string, time: string, offline = false) => ({ verdict: 'arrived', state, at: at(time), offline })
const arrivedBeforeClose = (state: string, time: string) => ({ verdict: 'arrived-before-close', state, at: at(time), offline: true })

describe('while the meeting is open', () => {
  it.each<[string, Case, object]>([
    ['well before the start', { now: '08:45:00' }, arrived('present', '08:45:00')],
    ['at the start', { now: '09:00:00' }, arrived('present', '09:00:00')],
    ['exactly ten minutes after the start', { now: '09:10:00' }, arrived('present', '09:10:00')],
    ['a thousandth of a second later', { now: '09:10:00.001' }, arrived('late', '09:10:00.001')],
    ['with the code of the step before', { now: '09:00:29.999', shown: '09:00:00' }, arrived('present', '09:00:29.999')],
    ['with the code of two steps before', { now: '09:00:30', shown: '09:00:00' }, refused('CODE_EXPIRED')],
    ['with the code of an hour before', { now: '09:30:00', shown: '08:30:00' }, refused('CODE_EXPIRED')],
    ['with the code of the step to come', { now: '09:00:00', shown: '09:00:15' }, refused('CODE_INVALID')],
    ['with a code of another meeting', { now: '09:00:00', with: 'another secret' }, refused('CODE_INVALID')],
    ['by somebody who is not on the list', { now: '09:00:00', line: null }, refused('NOT_INVITED')],
    [
      'by somebody with leave, who came after all',
      { now: '09:05:00', line: { ...expected, state: 'excused' } },
      arrived('present', '09:05:00'),
    ],
    ['of somebody marked absent', { now: '09:20:00', line: { ...expected, state: 'absent', how: 'manual' } }, arrived('late', '09:20:00')],
    ['once more after arriving', { now: '09:20:00', line: { ...expected, state: 'present', how: 'scan' } }, { verdict: 'already' }],
    ['once more after arriving late', { now: '09:20:00', line: { ...expected, state: 'late', how: 'scan' } }, { verdict: 'already' }],
  ])('a scan %s', (_, scan, verdict) => {
    expect(judge(scan)).toEqual(verdict)
  })
})

describe('kept by a phone without network, while the meeting is open', () => {
  it.each<[string, Case, object]>([
    ['counts at the time of the scan', { now: '09:25:00', scanned: '09:02:00' }, arrived('present', '09:02:00', true)],
    ['is late when the scan was late', { now: '09:40:00', scanned: '09:12:00' }, arrived('late', '09:12:00', true)],
    ['is an ordinary scan while its code still counts', { now: '09:00:20', scanned: '09:00:05' }, arrived('present', '09:00:20')],
    ['needs a code that counted then', { now: '09:25:00', scanned: '09:02:00', shown: '09:01:00' }, refused('CODE_EXPIRED')],
    ['does not count from the future', { now: '09:02:00', scanned: '09:25:00' }, refused('CODE_INVALID')],
    ['is not believed with a false time', { now: '09:25:00', scanned: '09:24:59', shown: '09:02:00' }, refused('CODE_EXPIRED')],
  ])('%s', (_, scan, verdict) => {
    expect(judge(scan)).toEqual(verdict)
  })
})

describe('after the close', () => {
  it.each<[string, Case, object]>([
    ['a fresh scan is refused', { now: '10:30:01' }, refused('ALREADY_CLOSED')],
    ['a kept scan counts', { now: '10:45:00', scanned: '09:02:00' }, arrivedBeforeClose('present', '09:02:00')],
    ['a kept late scan counts as late', { now: '10:45:00', scanned: '09:15:00' }, arrivedBeforeClose('late', '09:15:00')],
    ['a kept scan of the last second counts', { now: '10:45:00', scanned: '10:30:00' }, arrivedBeforeClose('late', '10:30:00')],
    ['one scanned after the close does not', { now: '10:45:00', scanned: '10:30:01' }, refused('ALREADY_CLOSED')],
    ['one sent exactly two hours later counts', { now: '12:30:00', scanned: '09:02:00' }, arrivedBeforeClose('present', '09:02:00')],
    ['a second later it does not', { now: '12:30:01', scanned: '09:02:00' }, refused('ALREADY_CLOSED')],
    ['one whose code did not count then does not', { now: '10:45:00', scanned: '09:02:00', shown: '09:01:00' }, refused('ALREADY_CLOSED')],
    ['a code of another meeting is none', { now: '10:45:00', scanned: '09:02:00', with: 'another secret' }, refused('CODE_INVALID')],
    ['somebody not on the list stays off it', { now: '10:45:00', scanned: '09:02:00', line: null }, refused('NOT_INVITED')],
    ['who arrived has arrived', { now: '13:00:00', line: { state: 'present', how: 'scan', frozen: true } }, { verdict: 'already' }],
  ])('%s', (_, scan, verdict) => {
    expect(judge({ ...scan, state: 'closed' })).toEqual(verdict)
  })

  it('what the organiser decided by hand stands', () => {
    const line: Line = { state: 'absent', how: 'manual', frozen: true }
    expect(judge({ now: '10:45:00', scanned: '09:02:00', state: 'closed', line })).toEqual(refused('ALREADY_CLOSED'))
  })

  it('a line that was frozen a moment ago is closed, though the meeting still looked open', () => {
    const line: Line = { state: 'absent', how: 'rule', frozen: true }
    expect(judge({ now: '10:29:59', line })).toEqual(refused('ALREADY_CLOSED'))
    expect(judge({ now: '10:29:59', scanned: '09:02:00', line })).toEqual(arrivedBeforeClose('present', '09:02:00'))
  })
})

describe('a meeting that is not to be scanned', () => {
  it('has not opened yet', () => {
    expect(judge({ now: '08:59:00', state: 'scheduled' })).toEqual(refused('MEETING_NOT_OPEN'))
    expect(judge({ now: '08:59:00', scanned: '08:58:00', state: 'scheduled' })).toEqual(refused('MEETING_NOT_OPEN'))
  })

  it('was cancelled', () => {
    expect(judge({ now: '09:00:00', state: 'cancelled' })).toEqual(refused('MEETING_CANCELLED'))
    expect(judge({ now: '09:00:00', scanned: '08:58:00', state: 'cancelled' })).toEqual(refused('MEETING_CANCELLED'))
  })

  it('says nothing about itself to a code that is not genuine', () => {
    for (const state of ['scheduled', 'open', 'closed', 'cancelled'] as const)
      expect(judge({ now: '09:00:00', state, with: 'another secret' })).toEqual(refused('CODE_INVALID'))
  })
})

it('counts ten minutes from the start as in time', () => {
  expect(arrivalState(startsAt, at('09:10:00'))).toBe('present')
  expect(arrivalState(startsAt, at('09:10:00.001'))).toBe('late')
})
