import { fireEvent, screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { meeting, reschedule, schedule } from '../../../../cloudfunctions/meetings/contract'
import { scheduleSeries, series } from '../../../../cloudfunctions/meetings/series-contract'
import { units } from '../../../../cloudfunctions/organisation/contract'
import type { Me } from '../../../platform/session'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { lastVisit, loseNetwork, phone, restartApp } from '../../../test/phone'
import { branchId, groupId, idOf, meetingId, member, secretary, units as tree, wholeMeeting } from '../../../test/samples'
import { wire } from '../../../test/wire'
import SchedulePage from './index'

const open = (options: { as?: Me | null; params?: Record<string, string> } = {}) =>
  openPage(SchedulePage, { path: '/meetings/pages/schedule/index', as: secretary, ...options })
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const isChosen = (name: string) => screen.getByRole('radio', { name }).getAttribute('aria-checked') === 'true'
const turnWheel = (kind: 'date' | 'time', value: string) =>
  fireEvent.change(document.querySelector(`input[type=${kind}]`) ?? document.body, { target: { value } })

beforeEach(() => {
  wire.answer(units, tree)
  wire.answer(schedule, { meetingId })
  wire.answer(reschedule, {})
})

async function openFilled() {
  const page = open()
  await settle()
  choose('支部党员大会')
  type('会议名称', '选举大会')
  type('地点', '三楼会议室')
  type('议程（可不填）', '一、推选监票人\n二、投票')
  return page
}

describe('a new meeting', () => {
  it('shows grey lines, then a form for the next full hour', async () => {
    wire.hold(units)
    open()
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(units)
    await settle()
    expect(screen.getByRole('button', { name: '日期 今天' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '开始时间 15:00' })).toBeTruthy()
  })

  it('is sent as it was filled in, and opens', async () => {
    await openFilled()
    turnWheel('date', '2026-11-24')
    turnWheel('time', '09:30')
    choose('90 分钟')
    await tap('安排会议')
    expect(wire.sent(schedule)).toMatchObject([
      {
        unitId: branchId,
        kind: 'assembly',
        title: '选举大会',
        startsAt: '2026-11-24T09:30:00+08:00',
        durationMinutes: 90,
        place: '三楼会议室',
        agenda: '一、推选监票人\n二、投票',
      },
    ])
    expect(phone.went).toEqual([{ how: 'redirectTo', url: `/meetings/pages/meeting/index?meetingId=${meetingId}` }])
  })

  it('has its kind and unit filled in for whoever comes from what is owed', async () => {
    open({ params: { unitId: groupId, kind: 'group-meeting' } })
    await settle()
    expect(isChosen('第一党小组')).toBe(true)
    expect(isChosen('党小组会')).toBe(true)
  })

  it.each(['lecture', 'nonsense'])('takes a kind from outside only where there is such a kind: %s', async (kind) => {
    open({ params: { unitId: branchId, kind } })
    await settle()
    expect(
      screen.getAllByRole('radio').filter((each) => each.getAttribute('aria-checked') === 'true' && each.textContent === '党课'),
    ).toHaveLength(kind === 'lecture' ? 1 : 0)
  })

  it('is sent once on a double tap', async () => {
    await openFilled()
    wire.hold(schedule)
    await tapTwice('安排会议')
    expect(wire.sent(schedule)).toHaveLength(1)
    wire.release(schedule)
    await settle()
    expect(phone.went).toHaveLength(1)
  })

  it('says what is missing without asking the server', async () => {
    open()
    await settle()
    expect(screen.queryByRole('alert')).toBeNull()
    await tap('安排会议')
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      '请选择会议类型',
      '请填写会议名称',
      '请填写会议地点',
    ])
    choose('支部党员大会')
    await tap('11月支部党员大会')
    type('地点', ' 三楼 ')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(wire.sent(schedule)).toEqual([])
  })

  it('asks before it is put where it has begun already', async () => {
    await openFilled()
    turnWheel('time', '13:30')
    phone.agrees = false
    await tap('安排会议')
    expect(phone.asked).toEqual(['开始时间已过 今天 13:30 已经过去。安排后可以马上开始签到。'])
    expect(wire.sent(schedule)).toEqual([])
    phone.agrees = true
    await tap('安排会议')
    expect(wire.sent(schedule)).toHaveLength(1)
  })

  it('goes on to who was there, where the meeting is over', async () => {
    await openFilled()
    expect(text()).toContain('会已经开过的，日期选在过去，就是补录。')
    turnWheel('date', '2026-11-20')
    expect(text()).toContain('这个时间会已经开完，将作为补录。')
    await tap('下一步：登记到会情况')
    expect(phone.went).toEqual([{ how: 'redirectTo', url: '/meetings/pages/record-past/index' }])
    expect(wire.sent(schedule)).toEqual([])
  })

  it('says what is missing before it goes on', async () => {
    open()
    await settle()
    turnWheel('date', '2026-11-20')
    await tap('下一步：登记到会情况')
    expect(screen.getAllByRole('alert')).toHaveLength(3)
    expect(phone.went).toEqual([])
  })

  it.each([...schedule.refusals, 'NOT_ALLOWED', 'INTERNAL'] as const)(
    'says what to do when refused with %s, and loses nothing',
    async (code) => {
      wire.refuse(schedule, code)
      await openFilled()
      await tap('安排会议')
      expect(text()).toContain(refusals[code])
      expect(typed('会议名称')).toBe('选举大会')
    },
  )

  it("says the server's word beside the field", async () => {
    wire.refuse(schedule, 'INVALID_INPUT', { title: '最多 80 字' })
    await openFilled()
    await tap('安排会议')
    expect(screen.getByRole('alert').textContent).toBe('最多 80 字')
  })

  it('offers only the kinds a unit holds', async () => {
    open()
    await settle()
    choose('第一党小组')
    expect(screen.queryByRole('radio', { name: '支部党员大会' })).toBeNull()
    choose('党小组会')
    expect(isChosen('党小组会')).toBe(true)
  })

  it('starts with the unit the person came from', async () => {
    open({ params: { unitId: groupId } })
    await settle()
    expect(isChosen('第一党小组')).toBe(true)
    expect(isChosen('党小组会')).toBe(true)
  })
})

