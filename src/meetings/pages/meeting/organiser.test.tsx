import { fireEvent, screen } from '@testing-library/react'
import { type RefusalCode, refusals } from '../../../../cloudfunctions/kernel/refusals'
import { attachments } from '../../../../cloudfunctions/meetings/attachments-contract'
import {
  answerRollCall,
  attendance,
  cancel,
  close,
  decideLeave,
  drawRollCall,
  invite,
  meeting,
  open as openCheckIn,
  recordAttendance,
  rollCall,
  settleFlags,
  uninvite,
} from '../../../../cloudfunctions/meetings/contract'
import { lineHistory } from '../../../../cloudfunctions/meetings/record-contract'
import { list as motions } from '../../../../cloudfunctions/motions/contract'
import { members, units } from '../../../../cloudfunctions/organisation/contract'
import { openPage, settle, tap, tapTwice, text, type, typed, wait } from '../../../test/open-page'
import { lastVisit, phone } from '../../../test/phone'
import {
  branchId,
  idOf,
  list,
  meetingId,
  member,
  motionsOfMeeting,
  person,
  secretary,
  units as tree,
  wholeMeeting,
} from '../../../test/samples'
import { wire } from '../../../test/wire'
import MeetingPage from './index'

type Meeting = ReturnType<typeof wholeMeeting>
const show = async (own: Partial<Meeting> = {}, people = [person(), person({ memberId: idOf(13), name: '陈新来' })]) => {
  const shown = wholeMeeting({ canManage: true, canSeeAttendance: true, ...own })
  wire.answer(meeting, shown)
  wire.answer(attendance, list(people, { meetingState: shown.state }))
  openPage(MeetingPage, { path: '/meetings/pages/meeting/index', params: { meetingId }, as: secretary })
  await settle()
}
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))

beforeEach(() => {
  wire.answer(attachments, { mayChange: true, files: [] })
  wire.answer(rollCall, { called: [] })
  wire.answer(lineHistory, { changes: [] })
  wire.answer(units, tree)
  wire.answer(motions, motionsOfMeeting([], { canManage: true }))
})

describe('starting the check-in', () => {
  beforeEach(() => wire.answer(openCheckIn, {}))

  it('is done once and goes to the screen for the room', async () => {
    await show()
    await tapTwice('开始签到')
    expect(wire.sent(openCheckIn)).toHaveLength(1)
    expect(phone.asked).toEqual([])
    expect(lastVisit()?.url).toBe(`/meetings/pages/check-in-screen/index?meetingId=${meetingId}`)
  })

  it('asks first where the meeting is far off', async () => {
    await show({ startsAt: '2026-11-24T15:00:00+08:00' })
    phone.agrees = false
    await tap('开始签到')
    expect(phone.asked).toEqual(['现在就开始签到 会议时间是 明天 15:00。开始签到后不能退回，也不能再请假。'])
    expect(wire.sent(openCheckIn)).toEqual([])
  })

  it.each(openCheckIn.refusals)('says what to do when refused with %s', async (code) => {
    wire.refuse(openCheckIn, code)
    await show()
    await tap('开始签到')
    expect(text()).toContain(refusals[code])
    expect(phone.went).toEqual([])
  })
})

describe('ending the check-in', () => {
  beforeEach(() => wire.answer(close, {}))

  it('says who becomes absent, and is done once', async () => {
    await show({ state: 'open' })
    phone.agrees = false
    await tap('结束签到')
    expect(phone.asked[0]).toBe('结束签到 2 人未签到，将记为缺席。结束后名单固定，更正须写明原因。')
    expect(wire.sent(close)).toEqual([])
    phone.agrees = true
    await tapTwice('结束签到')
    expect(wire.sent(close)).toHaveLength(1)
  })

  it.each(close.refusals)('says what to do when refused with %s', async (code) => {
    wire.refuse(close, code)
    await show({ state: 'open' })
    await tap('结束签到')
    expect(text()).toContain(refusals[code])
  })
})

it('cancels after a reason and a warning, once', async () => {
  wire.answer(cancel, {})
  await show()
  await tap('取消会议')
  expect(text()).toContain('取消后不能恢复，应到的 23 人会看到会议已取消和原因。')
  await tap('临时工作安排')
  await tapTwice('取消这次会议')
  expect(wire.sent(cancel)).toMatchObject([{ meetingId, reason: '临时工作安排' }])
})

