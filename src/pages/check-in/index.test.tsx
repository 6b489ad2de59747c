import { act } from '@testing-library/react'
import { type RefusalCode, refusals } from '../../../cloudfunctions/kernel/refusals'
import { checkIn, meeting } from '../../../cloudfunctions/meetings/contract'
import { keptScans } from '../../check-in/kept-scans'
import { elderMode } from '../../platform/elder-mode'
import { session } from '../../platform/session'
import { button, openPage, sessionOf, settle, tap, tapTwice, text, wait } from '../../test/open-page'
import { findNetwork, lastVisit, loseNetwork } from '../../test/phone'
import { checkedIn, meetingId, member, scannedCode, wholeMeeting } from '../../test/samples'
import { wire } from '../../test/wire'
import CheckInPage from './index'

const page = { path: '/pages/check-in/index', params: { c: scannedCode } }
const open = (options = {}) => openPage(CheckInPage, { ...page, ...options })

beforeEach(() => {
  wire.answer(checkIn, checkedIn())
  wire.answer(meeting, wholeMeeting({ arrived: 5 }))
})

describe('an answer', () => {
  it('says who is in, where and since when, and how full the room is', async () => {
    open()
    expect(text()).toContain('正在签到')
    await settle()
    expect(text()).toContain('签到成功王小明十一月党员大会签到时间 14:00')
    expect(text()).toContain('应到 23 人，已到 5 人')
    await tap('查看会议')
    expect(lastVisit()?.url).toBe(`/meetings/pages/meeting/index?meetingId=${meetingId}`)
  })

  it.each([
    ['a second scan', { repeated: true }, '您已签到', '首次签到 14:00'],
    ['a late arrival', { state: 'late' as const }, '签到成功', '签到时间 14:00（迟到）'],
    ['a scan from before', { offline: true }, '签到成功', '离线签到，等待支部书记确认'],
  ])('tells %s apart', async (_, own, title, line) => {
    wire.answer(checkIn, checkedIn(own))
    open()
    await settle()
    expect(text()).toContain(title)
    expect(text()).toContain(line)
  })

  it.each([
    ['a sign-out', {}, '已签退', '签退时间 16:02'],
    ['a second sign-out', { repeated: true }, '您已签退', '首次签退 16:02'],
    ['a sign-out sent later', { offline: true }, '已签退', '签退时间 16:02'],
  ])('tells %s from a check-in', async (_, own, title, line) => {
    wire.answer(checkIn, checkedIn({ signedOutAt: '2026-11-23T16:02:00+08:00', ...own }))
    open()
    await settle()
    expect(text()).toContain(title)
    expect(text()).toContain(line)
    expect(text()).not.toContain('签到成功')
    expect(text()).not.toContain('等待支部书记确认')
  })

  // Every named refusal, and what the envelope may say of a scan.
  it.each<RefusalCode>([...checkIn.refusals, 'NOT_FOUND', 'NOT_ALLOWED'])('to %s says what to do next, and keeps nothing', async (code) => {
    wire.refuse(checkIn, code)
    open()
    await settle()
    const what = ['NOT_CHECKED_IN', 'SIGN_OUT_OFF', 'SIGN_OUT_CLOSED'].includes(code) ? '签退' : '签到'
    expect(text()).toContain(`没有${what}成功${refusals[code]}`)
    expect(refusals[code]).toMatch(/[，：].*(请|联系|留意)|可能已被移除/)
    expect(keptScans.get()).toEqual([])
    expect(button('重新扫码')).toBeTruthy()
    await wait(30)
    expect(wire.sent(checkIn)).toHaveLength(1)
  })

  it.each(['OFFLINE', 'INTERNAL', 'TOO_MANY_REQUESTS', 'CONFLICT'] as const)(
    'that is %s says nothing about the scan, so it stays',
    async (code) => {
      if (code === 'OFFLINE') wire.cut()
      else wire.refuse(checkIn, code)
      open()
      await settle()
      expect(text()).toContain('已保存，联网后自动提交')
      expect(keptScans.get()).toHaveLength(1)
    },
  )

  it('is taken over where it came before the app', async () => {
    window.__earlyCheckIn = {
      code: scannedCode,
      requestId: 'A'.repeat(22),
      scannedAt: '2026-11-23T13:59:59+08:00',
      outcome: Promise.resolve({ kind: 'success', title: '签到成功', lines: ['王小明'] }),
    }
    open()
    await settle()
    expect(text()).toContain('签到成功王小明')
    expect(wire.sent(checkIn)).toEqual([])
    expect(keptScans.get()).toEqual([])
  })
})

