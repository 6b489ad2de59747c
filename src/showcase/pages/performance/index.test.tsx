import { screen } from '@testing-library/react'
import { decide } from '../../../../cloudfunctions/approvals/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { revoke, takeBack } from '../../../../cloudfunctions/showcase/contract'
import { discardPerformance, performance, submitPerformance } from '../../../../cloudfunctions/showcase/performance-contract'
import { openPage, settle, tap, tapTwice, text, wait } from '../../../test/open-page'
import { about, decided, draft, performanceId, projectAbout, submissionOf, wholeEntry } from '../../../test/performance-samples'
import { lastVisit, loseNetwork, phone } from '../../../test/phone'
import { idOf, member } from '../../../test/samples'
import { wire } from '../../../test/wire'
import PerformancePage from './index'

const path = '/showcase/pages/performance/index'
type Own = Parameters<typeof wholeEntry>[0]
const answer = (own: Own = {}) => wire.answer(performance, wholeEntry(own))
const open = async (own: Own = {}) => {
  answer(own)
  const page = openPage(PerformancePage, { path, params: { performanceId } })
  await settle()
  return page
}
const there = (name: string) => screen.queryByRole('button', { name }) !== null
const waiting = { state: 'submitted' as const, verifiedAt: null, submissions: [submissionOf()] }
const verified = { submissions: [submissionOf({ state: 'approved', ...decided })] }

it('shows to everybody what was achieved, and what shows it', async () => {
  await open()
  expect(text()).toContain('2026 年四季度已核实36户上门办理 3 次，服务群众 36 户承诺每月到共建社区上门办理一次业务')
  expect(text()).toContain('填写人王小明 · 第一党支部支部核实11月20日 周五')
  expect(text()).toContain('佐证（1）走访台账')
  for (const name of ['修改', '撤回', '通过', '撤销', '提交支部核实']) expect(there(name)).toBe(false)
  await tap('看这项承诺')
  expect(lastVisit()?.url).toBe(`/showcase/pages/pledge/index?pledgeId=${about.pledgeId}`)
  await tap('看王小明的三亮')
  expect(lastVisit()?.url).toBe(`/showcase/pages/member/index?memberId=${member.id}`)
})

it('shows a fact without a figure, and a project', async () => {
  await open({ figure: null, about: projectAbout, evidence: [] })
  expect(text()).toContain('示范项目一次办结')
  await tap('看这个项目')
  expect(lastVisit()?.url).toBe(`/showcase/pages/project/index?projectId=${projectAbout.projectId}`)
  expect(document.querySelector('.performance-about__figure')).toBeNull()
})

it('asks again before the links of its evidence end', async () => {
  await open()
  await wait(9 * 60)
  expect(wire.sent(performance).length).toBeGreaterThan(1)
})

describe('a draft', () => {
  it('is put before the branch once on a double tap', async () => {
    wire.answer(submitPerformance, { submissionId: idOf(700) })
    await open(draft)
    answer({ ...waiting, mine: true })
    await tapTwice('提交支部核实')
    expect(wire.sent(submitPerformance)).toMatchObject([{ performanceId }])
    expect(phone.said).toEqual(['已提交，等支部核实'])
    expect(text()).toContain('绩效待核实等支部核实')
  })

  it.each(submitPerformance.refusals)('says what to do about %s', async (code) => {
    wire.refuse(submitPerformance, code)
    await open(draft)
    await tap('提交支部核实')
    expect(text()).toContain(refusals[code])
  })

  it('says why it came back, or why its verification was undone', async () => {
    const { unmount } = await open({ ...draft, comment: '请补充佐证', submissions: [submissionOf({ state: 'returned', ...decided })] })
    expect(text()).toContain('支部退回：请补充佐证')
    unmount()
    await open({ ...draft, comment: '数字有误', submissions: [submissionOf({ state: 'revoked', ...decided })] })
    expect(text()).toContain('支部撤销核实：数字有误')
  })

  it('is written on, or thrown away after a question', async () => {
    wire.answer(discardPerformance, {})
    phone.pagesBelow = [{}, {}]
    await open(draft)
    await tap('修改')
    expect(lastVisit()?.url).toBe(`/showcase/pages/performance-form/index?performanceId=${performanceId}`)
    phone.agrees = false
    await tap('删除草稿')
    expect(wire.sent(discardPerformance)).toEqual([])
    phone.agrees = true
    await tapTwice('删除草稿')
    expect(wire.sent(discardPerformance)).toMatchObject([{ performanceId }])
    expect(lastVisit()).toEqual({ how: 'navigateBack' })
  })
})

describe('before the branch', () => {
  it('is taken back by its owner, who cannot decide on it', async () => {
    wire.answer(takeBack, {})
    await open({ ...waiting, mine: true })
    expect(there('通过')).toBe(false)
    answer({ ...draft, submissions: [submissionOf({ state: 'taken-back' })] })
    await tap('撤回')
    expect(wire.sent(takeBack)).toMatchObject([{ submissionId: idOf(700) }])
    expect(text()).toContain('草稿只有您自己能看到')
  })

  it('is verified by an officer, once on a double tap', async () => {
    wire.answer(decide, { decided: 1, already: 0 })
    await open({ ...waiting, mayDecide: true })
    expect(text()).toContain('待您核实请对照佐证核实')
    answer({ mayDecide: true, ...verified })
    await tapTwice('通过')
    expect(wire.sent(decide)).toMatchObject([{ decision: 'approved', items: [{ submissionId: idOf(700) }] }])
    expect(text()).toContain('已核实')
  })

  it('is given back with a usual reason', async () => {
    wire.answer(decide, { decided: 1, already: 0 })
    await open({ ...waiting, mayDecide: true })
    await tap('退回')
    await tap('数字与佐证不一致')
    wire.refuse(performance, 'NOT_FOUND')
    await tap('确定退回')
    expect(wire.sent(decide)).toMatchObject([{ decision: 'returned', reason: '数字与佐证不一致' }])
  })
})

describe('verified', () => {
  it('can be undone by an officer, with a reason', async () => {
    wire.answer(revoke, {})
    await open({ mayDecide: true, ...verified })
    await tap('撤销')
    expect(text()).toContain('撤销后这条绩效不再公布')
    await tap('佐证不属实')
    await tap('确定撤销')
    expect(wire.sent(revoke)).toMatchObject([{ submissionId: idOf(700), reason: '佐证不属实' }])
  })

  it('is not edited by its owner', async () => {
    await open({ mine: true, ...verified })
    for (const name of ['修改', '撤回', '删除草稿', '撤销']) expect(there(name)).toBe(false)
    expect(text()).toContain('审核经过绩效已通过')
  })
})

it.each(['INTERNAL', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
  wire.refuse(performance, code)
  openPage(PerformancePage, { path, params: { performanceId } })
  await settle()
  expect(text()).toContain(refusals[code])
  answer()
  await tap('重试')
  expect(text()).toContain('服务群众 36 户')
})

it('shows what was there last time without network', async () => {
  const { unmount } = await open()
  unmount()
  loseNetwork()
  await open()
  expect(text()).toContain('现在连不上网络，下面是上次的内容。')
})

it('sends whoever is not signed in to sign in and back here', async () => {
  openPage(PerformancePage, { path, params: { performanceId }, as: null })
  await settle()
  expect(lastVisit()?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`${path}?performanceId=${performanceId}`)}`)
})
