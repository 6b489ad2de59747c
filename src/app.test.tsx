import { act, render } from '@testing-library/react'
import { checkIn } from '../cloudfunctions/meetings/contract'
import { cast } from '../cloudfunctions/reviews/ballot-contract'
import App from './app'
import { keepScan, keptScans, lateOutcomes } from './check-in/kept-scans'
import { elderMode } from './platform/elder-mode'
import { ballotKey, changeBallot, saveBallot } from './platform/kept-ballots'
import { session } from './platform/session'
import { sessionOf, settle, wait } from './test/open-page'
import { findNetwork, lastVisit, loseNetwork, turn } from './test/phone'
import { publicKey, roundId, roundOf, subjects } from './test/rounds'
import { checkedIn, member, scannedCode } from './test/samples'
import { wire } from './test/wire'

const signIn = () => session.set(sessionOf(member))
const start = async () => {
  render(<App>…</App>)
  await settle()
}

beforeEach(() => wire.answer(checkIn, checkedIn({ offline: true })))

describe('a scan from before', () => {
  it('is sent when the app is opened', async () => {
    signIn()
    keepScan(scannedCode)
    await start()
    expect(wire.sent(checkIn)).toHaveLength(1)
    expect(keptScans.get()).toEqual([])
    expect(lateOutcomes.get()).toMatchObject([{ title: '签到成功' }])
  })

  it('is sent when the network returns', async () => {
    loseNetwork()
    signIn()
    keepScan(scannedCode)
    await start()
    expect(keptScans.get()).toHaveLength(1)
    findNetwork()
    await settle()
    expect(keptScans.get()).toEqual([])
  })

  it('is sent when its member signs in', async () => {
    keepScan(scannedCode)
    await start()
    expect(wire.requests()).toEqual([])
    act(signIn)
    await settle()
    expect(keptScans.get()).toEqual([])
  })

  it('is sent when the app comes back into sight', async () => {
    wire.cut()
    signIn()
    keepScan(scannedCode)
    await start()
    wire.mend()
    turn('show')
    await settle()
    expect(keptScans.get()).toEqual([])
  })

  it('is tried again and again on a network that only says it is there, and no more once it is through', async () => {
    wire.cut()
    signIn()
    keepScan(scannedCode)
    await start()
    const before = wire.sent(checkIn).length
    await wait(31)
    expect(wire.sent(checkIn)).toHaveLength(before + 2)
    wire.mend()
    await wait(15)
    expect(keptScans.get()).toEqual([])
    await wait(120)
    expect(wire.sent(checkIn)).toHaveLength(before + 3)
  })
})

it('goes to Today where an address leads to no page', async () => {
  await start()
  turn('notFound')
  expect(lastVisit()).toEqual({ how: 'reLaunch', url: '/pages/today/index' })
})

it('shows elder mode on the tab bar too', async () => {
  elderMode.set(true)
  await start()
  expect(document.body.classList.contains('elder')).toBe(true)
  act(() => elderMode.set(false))
  expect(document.body.classList.contains('elder')).toBe(false)
})

describe('a ballot', () => {
  const { orgId, closesAt } = roundOf()
  const subjectId = subjects[0]?.subjectId ?? ''
  const keep = () => {
    wire.answer(cast, {})
    signIn()
    const content = { marks: [90, 80], comment: '' }
    saveBallot({ memberId: member.id, orgId, roundId, subjectId, subjectName: '赵一', part: 'mutual', publicKey, closesAt, content })
    const secret = { serial: 'S'.repeat(43), blind: '', blinded: '', tweakedKey: '' }
    changeBallot(ballotKey({ memberId: member.id, roundId, subjectId }), { secret, token: 'T'.repeat(86) })
  }

  it('leaves by itself while the app is open, whatever page it shows', async () => {
    keep()
    await start()
    await wait(20)
    expect(wire.sent(cast)).toEqual([])
    await wait(15 * 60)
    expect(wire.sent(cast)).toHaveLength(1)
  })

  it('that should have left while the app was closed leaves soon after, not with the first requests', async () => {
    keep()
    await wait(86_400)
    await start()
    expect(wire.sent(cast)).toEqual([])
    await wait(100)
    expect(wire.sent(cast)).toHaveLength(1)
  })
})
