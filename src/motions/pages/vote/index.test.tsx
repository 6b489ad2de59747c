import { act, screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { closeVoting, list, vote } from '../../../../cloudfunctions/motions/contract'
import type { Me } from '../../../platform/session'
import { openPage, settle, tap, tapTwice, text, type, wait } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, turn } from '../../../test/phone'
import { meetingId, motion, motionId, motionsOfMeeting, secretary, tally } from '../../../test/samples'
import { wire } from '../../../test/wire'
import VotePage from './index'

type Motion = ReturnType<typeof motion>
type Motions = ReturnType<typeof motionsOfMeeting>

const open = (as?: Me | null) =>
  openPage(VotePage, { path: '/motions/pages/vote/index', params: { meetingId, motionId }, ...(as !== undefined && { as }) })
const voting = (own: Partial<Motion> = {}) => motion({ state: 'voting', tally: tally(), ...own })
const show = async (shown: Motion = voting(), own: Partial<Motions> = {}, as?: Me) => {
  wire.answer(list, motionsOfMeeting([shown], own))
  open(as)
  await settle()
}
const choice = (name: string) => screen.getByRole('radio', { name })
const choose = async (name: string) => {
  act(() => choice(name).click())
  await settle()
}
const chosen = () => screen.queryAllByRole('radio', { checked: true }).map((each) => each.textContent)

describe('its states', () => {
  it('shows grey lines, then what is decided and how it stands', async () => {
    wire.answer(list, motionsOfMeeting([voting()]))
    wire.hold(list)
    open()
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(list)
    await settle()
    expect(text()).toContain('手机表决正在表决同意王小明转为正式党员')
    expect(screen.getByLabelText('未投 11 人')).toBeTruthy()
    expect(text()).toContain('有表决权 11 人，到会 8 人；赞成满 6 票通过')
  })

  it.each(['INTERNAL', 'NOT_ALLOWED', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
    wire.refuse(list, code)
    open()
    await settle()
    expect(text()).toContain(refusals[code])
    wire.answer(list, motionsOfMeeting([voting()]))
    await tap('重试')
    expect(text()).toContain('同意王小明转为正式党员')
  })

  it('says so where there is no such motion', async () => {
    await show(voting({ motionId: meetingId }))
    expect(text()).toContain('没有找到这项表决')
  })

  it('sends whoever is not signed in to sign in, and asks for nothing', async () => {
    open(null)
    await settle()
    expect(lastVisit()?.url).toContain('/pages/sign-in/index')
    expect(wire.requests()).toEqual([])
  })

  it('follows the numbers, and rests while out of sight', async () => {
    await show()
    wire.answer(list, motionsOfMeeting([voting({ tally: tally({ inFavour: 5, against: 1, notVoted: 5 }) })]))
    await wait(3)
    expect(screen.getByLabelText('赞成 5 人')).toBeTruthy()
    turn('hide')
    const asked = wire.sent(list).length
    await wait(30)
    expect(wire.sent(list)).toHaveLength(asked)
  })
})

describe('voting', () => {
  beforeEach(() => wire.answer(vote, {}))

  it('says before that votes are by name', async () => {
    await show()
    expect(text()).toContain('记名表决：您的选择会记名')
    expect(screen.getAllByRole('radio').map((each) => each.textContent)).toEqual(['赞成', '反对', '弃权'])
    expect(text()).toContain('您还没有投票。')
  })

  it('takes a choice, and another one until it is closed', async () => {
    await show()
    wire.answer(list, motionsOfMeeting([voting({ myChoice: 'in-favour' })]))
    await choose('赞成')
    expect(phone.said).toEqual(['已投：赞成'])
    expect(chosen()).toEqual(['赞成'])
    expect(text()).toContain('您已投：赞成。结束前可以更改。')
    await choose('弃权')
    expect(wire.sent(vote)).toMatchObject([
      { motionId, choice: 'in-favour' },
      { motionId, choice: 'abstained' },
    ])
  })

  it('sends a double tap once', async () => {
    await show()
    act(() => {
      choice('反对').click()
      choice('反对').click()
    })
    await settle()
    expect(wire.sent(vote)).toHaveLength(1)
  })

  it('without network says what to do, and sending again is the same request', async () => {
    await show()
    loseNetwork()
    await choose('赞成')
    expect(text()).toContain('没有投出：现在连不上网络。请联网后再点一次，或向主持人举手说明。')
    expect(chosen()).toEqual([])
    findNetwork()
    await choose('赞成')
    const [first, second] = wire.sent(vote)
    expect(first?.requestId).toBe(second?.requestId)
    expect(phone.said).toEqual(['已投：赞成'])
  })

  it.each(vote.refusals)('says what to do when refused with %s', async (code) => {
    await show()
    wire.refuse(vote, code)
    await choose('赞成')
    expect(text()).toContain(refusals[code])
  })
})

