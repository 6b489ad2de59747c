import { fireEvent, screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { project, proposeProject, saveProject } from '../../../../cloudfunctions/showcase/project-contract'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, restartApp } from '../../../test/phone'
import { projectId, projectText, wholeProject } from '../../../test/project-samples'
import { idOf } from '../../../test/samples'
import { wire } from '../../../test/wire'
import ProjectFormPage from './index'

const path = '/showcase/pages/project-form/index'
const open = async (params: Record<string, string> = {}, options = {}) => {
  const page = openPage(ProjectFormPage, { path, params, ...options })
  await settle()
  return page
}
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const pickDay = (place: number, value: string) =>
  fireEvent.change(document.querySelectorAll('input[type=date]')[place] as HTMLInputElement, { target: { value } })
const fill = () => {
  choose('创新')
  type('项目名称', projectText.name)
  type('目标', projectText.goal)
  type('节点 1', '梳理流程')
}
const plan = {
  ...{ year: 2026, kind: 'innovation', name: projectText.name, goal: projectText.goal, dueOn: '2026-12-31' },
  milestones: [{ text: '梳理流程', dueOn: '2026-12-31' }],
}
const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent)

describe('a new project', () => {
  beforeEach(() => {
    wire.answer(saveProject, { projectId })
    wire.answer(proposeProject, { submissionId: idOf(700) })
  })

  it('is planned and put before the branch once on a double tap, and is then looked at', async () => {
    await open({ year: '2026' })
    fill()
    await tapTwice('提交支部审核')
    expect(wire.sent(saveProject)).toMatchObject([plan])
    expect(wire.sent(saveProject)[0]).not.toHaveProperty('projectId')
    expect(wire.sent(proposeProject)).toMatchObject([{ projectId }])
    expect(phone.said).toEqual(['已提交，等支部审核'])
    expect(lastVisit()).toEqual({ how: 'redirectTo', url: `/showcase/pages/project/index?projectId=${projectId}` })
  })

  it('is kept as a draft', async () => {
    await open()
    fill()
    await tapTwice('存为草稿')
    expect(wire.sent(saveProject)).toHaveLength(1)
    expect(wire.sent(proposeProject)).toEqual([])
    expect(phone.said).toEqual(['已存为草稿'])
  })

  it('is saved in any case where it cannot be submitted, and its page goes on from there', async () => {
    wire.refuse(proposeProject, 'PROJECTS_FULL')
    await open()
    fill()
    await tap('提交支部审核')
    expect(phone.said).toEqual(['已存为草稿，还没有提交成功'])
    expect(lastVisit()?.url).toBe(`/showcase/pages/project/index?projectId=${projectId}`)
  })

  it('asks for what is missing before anything is sent', async () => {
    await open()
    await tap('提交支部审核')
    expect(alerts()).toEqual(['请选择类别', '请填写项目名称', '请写明目标', '请写明这一步做什么'])
    expect(wire.requests()).toEqual([])
  })

  it('says where the days do not fit together', async () => {
    await open()
    fill()
    pickDay(0, '2026-11-30')
    await tap('存为草稿')
    expect(alerts()).toEqual(['节点日期不能晚于项目完成日期'])
    pickDay(1, '2026-11-30')
    await tap('存为草稿')
    expect(wire.sent(saveProject)).toMatchObject([{ dueOn: '2026-11-30', milestones: [{ dueOn: '2026-11-30' }] }])
  })

  it('has up to eight steps, added and removed', async () => {
    await open()
    fill()
    expect(screen.queryByRole('button', { name: '移除节点 1' })).toBeNull()
    for (let number = 2; number <= 8; number++) {
      await tap('再加一个节点')
      type(`节点 ${number}`, `第 ${number} 步`)
    }
    expect(screen.queryByRole('button', { name: '再加一个节点' })).toBeNull()
    await tap('移除节点 2')
    expect(typed('节点 2')).toBe('第 3 步')
    await tap('存为草稿')
    expect(wire.sent(saveProject)).toMatchObject([
      { milestones: ['梳理流程', ...[3, 4, 5, 6, 7, 8].map((n) => `第 ${n} 步`)].map((each) => ({ text: each })) },
    ])
  })

  it('moves with its days to the next year', async () => {
    await open()
    fill()
    choose('2027 年')
    await tap('存为草稿')
    expect(wire.sent(saveProject)).toMatchObject([{ year: 2027, dueOn: '2027-12-31', milestones: [{ dueOn: '2027-12-31' }] }])
  })

  it('keeps what was typed through a closed app, a lost network and a refusal', async () => {
    const { unmount } = await open()
    fill()
    unmount()
    restartApp()
    await open()
    expect(text()).toContain('这是您上次没有提交的内容。')
    expect(typed('节点 1')).toBe('梳理流程')
    loseNetwork()
    await tap('存为草稿')
    expect(text()).toContain('现在连不上网络，请稍后再试')
    findNetwork()
    wire.refuse(saveProject, 'PARTY_MEMBERS_ONLY')
    await tap('存为草稿')
    expect(text()).toContain(refusals.PARTY_MEMBERS_ONLY)
    expect(typed('项目名称')).toBe(projectText.name)
  })

  it('says at the step what the server says of it', async () => {
    wire.refuse(saveProject, 'INVALID_INPUT', { 'milestones.0.text': '含有无法识别的字符' })
    await open()
    fill()
    await tap('存为草稿')
    expect(alerts()).toEqual(['含有无法识别的字符'])
  })
})

describe('a project that is there', () => {
  const change = (own: Parameters<typeof wholeProject>[0]) => {
    wire.answer(project, wholeProject({ mine: true, ...own }))
    return open({ projectId })
  }

  it('is changed as a draft and leads back to where it was opened', async () => {
    wire.answer(saveProject, { projectId })
    phone.pagesBelow = [{}, {}]
    await change({ state: 'draft' })
    expect([typed('节点 1'), typed('节点 2')]).toEqual(['梳理流程', '上线试用'])
    type('目标', '只跑一次')
    await tap('存为草稿')
    expect(wire.sent(saveProject)).toMatchObject([
      { projectId, goal: '只跑一次', milestones: [{ text: '梳理流程' }, { text: '上线试用' }] },
    ])
    expect(lastVisit()).toEqual({ how: 'navigateBack' })
  })

  it.each([
    ['proposed', {}, '正等支部审核'],
    ['running', {}, '项目已经立项'],
    ['running', { mine: false }, '这是别人的项目'],
  ] as const)('and is %s is not changed any more', async (state, own, words) => {
    await change({ state, ...own })
    expect(text()).toContain(words)
    expect(screen.queryByRole('button', { name: '存为草稿' })).toBeNull()
  })
})