describe('a scan without network', () => {
  it('is on the phone before anything is sent', () => {
    wire.hold(checkIn)
    open()
    expect(keptScans.get()).toMatchObject([{ code: scannedCode, memberId: member.id, scannedAt: '2026-11-23T06:00:00.000Z' }])
  })

  it('is sent by itself when the network returns, with its own time', async () => {
    loseNetwork()
    open()
    await settle()
    expect(text()).toContain('已保存，联网后自动提交')
    await wait(60)
    findNetwork()
    await settle()
    expect(text()).toContain('签到成功')
    expect(keptScans.get()).toEqual([])
    const sent = wire.sent(checkIn)
    expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1)
    expect(sent.at(-1)?.scannedAt).toBe('2026-11-23T06:00:00.000Z')
    await wait(60)
    expect(wire.sent(checkIn)).toHaveLength(sent.length)
  })

  it('does not need the phone to notice that the network is back', async () => {
    wire.cut()
    open()
    await settle()
    wire.mend()
    await wait(6)
    expect(text()).toContain('签到成功')
  })

  it('is sent once, however often 现在提交 is tapped', async () => {
    wire.cut()
    open()
    await settle()
    wire.mend()
    wire.hold(checkIn)
    const before = wire.sent(checkIn).length
    await tapTwice('现在提交')
    await tap('现在提交')
    await wait(7)
    expect(wire.sent(checkIn)).toHaveLength(before + 1)
    wire.release(checkIn)
    await settle()
    expect(text()).toContain('签到成功')
  })
})

describe('a scan that finds nobody signed in', () => {
  const signInPage = `/pages/sign-in/index?next=${encodeURIComponent(`/pages/check-in/index?c=${scannedCode}`)}`

  it('keeps its time and goes on to sign in', async () => {
    open({ as: null })
    await settle()
    expect(lastVisit()).toEqual({ how: 'redirectTo', url: signInPage })
    expect(wire.requests()).toEqual([])
    expect(keptScans.get()).toMatchObject([{ code: scannedCode, memberId: null, scannedAt: '2026-11-23T06:00:00.000Z' }])
  })

  it('completes once after the sign-in', async () => {
    const { unmount } = open({ as: null })
    await settle()
    unmount()
    await wait(40)
    open()
    await settle()
    expect(text()).toContain('签到成功')
    expect(wire.sent(checkIn)).toMatchObject([{ scannedAt: '2026-11-23T06:00:00.000Z' }])
    expect(keptScans.get()).toEqual([])
  })

  it('is still one scan where the session had ended meanwhile', async () => {
    wire.refuse(checkIn, 'NOT_SIGNED_IN')
    const { unmount } = open()
    await settle()
    expect(lastVisit()).toEqual({ how: 'redirectTo', url: signInPage })
    expect(keptScans.get()).toHaveLength(1)
    unmount()
    wire.answer(checkIn, checkedIn())
    open()
    await settle()
    expect(text()).toContain('签到成功')
    expect(keptScans.get()).toEqual([])
  })

  it("leaves another member's scan for them", async () => {
    wire.cut()
    const { unmount } = open()
    await settle()
    unmount()
    wire.mend()
    open({ as: { ...member, id: '01930000-0000-7000-8000-000000000099', name: '赵借用' } })
    await settle()
    expect(wire.sent(checkIn)).toHaveLength(2)
    expect(keptScans.get()).toMatchObject([{ memberId: member.id }])
  })
})

it.each([
  ['in a link', { c: scannedCode }],
  ['in a whole link that WeChat hands over', { q: encodeURIComponent(`https://example.cn/check-in?c=${scannedCode}`) }],
  ["as a mini-program code's scene", { scene: encodeURIComponent(scannedCode) }],
])('reads a code %s', async (_, params) => {
  open({ params })
  await settle()
  expect(wire.sent(checkIn)).toMatchObject([{ code: scannedCode }])
})

it.each([{}, { c: 'too-short' }, { c: '%E0%A4%A' }])('asks for a scan where %j holds no code', async (params) => {
  open({ params })
  await settle()
  expect(text()).toContain('没有签到码请扫描会场大屏幕上的二维码')
  expect(wire.requests()).toEqual([])
  expect(keptScans.get()).toEqual([])
})

it('is large in elder mode', () => {
  wire.hold(checkIn)
  const { container } = open()
  expect(container.querySelector('.screen--elder')).toBeNull()
  act(() => elderMode.set(true))
  expect(container.querySelector('.screen--elder')).not.toBeNull()
})

it('checks in again for nobody when the session is renewed', async () => {
  open()
  await settle()
  act(() => session.set({ ...sessionOf(member), me: { ...member, unitName: '第二党支部' } }))
  await settle()
  expect(wire.sent(checkIn)).toHaveLength(1)
})