describe('instead of the three buttons it says', () => {
  it.each<[string, Motion, Partial<Motions>, string]>([
    ['that it has not begun', motion(), {}, '还没有开始表决，请等主持人宣布。'],
    ['that it was withdrawn', motion({ state: 'withdrawn' }), {}, '这一项已经撤回'],
    ['that a guest has no vote', voting(), { mine: { entitled: false, present: true } }, '您在这次会议没有表决权'],
    ['that somebody of the branch has none either', voting(), { mine: null }, '您在这次会议没有表决权'],
    ['how to become present', voting(), { mine: { entitled: true, present: false } }, '请先扫码签到，远程参会请联系组织者列入在场'],
    ['that hands are shown', voting({ kind: 'show-of-hands' }), {}, '这一项举手表决'],
    ['that it passed', motion({ state: 'closed', tally: tally({ inFavour: 6, notVoted: 5, passed: true }) }), {}, '表决通过'],
    ['that it did not pass', motion({ state: 'closed', tally: tally({ inFavour: 5, notVoted: 6 }) }), {}, '表决未通过'],
  ])('%s', async (_, shown, own, words) => {
    await show(shown, own)
    expect(text()).toContain(words)
    expect(screen.queryAllByRole('radio')).toEqual([])
    expect(screen.queryByRole('button', { name: '结束表决' })).toBeNull()
  })
})

describe('the organiser', () => {
  const organising = (own: Partial<Motion> = {}) => show(voting(own), { canManage: true }, secretary)
  beforeEach(() => wire.answer(closeVoting, { passed: true }))

  it('votes like everyone else, and ends the voting after a question that says who is missing', async () => {
    await organising({ tally: tally({ inFavour: 6, notVoted: 5, passed: true }) })
    expect(screen.getAllByRole('radio')).toHaveLength(3)
    await tapTwice('结束表决')
    expect(phone.asked[0]).toBe('结束表决 到会的还有 2 人未投。结束后不能再投，结果按此刻固定。')
    expect(wire.sent(closeVoting)).toMatchObject([{ motionId }])
    expect(phone.said).toEqual(['表决通过'])
  })

  it('does not end it when the question is answered with no', async () => {
    await organising()
    phone.agrees = false
    await tap('结束表决')
    expect(wire.sent(closeVoting)).toEqual([])
  })

  it('enters the hands that were counted, all three', async () => {
    await organising({ kind: 'show-of-hands' })
    type('赞成人数', '6')
    type('反对人数', '1')
    await tap('结束表决')
    expect(text()).toContain('请填写三项人数，没有的填 0')
    expect(wire.sent(closeVoting)).toEqual([])
    type('弃权人数', '0')
    await tap('结束表决')
    expect(wire.sent(closeVoting)).toMatchObject([{ motionId, counts: { inFavour: 6, against: 1, abstained: 0 } }])
  })

  it('is told when there are more hands than voters, and keeps what was typed', async () => {
    await organising({ kind: 'show-of-hands' })
    wire.refuse(closeVoting, 'INVALID_INPUT', { counts: '三项合计 9 人，多于到会有表决权的 8 人，请重新清点' })
    for (const [label, count] of [
      ['赞成人数', '9'],
      ['反对人数', '0'],
      ['弃权人数', '0'],
    ] as const)
      type(label, count)
    await tap('结束表决')
    expect(text()).toContain('多于到会有表决权的 8 人')
    expect((screen.getByLabelText('赞成人数') as HTMLInputElement).value).toBe('9')
  })

  it.each(closeVoting.refusals)('is told what to do when refused with %s', async (code) => {
    await organising()
    wire.refuse(closeVoting, code)
    await tap('结束表决')
    expect(text()).toContain(refusals[code])
  })
})
