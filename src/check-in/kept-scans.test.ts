import { refusals } from '../../cloudfunctions/kernel/refusals'
import { checkIn } from '../../cloudfunctions/meetings/contract'
import { learnServerTime } from '../platform/server-clock'
import { type Me, session } from '../platform/session'
import { sessionOf, wait } from '../test/open-page'
import { phone, restartApp } from '../test/phone'
import { checkedIn, idOf, member } from '../test/samples'
import { wire } from '../test/wire'
import { codesOnScreen, keepScan, keptScans, lateOutcomes, leaveToItsPage, sendKeptScans, sendScan } from './kept-scans'

const other: Me = { ...member, id: idOf(99), name: '赵借用' }
const signIn = (me: Me | null) => session.set(me && sessionOf(me))
const codeOf = (letter: string) => letter.repeat(22)
const sentCodes = () => wire.sent(checkIn).map(({ code }) => code)

beforeEach(() => {
  signIn(member)
  wire.answer(checkIn, checkedIn())
})

describe('keeping', () => {
  it('outlives the app', () => {
    const scan = keepScan(codeOf('a'))
    restartApp()
    expect(keptScans.get()).toEqual([scan])
  })

  it('goes on in memory on a phone whose storage is full', () => {
    phone.storageFull = true
    const scan = keepScan(codeOf('a'))
    expect(keptScans.get()).toEqual([scan])
  })

  it("keeps the server's time, however wrong the phone's clock is", () => {
    learnServerTime('2026-11-23T14:07:00+08:00')
    expect(keepScan(codeOf('a')).scannedAt).toBe('2026-11-23T06:07:00.000Z')
  })

  it('keeps the first time of a code that is scanned again', async () => {
    const first = keepScan(codeOf('a'))
    await wait(10)
    expect(keepScan(codeOf('a'))).toEqual(first)
    expect(keptScans.get()).toHaveLength(1)
  })

  it('keeps a scan of its own for each member', () => {
    keepScan(codeOf('a'))
    signIn(other)
    keepScan(codeOf('a'))
    expect(keptScans.get().map(({ memberId }) => memberId)).toEqual([member.id, other.id])
  })
})

