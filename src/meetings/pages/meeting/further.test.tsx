import { fireEvent, screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { attachments } from '../../../../cloudfunctions/meetings/attachments-contract'
import { calendar } from '../../../../cloudfunctions/meetings/calendar-contract'
import { attendance, cancel, meeting, rollCall } from '../../../../cloudfunctions/meetings/contract'
import { series } from '../../../../cloudfunctions/meetings/series-contract'
import { setSignOut } from '../../../../cloudfunctions/meetings/sign-out-contract'
import { list as motions } from '../../../../cloudfunctions/motions/contract'
import { openPage, settle, tap, tapTwice, text, type } from '../../../test/open-page'
import { lastVisit, phone } from '../../../test/phone'
import { idOf, list, meetingId, member, motionsOfMeeting, person, secretary, wholeMeeting } from '../../../test/samples'
import { wire } from '../../../test/wire'
import MeetingPage from './index'

type Meeting = ReturnType<typeof wholeMeeting>
const shown = { path: '/meetings/pages/meeting/index', params: { meetingId } }
async function showTo(as: typeof member, own: Partial<Meeting> = {}, people = [person()]) {
  const whole = wholeMeeting(own)
  wire.answer(meeting, whole)
  wire.answer(attendance, list(people, { meetingState: whole.state, signOut: whole.signOut }))
  openPage(MeetingPage, { ...shown, as })
  await settle()
}
const showToMember = (own?: Partial<Meeting>) => showTo(member, own)
const showToSecretary = (own: Partial<Meeting> = {}, people?: ReturnType<typeof person>[]) =>
  showTo(secretary, { canManage: true, canSeeAttendance: true, ...own }, people)

beforeEach(() => {
  wire.answer(rollCall, { called: [] })
  wire.answer(motions, motionsOfMeeting())
  wire.answer(attachments, { mayChange: false, files: [] })
})

describe('the sign-out', () => {
  const came = { state: 'present' as const, at: '2026-11-23T14:00:00+08:00', leave: null }

  it('is asked for, and no longer, once on a double tap', async () => {
    wire.answer(setSignOut, {})
    await showToSecretary()
    wire.answer(meeting, wholeMeeting({ canManage: true, canSeeAttendance: true, signOut: true }))
    await tapTwice('需要散会签退')
    expect(wire.sent(setSignOut)).toMatchObject([{ meetingId, signOut: true }])
    await tap('改为不用签退')
    expect(wire.sent(setSignOut)[1]).toMatchObject({ signOut: false })
  })

  it.each(setSignOut.refusals)('says what to do when refused with %s', async (code) => {
    wire.refuse(setSignOut, code)
    await showToSecretary({ state: 'open' })
    await tap('需要散会签退')
    expect(text()).toContain(refusals[code])
  })

  it.each([
    ['while the meeting is under way', { state: 'open' as const, mySignedOutAt: null }, '散会时请扫描大屏幕上的签退码。'],
    ['once it is done', { state: 'open' as const, mySignedOutAt: '2026-11-23T16:02:00+08:00' }, '16:02 已签退'],
    ['where it was missed', { state: 'closed' as const, mySignedOutAt: null }, '没有签退记录，如需说明请联系支部书记。'],
  ])('is said to whoever came %s', async (_, own, words) => {
    await showToMember({ mine: came, signOut: true, ...own })
    expect(text()).toContain(words)
  })

  it('is said to nobody where it is not asked for', async () => {
    await showToMember({ mine: came, state: 'open' })
    expect(text()).not.toContain('签退')
  })

  it('marks who left early for the organiser, once the meeting is closed', async () => {
    const people = [
      person({ state: 'present', at: '2026-11-23T14:00:00+08:00' }),
      person({
        memberId: idOf(13),
        name: '陈新来',
        state: 'late',
        at: '2026-11-23T14:00:00+08:00',
        signedOutAt: '2026-11-23T16:02:00+08:00',
      }),
      person({ memberId: idOf(14), name: '周缺席', state: 'absent' }),
    ]
    await showToSecretary({ state: 'closed', signOut: true }, people)
    expect(screen.getByLabelText('未签退 1 人')).toBeTruthy()
    expect(text()).toContain('王小明未签退')
    expect(text()).toContain('14:00 – 16:02')
    expect(text()).not.toMatch(/(陈新来|周缺席)未签退/)
  })

  it('marks nobody while people are still leaving', async () => {
    await showToSecretary({ state: 'open', signOut: true }, [person({ state: 'present', at: '2026-11-23T14:00:00+08:00' })])
    expect(text()).not.toContain('未签退')
  })
})

describe('a meeting of a series', () => {
  const row = (id: string, state: 'closed' | 'scheduled') => ({
    meetingId: id,
    title: '党日',
    startsAt: '2026-11-23T15:00:00+08:00',
    state,
  })
  beforeEach(() => wire.answer(series, { meetings: [row(idOf(99), 'closed'), row(meetingId, 'scheduled'), row(idOf(101), 'scheduled')] }))

  it('says which of how many it is', async () => {
    await showToMember({ seriesId: idOf(200) })
    expect(text()).toContain('系列第 2 次，共 3 次')
  })

  it.each([
    ['only itself', '只这一次', '取消这次会议', undefined],
    ['the following as well', '这一次和以后的，共 2 次', '取消这些会议', true],
  ])('is cancelled: %s', async (_, scope, action, following) => {
    wire.answer(cancel, {})
    await showToSecretary({ seriesId: idOf(200) })
    await tap('取消会议')
    fireEvent.click(screen.getByRole('radio', { name: scope }))
    type('原因', '支部调整')
    await tapTwice(action)
    expect(wire.sent(cancel)).toHaveLength(1)
    expect(wire.sent(cancel)[0]?.following).toBe(following)
  })
})

describe('the calendar', () => {
  let saved: { name: string; href: string }[]
  beforeEach(() => {
    saved = []
    Object.assign(URL, { createObjectURL: () => 'blob:calendar', revokeObjectURL: () => {} })
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, href: this.href })
    })
  })

  it('gets a file with the meeting', async () => {
    wire.answer(calendar, { fileName: '十一月党员大会.ics', text: 'BEGIN:VCALENDAR' })
    await showToMember()
    await tap('添加到日历')
    expect(wire.sent(calendar)).toEqual([{ meetingId }])
    expect(saved).toEqual([{ name: '十一月党员大会.ics', href: 'blob:calendar' }])
    expect(phone.said).toEqual(['已下载日历文件，打开后即可添加'])
  })

  it('says why it gets none', async () => {
    wire.refuse(calendar, 'NOT_FOUND')
    await showToMember()
    await tap('添加到日历')
    expect(phone.said).toEqual([refusals.NOT_FOUND])
    expect(saved).toEqual([])
  })

  it.each<[string, Partial<Meeting>]>([
    ['whoever is not on the list', { mine: null }],
    ['a meeting that is under way', { state: 'open' }],
    ['a cancelled one', { state: 'cancelled' }],
  ])('is not offered for %s', async (_, own) => {
    await showToMember(own)
    expect(screen.queryByRole('button', { name: '添加到日历' })).toBeNull()
  })
})

it('leads the organiser of a closed meeting to what is owed for it, and nobody else', async () => {
  await showToSecretary({ state: 'closed' })
  await tap('安排和审阅补课')
  expect(lastVisit()?.url).toBe(`/meetings/pages/make-ups/index?meetingId=${meetingId}`)
})

it.each(['scheduled', 'open', 'cancelled'] as const)('says nothing of make-ups while a meeting is %s', async (state) => {
  await showToSecretary({ state })
  expect(text()).not.toContain('补课')
})