describe('leave', () => {
  const request = {
    memberId: member.id,
    name: member.name,
    reason: '照顾家人',
    state: 'asked' as const,
    askedAt: '2026-11-23T09:00:00+08:00',
    decision: null,
  }

  it('is granted with a word, once', async () => {
    wire.answer(decideLeave, {})
    await show({ leave: [request] })
    type('附言（可不填）', '注意休息')
    await tapTwice('同意')
    expect(wire.sent(decideLeave)).toMatchObject([{ memberId: member.id, decision: 'granted', comment: '注意休息' }])
    expect(phone.said).toEqual([`已同意${member.name}请假`])
  })

  it.each(decideLeave.refusals)('says what to do when refused with %s', async (code) => {
    wire.refuse(decideLeave, code)
    await show({ leave: [request] })
    await tap('不同意')
    expect(text()).toContain(refusals[code])
  })

  it('that nobody answered says so once the meeting is over', async () => {
    await show({ leave: [request], state: 'closed' })
    expect(text()).toContain('照顾家人没有处理')
    expect(screen.queryByRole('button', { name: '同意' })).toBeNull()
  })
})

describe('inviting', () => {
  const one = (number: number, name: string) => ({
    id: idOf(number),
    name,
    standing: 'activist' as const,
    groupId: null,
    posts: [],
    activated: true,
  })

  it('offers those who are not on the list, and sends once', async () => {
    wire.answer(members, { members: [one(13, '陈新来'), one(14, '何积极')], warnings: [] })
    wire.answer(invite, { added: 1 })
    await show()
    await tap('邀请列席')
    expect(screen.queryByRole('checkbox', { name: /陈新来/ })).toBeNull()
    await tap('邀请')
    expect(text()).toContain('请选择要邀请的人')
    fireEvent.click(screen.getByRole('checkbox', { name: '何积极 入党积极分子' }))
    await tap('列席会议')
    await tapTwice('邀请 1 人')
    expect(wire.sent(invite)).toMatchObject([{ meetingId, memberIds: [idOf(14)], reason: '列席会议' }])
    expect(phone.said).toEqual(['已邀请 1 人'])
  })

  it('says that there is nobody left, and looks in the whole branch', async () => {
    wire.answer(members, { members: [one(13, '陈新来')], warnings: [] })
    await show({ unitId: idOf(2) })
    await tap('邀请列席')
    expect(wire.sent(members)).toEqual([{ unitId: branchId }])
    expect(text()).toContain('支部的人都在名单里了')
  })

  it('says what went wrong, and a retry works', async () => {
    wire.refuse(members, 'INTERNAL')
    await show()
    await tap('邀请列席')
    expect(text()).toContain('没有加载成功')
    wire.answer(members, { members: [one(14, '何积极')], warnings: [] })
    await tap('重试')
    expect(text()).toContain('何积极')
  })

  it.each(invite.refusals)('says what to do when refused with %s', async (code) => {
    wire.answer(members, { members: [one(14, '何积极')], warnings: [] })
    wire.refuse(invite, code)
    await show()
    await tap('邀请列席')
    fireEvent.click(screen.getByRole('checkbox', { name: /何积极/ }))
    await tap('列席会议')
    await tap('邀请 1 人')
    expect(text()).toContain(refusals[code])
  })
})

