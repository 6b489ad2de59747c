import { screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { close, code, meeting, open as openCheckIn } from '../../../../cloudfunctions/meetings/contract'
import { signOutCode } from '../../../../cloudfunctions/meetings/sign-out-contract'
import type { Me } from '../../../platform/session'
import { openPage, settle, tap, tapTwice, text, wait } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone } from '../../../test/phone'
import { codesAt, idOf, list, meetingId, person, secretary, wholeMeeting } from '../../../test/samples'
import { wall } from '../../../test/wall'
import { wire } from '../../../test/wire'
import CheckInScreenPage from './index'

const open = (options: { as?: Me | null } = {}) =>
  openPage(CheckInScreenPage, { path: '/meetings/pages/check-in-screen/index', params: { meetingId }, as: secretary, ...options })
const organised = (own = {}) => wholeMeeting({ canManage: true, canSeeAttendance: true, state: 'open', ...own })
const shownCode = () => document.querySelector('img')?.getAttribute('src')

beforeEach(() => {
  wire.answer(meeting, organised())
  wire.answer(code, () => codesAt(Date.now()))
})

async function openRoom() {
  open()
  await settle()
  await wall.send(list([person(), person({ memberId: idOf(13), name: '陈新来' })]))
  await settle()
}

describe('before and after', () => {
  it('shows grey lines until it knows', async () => {
    wire.hold(meeting)
    open()
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(meeting)
    await settle()
    expect(text()).toContain('十一月党员大会')
  })

  it.each(['INTERNAL', 'NOT_FOUND', 'NOT_ALLOWED'] as const)('says what to do about %s, and a retry works', async (refusal) => {
    wire.refuse(meeting, refusal)
    open()
    await settle()
    expect(text()).toContain(refusals[refusal])
    wire.answer(meeting, organised())
    await tap('重试')
    expect(screen.getByAltText('签到码')).toBeTruthy()
  })

  it('offers to begin where nothing was begun, once', async () => {
    wire.answer(meeting, organised({ state: 'scheduled' }))
    wire.answer(openCheckIn, {})
    open()
    await settle()
    expect(text()).toContain('还没有开始签到会议时间：今天 15:00')
    expect(wire.sent(code)).toEqual([])
    wire.answer(meeting, organised())
    await tapTwice('开始签到')
    expect(wire.sent(openCheckIn)).toHaveLength(1)
    expect(screen.getByAltText('签到码')).toBeTruthy()
  })

  it.each(openCheckIn.refusals)('says what to do when beginning is refused with %s', async (refusal) => {
    wire.answer(meeting, organised({ state: 'scheduled' }))
    wire.refuse(openCheckIn, refusal)
    open()
    await settle()
    await tap('开始签到')
    expect(text()).toContain(refusals[refusal])
  })

  it('says why a meeting was cancelled', async () => {
    wire.answer(meeting, organised({ state: 'cancelled', cancelReason: '临时工作安排' }))
    open()
    await settle()
    expect(text()).toContain('会议已取消临时工作安排')
  })

  it.each(['scheduled', 'open', 'closed'] as const)(
    'is not for a member: a meeting that is %s shows neither codes nor buttons',
    async (state) => {
      wire.answer(meeting, wholeMeeting({ state }))
      open()
      await settle()
      expect(text()).toContain('签到屏由会议的组织者打开')
      for (const name of ['开始签到', '结束签到']) expect(screen.queryByRole('button', { name })).toBeNull()
      expect([wire.sent(code), wall.opened()]).toEqual([[], []])
    },
  )

  it('sends whoever is not signed in to sign in and back here, and asks for nothing', async () => {
    open({ as: null })
    await settle()
    expect(lastVisit()?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`${phone.path}?meetingId=${meetingId}`)}`)
    expect(wire.requests()).toEqual([])
  })
})

describe('the code', () => {
  it('changes by itself with every step', async () => {
    await openRoom()
    await wait(1)
    const seen = new Set([shownCode()])
    for (let step = 0; step < 3; step++) {
      await wait(15)
      seen.add(shownCode())
    }
    expect(seen.size).toBe(4)
  })

  it('is never away for a moment, whenever it is asked for', async () => {
    await openRoom()
    for (let tick = 0; tick < 480; tick++) {
      await wait(0.25)
      expect(shownCode()).toBeTruthy()
    }
  })

  it('goes on for two minutes without network', async () => {
    await openRoom()
    await wait(1)
    const seen = new Set([shownCode()])
    loseNetwork()
    await wall.cut()
    for (let step = 0; step < 8; step++) {
      await wait(15)
      expect(shownCode()).toBeTruthy()
      seen.add(shownCode())
    }
    expect(seen.size).toBe(9)
    expect(text()).toContain('网络已断开，签到码继续有效；名单将在联网后更新。')
  })

  it('says so when the codes it kept have run out, and goes on by itself', async () => {
    await openRoom()
    loseNetwork()
    await wall.cut()
    await wait(200)
    expect(shownCode()).toBeUndefined()
    expect(text()).toContain('网络已断开，备用的签到码已用完，联网后自动继续')
    expect(text()).not.toContain('签到码继续有效')
    findNetwork()
    await settle()
    expect(shownCode()).toBeTruthy()
  })

  it.each(code.refusals)('gives way to the reason where it is refused with %s', async (refusal) => {
    wire.refuse(code, refusal)
    open()
    await settle()
    expect(text()).toContain(refusals[refusal])
    expect(shownCode()).toBeUndefined()
  })
})

describe('the sign-out code', () => {
  beforeEach(() => {
    wire.answer(meeting, organised({ signOut: true }))
    wire.answer(signOutCode, () => {
      const { codes, ...rest } = codesAt(Date.now())
      return { ...rest, codes: codes.map((each) => ({ ...each, link: each.link.replace(/C/g, 'S') })) }
    })
  })
  async function openAsking() {
    open()
    await settle()
    await wall.send(list([person()], { signOut: true }))
    await settle()
    await wait(1)
  }

  it('takes the place of the check-in code, and gives it back', async () => {
    await openAsking()
    const checkInCode = shownCode()
    await tap('换成签退码')
    await wait(1)
    expect(screen.getByAltText('签退码')).toBeTruthy()
    expect(text()).toContain('请用微信或手机相机扫码签退')
    expect(shownCode()).not.toBe(checkInCode)
    const asked = wire.sent(code).length
    await wait(30)
    expect(wire.sent(code)).toHaveLength(asked)
    await tap('换成签到码')
    await wait(1)
    expect(screen.getByAltText('签到码')).toBeTruthy()
  })

  it('goes on without network as the other does', async () => {
    await openAsking()
    await tap('换成签退码')
    await wait(1)
    loseNetwork()
    await wall.cut()
    await wait(60)
    expect(screen.getByAltText('签退码')).toBeTruthy()
    expect(text()).toContain('网络已断开，签退码继续有效；名单将在联网后更新。')
  })

  it.each(signOutCode.refusals)('gives way to the reason where it is refused with %s', async (refusal) => {
    wire.refuse(signOutCode, refusal)
    await openAsking()
    await tap('换成签退码')
    expect(text()).toContain(refusals[refusal])
    expect(shownCode()).toBeUndefined()
  })

  it('is offered only where it is asked for', async () => {
    wire.answer(meeting, organised())
    await openRoom()
    expect(screen.queryByRole('button', { name: '换成签退码' })).toBeNull()
  })
})

describe('the wall', () => {
  it('shows who arrives, the latest first, and whether they are enough', async () => {
    await openRoom()
    expect(text()).toContain('0/ 2实到 / 应到法定人数 2，还差 2 人有表决权 2签到后，名字会显示在这里')
    const early = person({ state: 'present', at: '2026-11-23T14:00:00+08:00' })
    const late = person({ memberId: idOf(13), name: '陈新来', state: 'late', at: '2026-11-23T14:00:20+08:00', flags: ['offline'] })
    await wall.send(list([early], { expected: 2, present: 1, quorum: { needed: 2, have: 1, met: false } }))
    await wall.send(list([late], { expected: 2, present: 1, late: 1, quorum: { needed: 2, have: 2, met: true } }))
    await settle()
    expect(text()).toContain('2/ 2实到 / 应到已达到法定人数（2 / 2）')
    expect([...document.querySelectorAll('.wall__name')].map(({ textContent }) => textContent)).toEqual(['陈新来迟到离线', '王小明'])
  })

  it('keeps its names without network, says so, and is whole again by itself', async () => {
    await openRoom()
    await wall.send(list([person({ state: 'present', at: '2026-11-23T14:00:00+08:00' })], { expected: 2 }))
    await wall.cut()
    await settle()
    expect(text()).toContain('名单将在联网后更新')
    expect(document.querySelector('.wall__name')?.textContent).toBe('王小明')
    await wait(2)
    await wall.send(list([person({ state: 'present' }), person({ memberId: idOf(13), name: '陈新来', state: 'present' })]))
    await settle()
    expect(text()).not.toContain('名单将在联网后更新')
    expect(document.querySelectorAll('.wall__name')).toHaveLength(2)
  })

  it('says why it is no longer shown', async () => {
    await openRoom()
    await wall.refuse('NOT_ALLOWED')
    await settle()
    expect(text()).toContain(refusals.NOT_ALLOWED)
  })

  it('lets go of the stream when the page is left', async () => {
    const { unmount } = open()
    await settle()
    expect(wall.watching()).toBe(1)
    unmount()
    await settle()
    expect(wall.watching()).toBe(0)
  })
})

describe('ending', () => {
  it('says who has not come, and is done once', async () => {
    wire.answer(close, {})
    await openRoom()
    phone.agrees = false
    await tap('结束签到')
    expect(phone.asked[0]).toBe('结束签到 还有 2 人未签到，结束后记为缺席，可由您更正。')
    expect(wire.sent(close)).toEqual([])
    phone.agrees = true
    wire.answer(meeting, organised({ state: 'closed' }))
    await tapTwice('结束签到')
    expect(wire.sent(close)).toHaveLength(1)
    expect(text()).toContain('签到已结束名单已固定')
    expect(screen.queryByRole('button', { name: '结束签到' })).toBeNull()
  })

  it('leads straight to the record', async () => {
    wire.answer(meeting, organised({ state: 'closed' }))
    await openRoom()
    await tap('写会议记录')
    expect(lastVisit()?.url).toBe(`/meetings/pages/record/index?meetingId=${meetingId}`)
  })

  it.each(close.refusals)('says what to do when refused with %s', async (refusal) => {
    wire.refuse(close, refusal)
    await openRoom()
    await tap('结束签到')
    expect(text()).toContain(refusals[refusal])
  })

  it('is noticed when another organiser did it', async () => {
    await openRoom()
    await wall.send(list([], { meetingState: 'closed', expected: 2, absent: 2 }))
    await settle()
    expect(text()).toContain('签到已结束')
    const asked = wire.sent(code).length
    await wait(60)
    expect(wire.sent(code)).toHaveLength(asked)
  })

  it('says nothing of codes without network once it is over', async () => {
    wire.answer(meeting, organised({ state: 'closed' }))
    open()
    await settle()
    await wall.cut()
    await settle()
    expect(text()).not.toContain('签到码继续有效')
  })
})

it('names the latest two hundred on the wall, and counts the others', async () => {
  open()
  await settle()
  const crowd = Array.from({ length: 250 }, (_, number) =>
    person({
      memberId: idOf(1000 + number),
      state: 'present',
      at: new Date(Date.parse('2026-11-23T14:00:00+08:00') + number * 1000).toISOString(),
    }),
  )
  await wall.send(list(crowd))
  await settle()
  expect(document.querySelectorAll('.wall__name')).toHaveLength(200)
  expect(text()).toContain('另有 50 人已签到')
})