describe('a series', () => {
  const ids = [meetingId, idOf(101), idOf(102)]
  const preview = () => screen.getByLabelText('将安排的日期').textContent
  beforeEach(() => wire.answer(scheduleSeries, { seriesId: idOf(200), meetingIds: ids }))

  it('names the ways by the chosen day, and shows the days before anything is arranged', async () => {
    await openFilled()
    turnWheel('date', '2026-11-26')
    for (const name of ['不重复', '每周四', '每月26日', '每月第四个周四']) expect(screen.getByRole('radio', { name })).toBeTruthy()
    expect(screen.queryByLabelText('将安排的日期')).toBeNull()
    choose('每月第四个周四')
    choose('共 3 次')
    expect(preview()).toBe('将安排 3 次会议：11月26日 周四12月24日 周四2027年1月28日 周四')
    choose('每周四')
    choose('到某一天')
    expect(preview()).toContain('将安排 13 次会议')
  })

  it('says where a year cuts it short, and where a month has no such day', async () => {
    await openFilled()
    turnWheel('date', '2026-12-31')
    choose('每月31日')
    choose('共 24 次')
    expect(preview()).toContain('将安排 13 次会议（最多安排到一年后）')
    expect(preview()).toContain('没有这一天的月份，在当月最后一天召开。')
  })

  it('is sent once as it was chosen, and opens its first meeting', async () => {
    await openFilled()
    choose('每周一')
    choose('共 3 次')
    choose('需要签退')
    await tapTwice('安排会议')
    expect(wire.sent(schedule)).toEqual([])
    expect(wire.sent(scheduleSeries)).toMatchObject([
      { kind: 'assembly', startsAt: '2026-11-23T15:00:00+08:00', signOut: true, repetition: { every: 'week', count: 3 } },
    ])
    expect(phone.said).toEqual(['已安排 3 次会议'])
    expect(phone.went).toEqual([{ how: 'redirectTo', url: `/meetings/pages/meeting/index?meetingId=${meetingId}` }])
  })

  it('says the server’s word beside its end, and loses nothing', async () => {
    wire.refuse(scheduleSeries, 'INVALID_INPUT', { repetition: '到这一天为止只有一次会议' })
    await openFilled()
    choose('每周一')
    await tap('安排会议')
    expect(screen.getByRole('alert').textContent).toBe('到这一天为止只有一次会议')
    expect(isChosen('每周一')).toBe(true)
  })

  it('is there again after a closed app', async () => {
    const { unmount } = await openFilled()
    choose('每周一')
    unmount()
    restartApp()
    open()
    await settle()
    expect(isChosen('每周一')).toBe(true)
  })

  it('changes one of it, or that and the following', async () => {
    wire.answer(meeting, wholeMeeting({ canManage: true, seriesId: idOf(200) }))
    const row = (id: string, startsAt: string) => ({ meetingId: id, title: '十一月党员大会', startsAt, state: 'scheduled' as const })
    const meetings = [row(meetingId, '2026-11-23T15:00:00+08:00'), row(idOf(101), '2026-12-23T15:00:00+08:00')]
    wire.answer(series, { meetings })
    open({ params: { meetingId } })
    await settle()
    expect(isChosen('只这一次')).toBe(true)
    await tap('保存修改')
    expect(wire.sent(reschedule)[0]).not.toHaveProperty('following')
    choose('这一次和以后的，共 2 次')
    await tap('保存修改')
    expect(wire.sent(reschedule)[1]).toMatchObject({ meetingId, following: true })
  })
})

