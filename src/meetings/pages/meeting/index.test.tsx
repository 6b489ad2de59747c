import { act, screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { attachments } from '../../../../cloudfunctions/meetings/attachments-contract'
import { askLeave, attendance, meeting, rollCall, withdrawLeave } from '../../../../cloudfunctions/meetings/contract'
import { list as motions } from '../../../../cloudfunctions/motions/contract'
import { type Me, session } from '../../../platform/session'
import { openPage, settle, tap, tapTwice, text, type, typed, wait } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, turn } from '../../../test/phone'
import { idOf, list, meetingId, motion, motionId, motionsOfMeeting, person, tally, wholeMeeting } from '../../../test/samples'
import { sight } from '../../../test/sight'
import { wire } from '../../../test/wire'
import MeetingPage from './index'

const open = (options: { as?: Me | null } = {}) =>
  openPage(MeetingPage, { path: '/meetings/pages/meeting/index', params: { meetingId }, ...options })

beforeEach(() => {
  wire.answer(meeting, wholeMeeting())
  wire.answer(motions, motionsOfMeeting())
  wire.answer(attachments, { mayChange: false, files: [] })
})

describe('its states', () => {
  it('shows grey lines, then what, when, where and what about', async () => {
    wire.hold(meeting)
    open()
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(meeting)
    await settle()
    expect(text()).toContain('支部党员大会还有 1 小时十一月党员大会时间今天 15:00 – 16:00地点三楼会议室召开第一党支部议程一、学习文件')
    expect(wire.sent(attendance)).toEqual([])
  })

  it.each(['INTERNAL', 'NOT_ALLOWED', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
    wire.refuse(meeting, code)
    open()
    await settle()
    expect(text()).toContain(refusals[code])
    wire.answer(meeting, wholeMeeting())
    await tap('重试')
    expect(text()).toContain('十一月党员大会')
  })

  it('shows what was there last time without network, and is new by itself afterwards', async () => {
    const { unmount } = open()
    await settle()
    unmount()
    loseNetwork()
    open()
    await settle()
    expect(text()).toContain('现在连不上网络，下面是上次的内容。')
    wire.answer(meeting, wholeMeeting({ place: '二楼会议室' }))
    findNetwork()
    await settle()
    expect(text()).toContain('二楼会议室')
  })

  it('says why a meeting was cancelled, and offers nothing more', async () => {
    wire.answer(meeting, wholeMeeting({ state: 'cancelled', cancelReason: '临时工作安排', canManage: true }))
    open()
    await settle()
    expect(text()).toContain('会议已取消：临时工作安排')
    for (const action of ['请假', '开始签到', '邀请列席', '取消会议']) expect(screen.queryByRole('button', { name: action })).toBeNull()
  })

  it('says that the agenda is not there yet', async () => {
    wire.answer(meeting, wholeMeeting({ agenda: '' }))
    open()
    await settle()
    expect(text()).toContain('议程还没有填写')
  })

  it('sends whoever is not signed in to sign in and back here, and asks for nothing', async () => {
    open({ as: null })
    await settle()
    expect(lastVisit()?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`${phone.path}?meetingId=${meetingId}`)}`)
    expect(wire.requests()).toEqual([])
  })

  it('sends whoever is signed out meanwhile to sign in', async () => {
    wire.refuse(meeting, 'NOT_SIGNED_IN')
    open()
    await settle()
    expect(session.get()).toBeNull()
    expect(lastVisit()?.url).toContain('/pages/sign-in/index')
  })
})

describe('the record', () => {
  it('is there to read once it is confirmed', async () => {
    wire.answer(meeting, wholeMeeting({ state: 'closed', recordState: 'confirmed' }))
    open()
    await settle()
    await tap('查看会议记录')
    expect(lastVisit()?.url).toBe(`/meetings/pages/record/index?meetingId=${meetingId}`)
  })

  it('is announced before that, once the meeting is over', async () => {
    wire.answer(meeting, wholeMeeting({ state: 'closed' }))
    open()
    await settle()
    expect(text()).toContain('会议记录书记确认后，会显示在这里。')
  })

  it('is not spoken of before the meeting', async () => {
    open()
    await settle()
    expect(text()).not.toContain('会议记录')
  })
})

it('says of a meeting that was entered later, by whom and when', async () => {
  const recordedLaterBy = { name: '李书记', at: '2026-11-22T09:00:00+08:00' }
  wire.answer(meeting, wholeMeeting({ state: 'closed', recordedLater: true, recordedLaterBy }))
  open()
  await settle()
  expect(text()).toContain('补录李书记 昨天登记')
})

describe('while the check-in is open', () => {
  beforeEach(() => {
    wire.answer(meeting, wholeMeeting({ state: 'open', canSeeAttendance: true }))
    wire.answer(attendance, list([person()]))
  })

  it('follows what happens, and rests while out of sight', async () => {
    open()
    await settle()
    await wait(5)
    expect(wire.sent(attendance)).toHaveLength(2)
    turn('hide')
    await wait(20)
    expect(wire.sent(attendance)).toHaveLength(2)
    turn('show')
    await wait(5)
    expect(wire.sent(attendance).length).toBeGreaterThan(2)
  })

  it('asks only for who changed, and keeps everyone else', async () => {
    wire.answer(attendance, list([person(), person({ memberId: idOf(13), name: '陈新来' })], { cursor: '2026-11-23T14:00:00.000+08:00' }))
    open()
    await settle()
    wire.answer(attendance, {
      ...list([person({ state: 'present', at: '2026-11-23T14:00:03+08:00' })], { cursor: '2026-11-23T14:00:05.000+08:00' }),
      expected: 2,
    })
    await wait(5)
    expect(text()).toContain('已到 1 人王小明')
    expect(text()).toContain('未签到 1 人陈新来')
    await wait(5)
    expect(wire.sent(attendance).map(({ since }) => since)).toEqual([
      undefined,
      '2026-11-23T14:00:00.000+08:00',
      '2026-11-23T14:00:05.000+08:00',
    ])
  })

  it('asks for everyone again when somebody was taken off the list', async () => {
    const both = [person(), person({ memberId: idOf(13), name: '陈新来' })]
    wire.answer(attendance, list(both))
    open()
    await settle()
    wire.answer(attendance, ({ since }) => (since ? { ...list([]), expected: 1 } : list([person()])))
    await wait(5)
    expect(wire.sent(attendance).map(({ since }) => since !== undefined)).toEqual([false, true, false])
    expect(text()).not.toContain('陈新来')
  })

  it('asks for everyone again after an answer that did not come', async () => {
    open()
    await settle()
    wire.refuse(attendance, 'INTERNAL')
    await wait(5)
    expect(text()).toContain(refusals.INTERNAL)
    wire.answer(attendance, list([person({ state: 'present' })]))
    await wait(5)
    expect(text()).toContain('已到 1 人王小明')
    expect(text()).not.toContain(refusals.INTERNAL)
  })

  it('keeps the list in sight when the network is lost', async () => {
    open()
    await settle()
    wire.cut()
    await wait(5)
    expect(text()).toContain('王小明')
    expect(text()).toContain('现在连不上网络，下面是上次的内容。')
  })
})

describe('the figures', () => {
  const three = [
    person({ state: 'present' }),
    person({ memberId: meetingId, state: 'late' }),
    person({ memberId: meetingId.replace('7', '6'), state: 'expected' }),
  ]
  const show = async (state: 'scheduled' | 'open' | 'closed', own = {}) => {
    wire.answer(meeting, wholeMeeting({ state, canSeeAttendance: true }))
    wire.answer(attendance, list(three, { meetingState: state, quorum: { needed: 2, have: 2, met: true }, ...own }))
    open()
    await settle()
  }
  const labels = () => [...document.querySelectorAll('.attendance-figures__one')].map((each) => each.getAttribute('aria-label'))

  it('tell only who is expected before it begins', async () => {
    await show('scheduled')
    expect(labels()).toEqual(['应到 3 人', '请假 0 人', '有表决权 3 人'])
    expect(text()).not.toContain('法定人数')
  })

  it('tell who is here and whether they are enough while it is open', async () => {
    await show('open')
    expect(labels()).toEqual(['应到 3 人', '实到 2 人', '请假 0 人', '未签到 1 人', '有表决权 3 人'])
    expect(text()).toContain('已达到法定人数（有表决权的到会 2 人，须 2 人）')
  })

  it('tell who was absent once it is closed', async () => {
    await show('closed', { absent: 1, quorum: { needed: 2, have: 1, met: false } })
    expect(labels()).toEqual(['应到 3 人', '实到 2 人', '请假 0 人', '缺席 1 人', '有表决权 3 人'])
    expect(text()).toContain('未达到法定人数（有表决权的到会 1 人，须 2 人）')
  })

  it('tell nothing of a quorum where the kind has none', async () => {
    await show('open', { quorum: { needed: 0, have: 0, met: false } })
    expect(text()).not.toContain('法定人数')
    expect(text()).not.toContain('有表决权')
  })
})

it('lists ten thousand people with the rows in sight alone, and finds any of them', async () => {
  const crowd = Array.from({ length: 10_000 }, (_, number) => person({ memberId: idOf(1000 + number), name: `同志${number}` }))
  wire.answer(meeting, wholeMeeting({ state: 'open', canSeeAttendance: true }))
  wire.answer(attendance, list(crowd))
  open()
  await settle()
  await tap('显示全部 10000 人')
  expect(document.querySelectorAll('.person-row')).toHaveLength(40)
  await sight.move([[...document.querySelectorAll('.long-list__part')].at(-1)])
  await sight.move([...document.querySelectorAll('.long-list__part')].slice(-1))
  expect(text()).toContain('同志9999')
  expect(document.querySelectorAll('.person-row').length).toBeLessThan(100)
  type('查找', '同志1234')
  expect(document.querySelectorAll('.person-row')).toHaveLength(1)
})

describe('asking for leave', () => {
  const ask = async () => {
    open()
    await settle()
    await tap('请假')
  }

  it('needs a reason, and is sent once', async () => {
    wire.answer(askLeave, {})
    await ask()
    await tap('提交请假')
    expect(screen.getByRole('alert').textContent).toBe('请填写原因')
    expect(wire.sent(askLeave)).toEqual([])
    await tap('因公出差')
    await tapTwice('提交请假')
    expect(wire.sent(askLeave)).toMatchObject([{ meetingId, reason: '因公出差' }])
    expect(phone.said).toEqual(['已提交请假，等待批准'])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(wire.sent(meeting).length).toBeGreaterThan(1)
  })

  it.each(askLeave.refusals)('says what to do when refused with %s, and keeps the reason', async (code) => {
    wire.refuse(askLeave, code)
    await ask()
    type('原因', '照顾家人')
    await tap('提交请假')
    expect(text()).toContain(refusals[code])
    expect(typed('原因')).toBe('照顾家人')
  })

  it('loses no reason when the sheet is closed by mistake', async () => {
    await ask()
    type('原因', '照顾家人')
    act(() => screen.getAllByRole('button', { name: '关闭' })[0]?.click())
    await settle()
    expect(screen.queryByRole('dialog')).toBeNull()
    await tap('请假')
    expect(typed('原因')).toBe('照顾家人')
  })

  it('can be taken back after a question', async () => {
    wire.answer(meeting, wholeMeeting({ mine: { state: 'expected', at: null, leave: 'asked' }, myLeaveReason: '照顾家人' }))
    wire.answer(withdrawLeave, {})
    open()
    await settle()
    expect(text()).toContain('请假待批支部批准前，您仍在应到名单中。请假原因：照顾家人')
    phone.agrees = false
    await tap('撤回请假')
    expect(wire.sent(withdrawLeave)).toEqual([])
    phone.agrees = true
    await tapTwice('撤回请假')
    expect(wire.sent(withdrawLeave)).toHaveLength(1)
  })
})

it('shows nothing of the organiser to a member', async () => {
  wire.answer(meeting, wholeMeeting({ state: 'open' }))
  open()
  await settle()
  for (const word of ['投屏签到码', '组织会议', '点名', '请假申请', '应到名单']) expect(screen.queryByText(word)).toBeNull()
  expect([wire.sent(attendance), wire.sent(rollCall)]).toEqual([[], []])
})

describe('what the meeting decides', () => {
  const show = async (...args: Parameters<typeof motionsOfMeeting>) => {
    wire.answer(motions, motionsOfMeeting(...args))
    wire.answer(meeting, wholeMeeting({ state: 'open' }))
    open()
    await settle()
  }

  it('says nothing where nothing was put, except to whoever may put something', async () => {
    await show()
    expect(screen.queryByRole('button', { name: '查看表决' })).toBeNull()
  })

  it('leads to a vote that is under way, which it notices by itself', async () => {
    await show([motion()])
    expect(screen.queryByRole('button', { name: '进入表决' })).toBeNull()
    wire.answer(motions, motionsOfMeeting([motion({ state: 'voting', tally: tally() })]))
    await wait(5)
    await tap('进入表决')
    expect(lastVisit()?.url).toBe(`/motions/pages/vote/index?meetingId=${meetingId}&motionId=${motionId}`)
  })

  it('shows what was decided with its votes, and not what was withdrawn', async () => {
    const decided = tally({ inFavour: 7, against: 1, notVoted: 3, passed: true })
    await show([motion({ state: 'closed', tally: decided }), motion({ motionId: meetingId, text: '撤回的事项', state: 'withdrawn' })])
    expect(text()).toContain('同意王小明转为正式党员通过赞成 7 · 反对 1 · 弃权 0 · 未投 3')
    expect(text()).not.toContain('撤回的事项')
    await tap('查看表决')
    expect(lastVisit()?.url).toBe(`/motions/pages/list/index?meetingId=${meetingId}`)
  })
})