describe('sending', () => {
  it('sends the oldest first and tells what became of each', async () => {
    keepScan(codeOf('a'))
    keepScan(codeOf('b'))
    wire.answer(checkIn, ({ code }) => checkedIn({ title: `${code[0]} 会议`, offline: true }))
    await sendKeptScans()
    expect(sentCodes()).toEqual([codeOf('a'), codeOf('b')])
    expect(lateOutcomes.get().map(({ lines }) => lines[1])).toEqual(['a 会议', 'b 会议'])
    expect(keptScans.get()).toEqual([])
  })

  it('sends the same request again until it is answered', async () => {
    const { requestId, scannedAt } = keepScan(codeOf('a'))
    wire.cut()
    await sendKeptScans()
    expect(keptScans.get()).toHaveLength(1)
    wire.mend()
    await wait(30)
    await sendKeptScans()
    expect(wire.sent(checkIn)).toMatchObject([
      { requestId, scannedAt },
      { requestId, scannedAt },
    ])
  })

  it('stops at the first without an answer, so that the order stays', async () => {
    keepScan(codeOf('a'))
    keepScan(codeOf('b'))
    wire.cut()
    await sendKeptScans()
    expect(sentCodes()).toEqual([codeOf('a')])
    expect(keptScans.get()).toHaveLength(2)
  })

  it('drops a refused scan and tells why', async () => {
    keepScan(codeOf('a'))
    wire.refuse(checkIn, 'CODE_EXPIRED')
    await sendKeptScans()
    expect(keptScans.get()).toEqual([])
    expect(lateOutcomes.get()).toEqual([{ kind: 'refused', title: '没有签到成功', lines: [refusals.CODE_EXPIRED] }])
  })

  it('tells a sign-out from a check-in, since the server says which it was', async () => {
    keepScan(codeOf('a'))
    wire.answer(checkIn, checkedIn({ signedOutAt: '2026-11-23T16:02:00+08:00', offline: true }))
    await sendKeptScans()
    expect(keptScans.get()).toEqual([])
    expect(lateOutcomes.get()).toMatchObject([{ kind: 'success', title: '已签退', lines: ['王小明', '十一月党员大会', '签退时间 16:02'] }])
  })

  it('sends once, though asked twice at once', async () => {
    keepScan(codeOf('a'))
    await Promise.all([sendKeptScans(), sendKeptScans()])
    expect(sentCodes()).toHaveLength(1)
    expect(lateOutcomes.get()).toHaveLength(1)
  })

  it('shares one request between the page and the background', async () => {
    const scan = keepScan(codeOf('a'))
    const [outcome] = await Promise.all([sendScan(scan), sendKeptScans()])
    expect(outcome.kind).toBe('success')
    expect(sentCodes()).toHaveLength(1)
  })

  it('leaves a scan whose page is open to that page', async () => {
    keepScan(codeOf('a'))
    codesOnScreen.add(codeOf('a'))
    await sendKeptScans()
    codesOnScreen.clear()
    expect(sentCodes()).toEqual([])
  })

  it('leaves a scan to the page that is about to open for it', async () => {
    keepScan(codeOf('a'))
    keepScan(codeOf('b'))
    leaveToItsPage(`/pages/check-in/index?c=${codeOf('a')}`)
    leaveToItsPage('/meetings/pages/meeting/index?meetingId=1')
    leaveToItsPage(undefined)
    await sendKeptScans()
    codesOnScreen.clear()
    expect(sentCodes()).toEqual([codeOf('b')])
  })

  it('tells nothing twice where the page was opened while the scan was on its way', async () => {
    const scan = keepScan(codeOf('a'))
    wire.hold(checkIn)
    const background = sendKeptScans()
    codesOnScreen.add(codeOf('a'))
    const page = sendScan(scan)
    wire.release(checkIn)
    await background
    codesOnScreen.clear()
    expect((await page).kind).toBe('success')
    expect(lateOutcomes.get()).toEqual([])
  })
})

describe("another member's scan", () => {
  it('is never sent under a wrong name', async () => {
    keepScan(codeOf('a'))
    signIn(other)
    await sendKeptScans()
    expect(wire.requests()).toEqual([])
    signIn(member)
    await sendKeptScans()
    expect(wire.requests()).toMatchObject([{ token: `token of ${member.name}` }])
  })

  it('waits while nobody is signed in', async () => {
    keepScan(codeOf('a'))
    signIn(null)
    await sendKeptScans()
    expect(wire.requests()).toEqual([])
  })

  it('stays theirs where somebody else signs in while the first is being sent', async () => {
    keepScan(codeOf('a'))
    keepScan(codeOf('b'))
    wire.hold(checkIn)
    const sending = sendKeptScans()
    signIn(other)
    wire.release(checkIn)
    await sending
    expect(wire.requests()).toMatchObject([{ token: `token of ${member.name}` }])
    expect(keptScans.get()).toMatchObject([{ code: codeOf('b'), memberId: member.id }])
  })

  it('that nobody had signed in for is sent for the next who does', async () => {
    signIn(null)
    keepScan(codeOf('a'))
    signIn(member)
    await sendKeptScans()
    expect(wire.requests()).toMatchObject([{ token: `token of ${member.name}` }])
  })
})

it('is not lost to a session that has ended: the person signs in and it goes out', async () => {
  keepScan(codeOf('a'))
  wire.refuse(checkIn, 'NOT_SIGNED_IN')
  await sendKeptScans()
  expect(session.get()).toBeNull()
  signIn(member)
  wire.answer(checkIn, checkedIn())
  await sendKeptScans()
  expect(keptScans.get()).toEqual([])
  expect(lateOutcomes.get()).toHaveLength(1)
})
