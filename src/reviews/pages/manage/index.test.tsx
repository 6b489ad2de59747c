import { fireEvent, screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import {
  closeRound,
  discardRound,
  exportRound,
  extendRound,
  issued,
  openRound,
  round,
  voidIssue,
} from '../../../../cloudfunctions/reviews/contract'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { lastVisit, phone } from '../../../test/phone'
import { heldRound, issuedTokens, roundId } from '../../../test/round-samples'
import { member, secretary } from '../../../test/samples'
import { wire } from '../../../test/wire'
import ManageRoundPage from './index'

const open = async (own: Parameters<typeof heldRound>[0] = {}) => {
  wire.answer(round, heldRound(own))
  wire.answer(issued, issuedTokens())
  const page = openPage(ManageRoundPage, { path: '/reviews/pages/manage/index', as: secretary, params: { roundId } })
  await settle()
  return page
}
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const running = { state: 'open', progress: { expected: 90, issued: 12, ballots: 9 } } as const

it('shows grey lines, then the round; an error can be tried again', async () => {
  wire.refuse(round, 'NOT_FOUND')
  wire.hold(round)
  openPage(ManageRoundPage, { path: '/reviews/pages/manage/index', as: secretary, params: { roundId } })
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(round)
  await settle()
  wire.answer(round, heldRound())
  await tap('重试')
  expect(text()).toContain('岗位履职（权重 60）')
})

it('is only for those who hold it', async () => {
  await open({ mayManage: false, state: 'open' })
  expect(text()).toContain('这次评议不由您组织')
  expect(wire.sent(issued)).toEqual([])
})

describe('a prepared round', () => {
  it('is opened once on a double tap, after it was said what is fixed from then on', async () => {
    wire.answer(openRound, { subjects: 9, raters: 11 })
    await open()
    phone.agrees = false
    await tap('开始评议')
    expect(wire.sent(openRound)).toEqual([])
    expect(phone.asked).toHaveLength(1)
    expect(text()).toContain('评议对象、评议人、内容和权重就定下来了')
    phone.agrees = true
    await tapTwice('开始评议')
    expect(wire.sent(openRound)).toHaveLength(1)
    expect(phone.said).toEqual(['已开始：11 人评 9 个对象'])
    expect(wire.sent(round)).toHaveLength(2)
  })

  it('says why it cannot be opened', async () => {
    wire.refuse(openRound, 'NOBODY_TO_RATE')
    await open()
    await tap('开始评议')
    expect(text()).toContain(refusals.NOBODY_TO_RATE)
  })

  it('is written on, or thrown away', async () => {
    wire.answer(discardRound, {})
    phone.pagesBelow = [{}, {}]
    await open()
    await tap('修改')
    expect(lastVisit()?.url).toBe(`/reviews/pages/edit/index?roundId=${roundId}`)
    await tap('放弃这次评议')
    expect(wire.sent(discardRound)).toMatchObject([{ roundId }])
    expect(lastVisit()).toEqual({ how: 'navigateBack' })
  })
})

describe('an open round', () => {
  it('tells its progress by numbers', async () => {
    await open(running)
    for (const word of ['90 张', '12 张', '9 张']) expect(text()).toContain(word)
    expect(screen.getByRole('progressbar', { name: '收到的票 10%' })).toBeTruthy()
    expect(text()).not.toContain(member.name)
  })

  it('gets more time', async () => {
    wire.answer(extendRound, {})
    await open(running)
    await tap('延长')
    await tapTwice('确定延长')
    expect(wire.sent(extendRound)).toMatchObject([{ roundId, closesAt: '2026-12-03T18:00:00+08:00' }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('says that its time is over', async () => {
    await open({ ...running, closesAt: '2026-11-22T18:00:00+08:00' })
    expect(text()).toContain('截止时间已过，不能再领票')
  })

  it('has a token voided by the names of rater and subject, with a reason, once it was said that this is published', async () => {
    wire.answer(voidIssue, {})
    await open(running)
    await tap('作废评议票')
    expect(text()).toContain('结束后向所有评议人公布')
    type('原因', '手机丢失')
    await tap('确定作废')
    expect(text()).toContain('请选择评议人')
    choose(member.name)
    await tap('确定作废')
    expect(text()).toContain('请选择评议对象')
    choose(secretary.name)
    await tapTwice('确定作废')
    expect(wire.sent(voidIssue)).toMatchObject([{ roundId, memberId: member.id, subjectId: secretary.id, reason: '手机丢失' }])
    expect(wire.sent(voidIssue)).toHaveLength(1)
    expect(phone.said).toEqual(['已作废，可以重新领票'])
    expect(wire.sent(issued)).toHaveLength(2)
  })

  it('keeps the reason when the sheet is closed, and says what was refused', async () => {
    wire.refuse(voidIssue, 'NOTHING_TO_VOID')
    const { unmount } = await open(running)
    await tap('作废评议票')
    type('原因', '手机丢失')
    unmount()
    await open(running)
    await tap('作废评议票')
    expect(typed('原因')).toBe('手机丢失')
    choose(member.name)
    choose(secretary.name)
    await tap('确定作废')
    expect(text()).toContain(refusals.NOTHING_TO_VOID)
  })

  it('is closed once it was said what is lost by it', async () => {
    wire.answer(closeRound, { ballots: 9, issued: 12 })
    await open(running)
    await tapTwice('结束评议')
    expect(wire.sent(closeRound)).toMatchObject([{ roundId, caps: [] }])
    expect(phone.said).toEqual(['已结束，共 9 张票'])
  })
})

describe('an open appraisal', () => {
  const appraisal = { ...running, template: 'appraisal' } as const

  it('is closed with nobody over a line', async () => {
    wire.answer(closeRound, { ballots: 9, issued: 12 })
    await open(appraisal)
    await tap('结束评议')
    expect(text()).toContain('有 3 张领了还没有收到')
    await tapTwice('结束评议，没有人触碰底线')
    expect(wire.sent(closeRound)).toMatchObject([{ roundId, caps: [] }])
  })

  it('asks who crossed a line, what grade that leaves, and why; and keeps it', async () => {
    wire.answer(closeRound, { ballots: 9, issued: 12 })
    const { unmount } = await open(appraisal)
    await tap('结束评议')
    await tap('添加触碰底线的党员')
    await tap('结束评议，1 人适用底线')
    for (const word of ['请选择党员', '请选择最高等次', '请写明原因']) expect(text()).toContain(word)
    expect(wire.sent(closeRound)).toEqual([])
    choose(member.name)
    type('原因 1', '受到警告处分')
    await tap('结束评议，1 人适用底线')
    expect(wire.sent(closeRound)).toEqual([])
    expect(screen.queryByRole('radio', { name: '优秀' })).toBeNull()
    choose('基本合格')
    unmount()
    await open(appraisal)
    await tap('结束评议')
    await tap('结束评议，1 人适用底线')
    expect(wire.sent(closeRound)).toMatchObject([
      { roundId, caps: [{ memberId: member.id, grade: 'basically-qualified', reason: '受到警告处分' }] },
    ])
  })
})

describe('a closed round', () => {
  const closed = { ...running, state: 'closed', closedAt: '2026-11-30T18:00:00+08:00' } as const

  it('says when it was over and leads to its results', async () => {
    await open({ ...closed, closedAt: '2026-12-01T09:00:00+08:00' })
    expect(text()).toContain('结束12月1日 周二 09:00')
    expect(text()).not.toContain('手机会隔一段时间再寄')
    await tap('看结果')
    expect(lastVisit()?.url).toBe(`/reviews/pages/results/index?roundId=${roundId}`)
  })

  it('hands out what is needed to count again, and says how', async () => {
    wire.answer(exportRound, {
      ...{ roundId, template: 'review', title: '一评', criteria: [{ name: '岗位履职', weight: 1 }], minimumBallots: 5 },
      ...{ publicKey: 'x', secretKey: 'y', subjects: [], issued: [], caps: [], voided: [], lines: [] },
    })
    Object.assign(URL, { createObjectURL: () => 'blob:round', revokeObjectURL: () => {} })
    const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    await open(closed)
    expect(text()).toContain('npm run verify-round')
    await tap(/导出核对文件/)
    expect(clicked).toHaveBeenCalledTimes(1)
    expect(text()).toContain('已保存到浏览器的下载文件夹')
    clicked.mockRestore()
  })

  it('says when that could not be had', async () => {
    wire.refuse(exportRound, 'ROUND_NOT_CLOSED')
    await open(closed)
    await tap(/导出核对文件/)
    expect(text()).toContain(refusals.ROUND_NOT_CLOSED)
  })
})
