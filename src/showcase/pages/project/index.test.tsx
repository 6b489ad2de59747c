import { screen } from '@testing-library/react'
import { decide } from '../../../../cloudfunctions/approvals/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { revoke, takeBack } from '../../../../cloudfunctions/showcase/contract'
import {
  discardProject,
  meetMilestone,
  project,
  proposeProject,
  reportResult,
  stopProject,
} from '../../../../cloudfunctions/showcase/project-contract'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, restartApp } from '../../../test/phone'
import { metStep, openStep, projectId, wholeProject } from '../../../test/project-samples'
import { idOf, member, secretary } from '../../../test/samples'
import { wire } from '../../../test/wire'
import ProjectPage from './index'

type Own = Parameters<typeof wholeProject>[0]
const answer = (own: Own = {}) => wire.answer(project, wholeProject(own))
const open = async (own: Own = {}, as = member) => {
  answer(own)
  const page = openPage(ProjectPage, { path: '/showcase/pages/project/index', params: { projectId }, as })
  await settle()
  return page
}
const mine = (own: Own = {}) => open({ mine: true, ...own })
const there = (name: string) => screen.queryByRole('button', { name }) !== null
const link = { kind: 'link', url: 'https://www.example.cn/1', title: '情况通报' } as const
const result = { text: '平均用时缩短一半', evidence: [link] }
const submissionOf = (own: object) => ({
  ...{ submissionId: idOf(700), kind: 'project', state: 'waiting', submittedAt: '2026-11-23T09:00:00+08:00' },
  ...{ decidedAt: null, decidedBy: null, comment: null, ...own },
})
const waitingFor = (kind: 'project' | 'project-result', own: object = {}) =>
  ({ waiting: kind, submissions: [submissionOf({ kind })], ...own }) as Own
const approvedOnce = (kind: 'project' | 'project-result', own: object = {}) =>
  ({ submissions: [submissionOf({ kind, state: 'approved', decidedBy: '李书记' })], ...own }) as Own
const addLink = async () => {
  await tap('添加链接')
  type('网址', link.url)
  type('标题', link.title)
  await tap('加上这个链接')
}

describe('for everybody', () => {
  it('shows what is to be achieved, by whom, by when, and how far it is', async () => {
    await open({ pairings: [{ pairingId: idOf(870), kind: 'place', name: '西街社区', endedAt: null }] })
    expect(text()).toContain('创新进行中一窗通办群众少跑一趟负责人王小明 · 第一党支部年度2026 年完成日期12月20日（还有 27 天）')
    expect(text()).toContain('挂点西街社区')
    expect(text()).toContain('节点（1 / 2）50%梳理流程计划 5月31日已完成 · 5月20日 周三梳理了二十项上线试用计划 11月30日（还有 7 天）')
    expect(there('登记完成') || there('停止项目') || there('撤销')).toBe(false)
  })

  it('shows what came of it', async () => {
    await open({ state: 'accepted', settledAt: '2026-11-20T09:00:00+08:00', result })
    expect(text()).toContain('验收11月20日 周五')
    expect(text()).toContain('成果支部已验收平均用时缩短一半情况通报')
  })

  it('shows why it was stopped', async () => {
    await open({ state: 'stopped', settledAt: '2026-11-20T09:00:00+08:00', stopReason: '窗口撤并' })
    expect(text()).toContain('停止11月20日 周五停止原因窗口撤并')
  })

  it('leads to who it is', async () => {
    await open()
    await tap('看王小明的三亮')
    expect(lastVisit()?.url).toBe(`/showcase/pages/member/index?memberId=${member.id}`)
  })

  it('says that there is none, and tries again', async () => {
    wire.refuse(project, 'NOT_FOUND')
    openPage(ProjectPage, { params: { projectId } })
    await settle()
    expect(text()).toContain(refusals.NOT_FOUND)
    answer()
    await tap('重试')
    expect(text()).toContain('一窗通办')
  })

  it('shows the last answer without network', async () => {
    const { unmount } = await open()
    unmount()
    loseNetwork()
    openPage(ProjectPage, { params: { projectId } })
    await settle()
    expect(text()).toContain('现在连不上网络，下面是上次的内容。')
    expect(text()).toContain('一窗通办')
  })
})