describe('one person', () => {
  const openPerson = (name: string) => tap(new RegExp(`^${name}`))

  it('is recorded with a reason, once', async () => {
    wire.answer(recordAttendance, {})
    await show({ state: 'open' })
    await openPerson('王小明')
    await tap('确定')
    expect(text()).toContain('请选择一项')
    choose('已到')
    await tap('确定')
    expect(text()).toContain('请填写原因')
    await tap('手机没电')
    await tapTwice('确定')
    expect(wire.sent(recordAttendance)).toMatchObject([{ memberId: member.id, state: 'present', reason: '手机没电' }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('keeps what was typed while the list is renewed behind it', async () => {
    await show({ state: 'open' })
    await openPerson('王小明')
    choose('迟到')
    type('原因', '堵车')
    await wait(10)
    expect(typed('原因')).toBe('堵车')
  })

  it('with a flag is settled by whoever looked', async () => {
    wire.answer(settleFlags, {})
    await show({ state: 'open' }, [person({ state: 'present', how: 'scan', at: '2026-11-23T14:00:00+08:00', flags: ['shared-device'] })])
    expect(text()).toContain('待核实 1 人')
    await openPerson('王小明')
    expect(text()).toContain('这台手机还为其他同志签过到，可能是借用手机。')
    choose('不计入')
    await tap('由他人代签')
    await tap('确定')
    expect(wire.sent(settleFlags)).toMatchObject([{ decision: 'does-not-count', reason: '由他人代签' }])
  })

  it('is taken off the list after a question', async () => {
    wire.answer(uninvite, {})
    await show()
    await openPerson('王小明')
    choose('移出名单')
    await tap('不在应到范围')
    phone.agrees = false
    await tap('确定')
    expect(wire.sent(uninvite)).toEqual([])
    phone.agrees = true
    await tap('确定')
    expect(wire.sent(uninvite)).toMatchObject([{ memberId: member.id, reason: '不在应到范围' }])
  })

  it('is told the refusal of the last decision, not of one before', async () => {
    wire.refuse(recordAttendance, 'NOT_INVITED')
    wire.refuse(uninvite, 'HAS_CHECK_INS')
    await show({ state: 'open' })
    await openPerson('王小明')
    choose('已到')
    await tap('手机没电')
    await tap('确定')
    choose('移出名单')
    await tap('确定')
    expect(text()).toContain(refusals.HAS_CHECK_INS)
    expect(text()).not.toContain(refusals.NOT_INVITED)
  })

  it.each<RefusalCode>([...recordAttendance.refusals, 'NOT_ALLOWED'])('says what to do when refused with %s', async (code) => {
    wire.refuse(recordAttendance, code)
    await show({ state: 'open' })
    await openPerson('王小明')
    choose('已到')
    await tap('手机没电')
    await tap('确定')
    expect(text()).toContain(refusals[code])
    expect(typed('原因')).toBe('手机没电')
  })
})

describe('after the close', () => {
  const absent = [person({ state: 'absent', how: 'rule' })]

  it('a person is corrected with a reason, and what was changed before is in sight', async () => {
    const before = { by: '孙副书记', what: 'recorded' as const, reason: '手机没电', afterClose: false }
    const after = { by: '李书记', what: 'recorded' as const, reason: '核实本人未到会', afterClose: true }
    wire.answer(recordAttendance, {})
    wire.answer(lineHistory, {
      changes: [
        { ...before, at: '2026-11-23T15:02:00+08:00', before: 'expected', after: 'present' },
        { ...after, at: '2026-11-23T17:30:00+08:00', before: 'present', after: 'absent' },
      ],
    })
    await show({ state: 'closed' }, absent)
    fireEvent.click(screen.getByText('王小明'))
    await settle()
    expect(wire.sent(lineHistory)).toEqual([{ meetingId, memberId: member.id }])
    expect(text()).toContain('登记经过未签到 → 已到手机没电孙副书记 今天 15:02已到 → 缺席更正核实本人未到会李书记 今天 17:30')
    choose('已到')
    await tap('现场点名确认')
    await tap('确定')
    expect(wire.sent(recordAttendance)).toMatchObject([{ memberId: member.id, state: 'present', reason: '现场点名确认' }])
  })

  it('a correction can be made while its history cannot be had', async () => {
    wire.refuse(lineHistory, 'INTERNAL')
    await show({ state: 'closed' }, absent)
    fireEvent.click(screen.getByText('王小明'))
    await settle()
    expect(text()).toContain('登记经过没有加载成功')
    expect(screen.getByRole('radio', { name: '已到' })).toBeTruthy()
  })

  it.each([
    ['none' as const, '写会议记录'],
    ['draft' as const, '继续写会议记录'],
  ])('the record is next, where there is %s', async (recordState, action) => {
    await show({ state: 'closed', recordState }, absent)
    await tap(action)
    expect(lastVisit()?.url).toBe(`/meetings/pages/record/index?meetingId=${meetingId}`)
  })

  it('nothing is left to do once it is confirmed but to read it', async () => {
    await show({ state: 'closed', recordState: 'confirmed' }, absent)
    expect(screen.queryByRole('button', { name: /写会议记录/ })).toBeNull()
    await tap('查看会议记录')
    expect(lastVisit()?.url).toBe(`/meetings/pages/record/index?meetingId=${meetingId}`)
  })
})

it('the record can be begun while the check-in is open', async () => {
  await show({ state: 'open' })
  await tap('边开边写')
  expect(lastVisit()?.url).toBe(`/meetings/pages/record/index?meetingId=${meetingId}`)
})

describe('the roll-call', () => {
  const called = { memberId: member.id, name: member.name, flags: [], result: null }

  it('is drawn and answered, once each', async () => {
    wire.answer(drawRollCall, { called: [called] })
    wire.answer(answerRollCall, {})
    await show({ state: 'open' })
    wire.answer(rollCall, { called: [called] })
    await tapTwice('抽取点名')
    await tapTwice('在场')
    expect(wire.sent(drawRollCall)).toHaveLength(1)
    expect(wire.sent(answerRollCall)).toMatchObject([{ memberId: member.id, result: 'here' }])
  })

  it.each(drawRollCall.refusals)('says what to do when drawing is refused with %s', async (code) => {
    wire.refuse(drawRollCall, code)
    await show({ state: 'open' })
    await tap('抽取点名')
    expect(text()).toContain(refusals[code])
  })

  it.each(answerRollCall.refusals)('says what to do when an answer is refused with %s', async (code) => {
    wire.refuse(answerRollCall, code)
    wire.answer(rollCall, { called: [called] })
    await show({ state: 'open' })
    await tap('不在')
    expect(text()).toContain(refusals[code])
  })
})
