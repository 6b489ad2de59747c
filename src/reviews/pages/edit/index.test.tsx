import { fireEvent, screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { units } from '../../../../cloudfunctions/organisation/contract'
import { changeRound, createRound, round } from '../../../../cloudfunctions/reviews/contract'
import type { Me } from '../../../platform/session'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, restartApp } from '../../../test/phone'
import { heldRound, roundId } from '../../../test/round-samples'
import { branchId, idOf, member, secretary, units as tree } from '../../../test/samples'
import { wire } from '../../../test/wire'
import EditRoundPage from './index'

const open = async (params: Record<string, string> = {}, as: Me = secretary) => {
  const page = openPage(EditRoundPage, { path: '/reviews/pages/edit/index', as, params })
  await settle()
  return page
}
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const turn = (name: string) => fireEvent.click(screen.getByRole('switch', { name }))
const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent)
const save = '保存，下一步开始评议'

beforeEach(() => {
  wire.answer(units, tree)
  wire.answer(createRound, { roundId })
})

describe('a new round', () => {
  it('shows grey lines, then what is usual', async () => {
    wire.hold(units)
    await open()
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(units)
    await settle()
    expect(typed('名称')).toBe('2026 年第四季度一评')
    expect([1, 2, 3, 4, 5].map((number) => typed(`内容 ${number}`))).toEqual(['政治品德', '学习能力', '岗位履职', '服务群众', '廉洁自律'])
    expect(typed('票数下限')).toBe('5')
    expect(screen.getByRole('switch', { name: '收评语' }).getAttribute('aria-checked')).toBe('false')
  })

  it('is sent once on a double tap, and its own page goes on', async () => {
    await open()
    type('权重 1', '40')
    turn('组织评价')
    await tapTwice(save)
    expect(wire.sent(createRound)).toMatchObject([
      {
        ...{ unitId: branchId, template: 'review', title: '2026 年第四季度一评', minimumBallots: 5, comments: false },
        raters: ['mutual', 'public', 'organisation'],
        closesAt: '2026-11-30T18:00:00+08:00',
      },
    ])
    expect(wire.sent(createRound)[0]?.criteria.map(({ weight }) => weight)).toEqual([40, 20, 20, 20, 20])
    expect(lastVisit()).toEqual({ how: 'redirectTo', url: `/reviews/pages/manage/index?roundId=${roundId}` })
  })

  it('takes its name, its content and its raters from its kind until they are typed', async () => {
    await open()
    choose('民主评议党员')
    expect(typed('名称')).toBe('2026 年度民主评议党员')
    expect(screen.getByRole('switch', { name: '组织评价' }).getAttribute('aria-checked')).toBe('true')
    type('名称', '年终评议')
    choose('融合成效')
    expect(typed('名称')).toBe('年终评议')
    expect(typed('内容 1')).toBe('谋划部署')
  })

  it('has up to ten things to rate, added and removed', async () => {
    await open()
    for (let number = 6; number <= 10; number++) {
      await tap('再加一项')
      type(`内容 ${number}`, `内容之 ${number}`)
    }
    expect(screen.queryByRole('button', { name: '再加一项' })).toBeNull()
    await tap('移除 2')
    expect(typed('内容 2')).toBe('岗位履职')
    expect(text()).toContain('权重合计 180')
    await tap(save)
    expect(wire.sent(createRound)[0]?.criteria).toHaveLength(9)
  })

  it('asks for what is missing before anything is sent', async () => {
    await open()
    type('名称', ' ')
    type('内容 1', '')
    type('权重 2', '0')
    type('内容 3', '廉洁自律')
    turn('党员互评')
    turn('群众评议')
    type('票数下限', '2')
    await tap(save)
    expect(alerts()).toEqual([
      '请填写名称',
      '请填写评议内容',
      '权重填 1 到 100 的整数',
      '与前面的内容重复',
      '至少选择一类评议人',
      '票数下限填 3 到 100 的整数',
    ])
    expect(wire.sent(createRound)).toEqual([])
  })

  it('can be looked at and tried as a rater will see it', async () => {
    await open()
    type('内容 1', '担当作为')
    expect(screen.queryByRole('dialog')).toBeNull()
    await tap('预览评议人看到的')
    const shown = screen.getByRole('dialog', { name: '预览' }).textContent
    for (const word of ['2026 年第四季度一评', '党员互评、群众评议', '担当作为', '权重 20', '少于 5 张票']) expect(shown).toContain(word)
    expect(shown).not.toContain('评语')
    choose('担当作为 90 分')
    expect(screen.getByRole('radio', { name: '担当作为 90 分' }).getAttribute('aria-checked')).toBe('true')
  })

  it('keeps what was typed through a closed app, a lost network and a refusal', async () => {
    const { unmount } = await open()
    type('内容 1', '担当作为')
    unmount()
    restartApp()
    await open()
    expect(text()).toContain('这是您上次没有提交的内容。')
    expect(typed('内容 1')).toBe('担当作为')
    loseNetwork()
    await tap(save)
    expect(text()).toContain('现在连不上网络，请稍后再试')
    findNetwork()
    wire.refuse(createRound, 'NOT_A_ROUND_UNIT')
    await tap(save)
    expect(text()).toContain(refusals.NOT_A_ROUND_UNIT)
    expect(typed('内容 1')).toBe('担当作为')
  })

  it('may be held wherever one is an officer, but by no group', async () => {
    const posts = [
      ...secretary.posts,
      { unitId: idOf(9), unitName: '县局党委', post: 'publicity' as const },
      { unitId: idOf(2), unitName: '第一党小组', post: 'organisation' as const },
    ]
    await open({}, { ...secretary, posts })
    choose('第一党支部')
    expect(screen.queryByRole('radio', { name: '第一党小组' })).toBeNull()
    await tap(save)
    expect(wire.sent(createRound)).toMatchObject([{ unitId: branchId }])
  })

  it('is nothing for whoever has no post, and says so', async () => {
    await open({}, member)
    expect(text()).toContain('您没有需要组织评议的职务')
  })
})

describe('a round that was prepared', () => {
  it('is changed, and leads back', async () => {
    wire.answer(round, heldRound({ raters: ['organisation'], comments: true }))
    wire.answer(changeRound, {})
    phone.pagesBelow = [{}, {}]
    await open({ roundId })
    expect(screen.queryByRole('radio', { name: '一评' })).toBeNull()
    type('名称', '年终一评')
    await tap('保存修改')
    expect(wire.sent(changeRound)).toMatchObject([
      { roundId, title: '年终一评', raters: ['organisation'], comments: true, closesAt: '2026-11-30T18:00:00+08:00' },
    ])
    expect(lastVisit()).toEqual({ how: 'navigateBack' })
  })

  it.each([
    ['is open', heldRound({ state: 'open' }), '这次评议已经开始'],
    ['is another unit’s', heldRound({ mayManage: false }), '您不能修改这次评议'],
  ])('and %s is not changed', async (_, answer, words) => {
    wire.answer(round, answer)
    await open({ roundId })
    expect(text()).toContain(words)
    expect(screen.queryByRole('button', { name: '保存修改' })).toBeNull()
  })
})