describe('a draft', () => {
  const draft = { state: 'draft', startedAt: null } as const

  it('is put before the branch once on a double tap', async () => {
    wire.answer(proposeProject, { submissionId: idOf(700) })
    await mine(draft)
    answer({ ...draft, state: 'proposed', mine: true, ...waitingFor('project') })
    await tapTwice('提交支部审核')
    expect(wire.sent(proposeProject)).toMatchObject([{ projectId }])
    expect(phone.said).toEqual(['已提交，等支部审核'])
    expect(text()).toContain('示范项目待审核等支部审核')
  })

  it.each(proposeProject.refusals)('says what to do about %s', async (code) => {
    wire.refuse(proposeProject, code)
    await mine(draft)
    await tap('提交支部审核')
    expect(text()).toContain(refusals[code])
  })

  it('says why it came back, and is written on', async () => {
    await mine({ ...draft, returned: '请细化节点' })
    expect(text()).toContain('支部退回：请细化节点')
    await tap('修改')
    expect(lastVisit()?.url).toBe(`/showcase/pages/project-form/index?projectId=${projectId}`)
  })

  it('is thrown away after a question', async () => {
    wire.answer(discardProject, {})
    phone.pagesBelow = [{}, {}]
    await mine(draft)
    phone.agrees = false
    await tap('删除草稿')
    expect(wire.sent(discardProject)).toEqual([])
    phone.agrees = true
    await tap('删除草稿')
    expect(wire.sent(discardProject)).toMatchObject([{ projectId }])
    expect(lastVisit()).toEqual({ how: 'navigateBack' })
  })
})

describe('a step', () => {
  it('is met with a note and evidence, once on a double tap', async () => {
    wire.answer(meetMilestone, {})
    await mine()
    await tap('登记完成')
    type('完成情况', '已上线试用')
    await addLink()
    answer({ mine: true, milestones: [metStep, { ...openStep, metAt: '2026-11-23T09:00:00+08:00', note: '已上线试用' }] })
    await tapTwice('登记')
    const input = { milestoneId: openStep.milestoneId, note: '已上线试用', evidence: [link] }
    expect(wire.sent(meetMilestone)).toMatchObject([input])
    expect(phone.said).toEqual(['已登记'])
    expect(text()).toContain('节点（2 / 2）100%')
    expect(there('提交成果')).toBe(true)
  })

  it('asks for words before anything is sent', async () => {
    await mine()
    await tap('登记完成')
    await tap('登记')
    expect(screen.getByRole('alert').textContent).toBe('请写一句完成情况')
    expect(wire.sent(meetMilestone)).toEqual([])
  })

  it('keeps what was typed through a closed form, a closed app, a lost network and a refusal', async () => {
    const { unmount } = await mine()
    await tap('登记完成')
    type('完成情况', '写了一半')
    await tap('先不登记')
    expect(there('继续登记')).toBe(true)
    unmount()
    restartApp()
    await mine()
    await tap('继续登记')
    expect(typed('完成情况')).toBe('写了一半')
    loseNetwork()
    await tap('登记')
    expect(text()).toContain('现在连不上网络，请稍后再试')
    findNetwork()
    wire.refuse(meetMilestone, 'PROJECT_NOT_RUNNING')
    await tap('登记')
    expect(text()).toContain(refusals.PROJECT_NOT_RUNNING)
    expect(typed('完成情况')).toBe('写了一半')
  })

  it('that is met is added to, from what was written', async () => {
    await mine()
    await tap('补充')
    expect(typed('完成情况')).toBe('梳理了二十项')
  })
})