describe('what was typed', () => {
  it('is there again after going back, and says so', async () => {
    const { unmount } = await openFilled()
    turnWheel('time', '09:30')
    unmount()
    open()
    await settle()
    expect([typed('会议名称'), typed('地点'), typed('议程（可不填）')]).toEqual(['选举大会', '三楼会议室', '一、推选监票人\n二、投票'])
    expect(screen.getByRole('button', { name: '开始时间 09:30' })).toBeTruthy()
    expect(isChosen('支部党员大会')).toBe(true)
    expect(text()).toContain('这是您上次没有提交的内容。')
  })

  it('outlives the app', async () => {
    const { unmount } = await openFilled()
    unmount()
    restartApp()
    open()
    await settle()
    expect(typed('会议名称')).toBe('选举大会')
  })

  it('outlives a failed send', async () => {
    const { unmount } = await openFilled()
    wire.cut()
    await tap('安排会议')
    expect(text()).toContain('现在连不上网络')
    unmount()
    wire.mend()
    open()
    await settle()
    expect(typed('会议名称')).toBe('选举大会')
  })

  it('is gone once it was sent', async () => {
    const { unmount } = await openFilled()
    await tap('安排会议')
    unmount()
    open()
    await settle()
    expect(typed('会议名称')).toBe('')
    expect(text()).not.toContain('没有提交的内容')
  })

  it('can be thrown away', async () => {
    const { unmount } = await openFilled()
    unmount()
    open()
    await settle()
    await tap('重新填写')
    expect(typed('会议名称')).toBe('')
  })

  it('is for nobody else on the same phone', async () => {
    const { unmount } = await openFilled()
    unmount()
    open({ as: { ...secretary, id: idOf(98), name: '孙副书记' } })
    await settle()
    expect(typed('会议名称')).toBe('')
  })
})

describe('a meeting that is changed', () => {
  const params = { meetingId }
  beforeEach(() => wire.answer(meeting, wholeMeeting({ canManage: true })))

  it('is shown as it stands, saved once, and left', async () => {
    phone.pagesBelow = [{}, {}]
    open({ params })
    await settle()
    expect([typed('会议名称'), typed('地点'), typed('议程（可不填）')]).toEqual(['十一月党员大会', '三楼会议室', '一、学习文件'])
    type('地点', '二楼会议室')
    await tapTwice('保存修改')
    expect(wire.sent(reschedule)).toMatchObject([{ meetingId, place: '二楼会议室', startsAt: '2026-11-23T15:00:00+08:00' }])
    expect(phone.said).toEqual(['已修改'])
    expect(phone.went).toEqual([{ how: 'navigateBack' }])
  })

  it('keeps what was typed for this meeting, and for no other', async () => {
    const { unmount } = open({ params })
    await settle()
    type('地点', '二楼会议室')
    unmount()
    const again = open({ params })
    await settle()
    expect(typed('地点')).toBe('二楼会议室')
    again.unmount()
    open({ params: { meetingId: idOf(101) } })
    await settle()
    expect(typed('地点')).toBe('三楼会议室')
  })

  it.each(reschedule.refusals)('says what to do when refused with %s', async (code) => {
    wire.refuse(reschedule, code)
    open({ params })
    await settle()
    await tap('保存修改')
    expect(text()).toContain(refusals[code])
    expect(phone.went).toEqual([])
  })

  it.each([
    ['to whom it does not belong', wholeMeeting(), '您不能修改这次会议'],
    ['once it has begun', wholeMeeting({ canManage: true, state: 'open' }), '这次会议已不能修改'],
  ])('is not offered %s', async (_, answer, words) => {
    wire.answer(meeting, answer)
    open({ params })
    await settle()
    expect(text()).toContain(words)
    expect(screen.queryByText('保存修改')).toBeNull()
  })

  it('says what went wrong, and a retry works', async () => {
    wire.refuse(meeting, 'NOT_FOUND')
    open({ params })
    await settle()
    expect(text()).toContain(refusals.NOT_FOUND)
    wire.answer(meeting, wholeMeeting({ canManage: true }))
    await tap('重试')
    expect(typed('会议名称')).toBe('十一月党员大会')
  })
})

it('says who arranges meetings to those without a post for it', async () => {
  open({ as: member })
  await settle()
  expect(text()).toContain('您没有需要安排会议的职务会议由支部委员或党小组长安排')
})

it('can be filled in without network, from the units known before', async () => {
  const { unmount } = open()
  await settle()
  unmount()
  loseNetwork()
  open()
  await settle()
  type('会议名称', '选举大会')
  expect(typed('会议名称')).toBe('选举大会')
  expect(text()).toContain('网络已断开')
})

it('sends whoever is not signed in to sign in and back here', async () => {
  open({ as: null, params: { meetingId } })
  await settle()
  expect(lastVisit()?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`${phone.path}?meetingId=${meetingId}`)}`)
})
