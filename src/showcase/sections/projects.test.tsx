import { fireEvent, screen } from '@testing-library/react'
import { refusals } from '../../../cloudfunctions/kernel/refusals'
import { addPairing, endPairing, pairings } from '../../../cloudfunctions/showcase/pairing-contract'
import { projects } from '../../../cloudfunctions/showcase/project-contract'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone } from '../../test/phone'
import { pairing, pairingsOf, projectId, projectSummary, projectsOf } from '../../test/project-samples'
import { idOf, member } from '../../test/samples'
import { wire } from '../../test/wire'
import { Projects } from './projects'

const open = async () => {
  const page = openPage(() => <Projects memberId={member.id} />)
  await settle()
  return page
}
const choose = async (name: string) => {
  fireEvent.click(screen.getByRole('radio', { name }))
  await settle()
}
const there = (name: string) => screen.queryByRole('button', { name }) !== null

beforeEach(() => {
  wire.answer(projects, projectsOf([]))
  wire.answer(pairings, pairingsOf([]))
})

describe('projects of the year', () => {
  it('are grey lines at first, then how far each is and by when', async () => {
    wire.answer(
      projects,
      projectsOf([projectSummary(), projectSummary({ projectId: idOf(851), name: '优质服务', state: 'accepted', met: 2 })]),
    )
    wire.hold(projects)
    const opening = open()
    expect(screen.getAllByLabelText('正在加载')).toHaveLength(2)
    wire.release(projects)
    await opening
    expect(text()).toContain('示范项目（2）创新进行中一窗通办完成日期：12月20日（还有 27 天）节点完成 1 / 250%')
    expect(text()).toContain('已验收优质服务完成日期：12月20日节点完成 2 / 2100%')
  })

  it('show what is overdue, waits or came back', async () => {
    const overdue = projectSummary({ dueOn: '2026-11-20', waiting: 'project-result' })
    wire.answer(projects, projectsOf([overdue, projectSummary({ projectId: idOf(851), state: 'draft', returned: '请写明节点' })]))
    await open()
    expect(text()).toContain('进行中成果待验收')
    expect(text()).toContain('11月20日（已过 3 天）')
    expect(text()).toContain('草稿已退回')
    expect(screen.getAllByRole('progressbar')).toHaveLength(1)
  })

  it('lead to each', async () => {
    wire.answer(projects, projectsOf([projectSummary()]))
    await open()
    await tap(/一窗通办/)
    expect(lastVisit()?.url).toBe(`/showcase/pages/project/index?projectId=${projectId}`)
  })

  it('say who makes them appear where there are none', async () => {
    await open()
    expect(text()).toContain('2026 年还没有示范项目王小明申报、支部审核通过后，会公布在这里。')
    expect(there('申报示范项目') || there('添加双示范、双挂')).toBe(false)
  })

  it('are begun by whoever may', async () => {
    wire.answer(projects, projectsOf([], { mine: true, mayAdd: true }))
    await open()
    expect(text()).toContain('申报创新、创优或创效项目')
    await tap('申报示范项目')
    expect(lastVisit()?.url).toBe('/showcase/pages/project-form/index?year=2026')
  })

  it('of another year are a tap away', async () => {
    wire.answer(projects, projectsOf([projectSummary()], { years: [2026, 2025] }))
    await open()
    wire.answer(projects, projectsOf([projectSummary({ name: '去年的项目' })], { year: 2025, years: [2026, 2025] }))
    await choose('2025 年')
    expect(wire.sent(projects)).toMatchObject([{ memberId: member.id }, { memberId: member.id, year: 2025 }])
    expect(text()).toContain('去年的项目')
  })

  it('say what happened where they cannot be had, and take no pairing along', async () => {
    wire.refuse(projects, 'INTERNAL')
    wire.answer(pairings, pairingsOf([pairing()]))
    await open()
    expect(text()).toContain(refusals.INTERNAL)
    expect(text()).toContain('西街社区')
    wire.answer(projects, projectsOf([projectSummary()]))
    await tap('重试')
    expect(text()).toContain('一窗通办')
  })

  it('of the last time stay in sight without network', async () => {
    wire.answer(projects, projectsOf([projectSummary()]))
    const { unmount } = await open()
    unmount()
    loseNetwork()
    await open()
    expect(text()).toContain('现在连不上网络，下面是上次的内容。')
    expect(text()).toContain('一窗通办')
  })
})

describe('pairings', () => {
  const mine = (...all: Parameters<typeof pairing>[0][]) => pairingsOf(all.map(pairing), { mine: true, mayAdd: true })

  it('say what somebody answers for, since when, and for which project', async () => {
    wire.answer(
      pairings,
      pairingsOf([
        pairing({ project: { projectId, name: '一窗通办' } }),
        pairing({ pairingId: idOf(871), kind: 'customer', name: '某公司', note: '', endedAt: '2026-06-01T09:00:00+08:00' }),
      ]),
    )
    await open()
    expect(text()).toContain('挂点西街社区每月走访一次所属项目：一窗通办3月2日 周一 起')
    expect(text()).toContain('挂户某公司3月2日 周一 至 6月1日 周一')
    expect(there('结束')).toBe(false)
  })

  it('are empty at first, and say who makes them appear', async () => {
    await open()
    expect(text()).toContain('还没有示范岗、示范区、挂点和挂户王小明添加后，会公布在这里。')
  })

  it('are begun once on a double tap, with a word about what not to write', async () => {
    wire.answer(pairings, mine())
    wire.answer(projects, projectsOf([projectSummary(), projectSummary({ projectId: idOf(851), name: '草稿', state: 'draft' })]))
    wire.answer(addPairing, { pairingId: idOf(870) })
    await open()
    await tap('添加双示范、双挂')
    expect(text()).toContain('不写联系人、电话、住址、证件号等个人信息')
    await choose('挂户')
    type('名称', '某公司')
    await choose('一窗通办')
    expect(screen.queryByRole('radio', { name: '草稿' })).toBeNull()
    wire.answer(pairings, mine({ kind: 'customer', name: '某公司' }))
    await tapTwice('添加')
    expect(wire.sent(addPairing)).toMatchObject([{ kind: 'customer', name: '某公司', note: '', projectId }])
    expect(phone.said).toEqual(['已添加'])
    expect(text()).toContain('挂户某公司')
  })

  it('need a name, and keep what was typed through a lost network and a refusal', async () => {
    wire.answer(pairings, mine())
    await open()
    await tap('添加双示范、双挂')
    await tap('添加')
    expect(screen.getByRole('alert').textContent).toBe('请填写名称')
    expect(wire.sent(addPairing)).toEqual([])
    type('名称', '西街社区')
    loseNetwork()
    await tap('添加')
    expect(text()).toContain('现在连不上网络，请稍后再试')
    findNetwork()
    await settle()
    wire.refuse(addPairing, 'PAIRINGS_FULL')
    await tap('添加')
    expect(text()).toContain(refusals.PAIRINGS_FULL)
    expect(typed('名称')).toBe('西街社区')
  })

  it('end after a question, once', async () => {
    wire.answer(pairings, mine({}))
    wire.answer(endPairing, {})
    await open()
    phone.agrees = false
    await tap('结束')
    expect(wire.sent(endPairing)).toEqual([])
    phone.agrees = true
    wire.answer(pairings, mine({ endedAt: '2026-11-23T09:00:00+08:00' }))
    await tapTwice('结束')
    expect(wire.sent(endPairing)).toMatchObject([{ pairingId: idOf(870) }])
    expect(phone.said).toEqual(['已结束'])
    expect(there('结束')).toBe(false)
  })
})