describe('the result', () => {
  const allMet = { milestones: [metStep] }

  it('waits until every step is met', async () => {
    await mine()
    expect(text()).toContain('节点全部完成后，可以提交成果')
    expect(there('提交成果')).toBe(false)
  })

  it('is reported with evidence, once on a double tap, and waits', async () => {
    wire.answer(reportResult, { submissionId: idOf(701) })
    await mine(allMet)
    await tap('提交成果')
    await tap('提交支部验收')
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      '请写明取得的成果',
      '请至少附上一项佐证：照片、文件或链接',
    ])
    type('取得的成果', '平均用时缩短一半')
    await addLink()
    answer({ mine: true, ...allMet, result, ...waitingFor('project-result') })
    await tapTwice('提交支部验收')
    expect(wire.sent(reportResult)).toMatchObject([{ projectId, result: '平均用时缩短一半', evidence: [link] }])
    expect(phone.said).toEqual(['已提交，等支部验收'])
    expect(text()).toContain('项目验收待审核等支部审核平均用时缩短一半')
    expect(there('提交成果') || there('停止项目') || there('补充')).toBe(false)
  })

  it('goes on from what the branch gave back', async () => {
    await mine({ ...allMet, result, returned: '请补充数据' })
    expect(text()).toContain('支部退回：请补充数据')
    await tap('继续提交成果')
    expect(typed('取得的成果')).toBe('平均用时缩短一半')
    expect(text()).toContain('情况通报')
  })

  it.each(reportResult.refusals)('says what to do about %s, and loses nothing', async (code) => {
    wire.refuse(reportResult, code)
    await mine({ ...allMet, result })
    await tap('继续提交成果')
    await tap('提交支部验收')
    expect(text()).toContain(refusals[code])
    expect(typed('取得的成果')).toBe('平均用时缩短一半')
  })
})

it('is stopped with a reason, once on a double tap', async () => {
  wire.answer(stopProject, {})
  await mine()
  await tap('停止项目')
  await tap('确定停止')
  expect(wire.sent(stopProject)).toEqual([])
  await tap('岗位调整')
  await tapTwice('确定停止')
  expect(wire.sent(stopProject)).toMatchObject([{ projectId, reason: '岗位调整' }])
  expect(phone.said).toEqual(['已停止'])
})

describe('what waits', () => {
  it('is taken back by its owner', async () => {
    wire.answer(takeBack, {})
    await mine({ state: 'proposed', ...waitingFor('project') })
    await tap('撤回')
    expect(wire.sent(takeBack)).toMatchObject([{ submissionId: idOf(700) }])
    expect(there('通过') || there('修改')).toBe(false)
  })

  it('is decided by an officer, who sees the result and what shows it', async () => {
    wire.answer(decide, { decided: 1, already: 0 })
    await open({ mayDecide: true, result, ...waitingFor('project-result') }, secretary)
    expect(text()).toContain('项目验收待审核待您审核平均用时缩短一半情况通报')
    await tapTwice('通过')
    expect(wire.sent(decide)).toMatchObject([{ items: [{ kind: 'submission', submissionId: idOf(700) }], decision: 'approved' }])
    expect(there('撤回') || there('停止项目')).toBe(false)
  })
})

describe('an approval made by mistake', () => {
  it.each([
    ['running', 'project', '撤销立项'],
    ['accepted', 'project-result', '撤销验收'],
  ] as const)('of a %s project is undone by an officer', async (state, kind, title) => {
    wire.answer(revoke, {})
    await open({ state, mayDecide: true, ...approvedOnce(kind) }, secretary)
    expect(text()).toContain(title)
    await tap('撤销')
    await tap('核实有误')
    await tapTwice('确定撤销')
    expect(wire.sent(revoke)).toMatchObject([{ submissionId: idOf(700), reason: '核实有误' }])
  })

  it('is not while something waits', async () => {
    await open({ mayDecide: true, result, ...waitingFor('project-result') }, secretary)
    expect(there('撤销')).toBe(false)
  })
})
