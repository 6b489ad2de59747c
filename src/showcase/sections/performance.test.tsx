import { fireEvent, screen } from '@testing-library/react'
import { refusals } from '../../../cloudfunctions/kernel/refusals'
import { performances } from '../../../cloudfunctions/showcase/performance-contract'
import { openPage, settle, tap, text } from '../../test/open-page'
import { entryOf, performanceId, performancesOf, projectAbout, trendWith } from '../../test/performance-samples'
import { lastVisit, loseNetwork } from '../../test/phone'
import { idOf, member } from '../../test/samples'
import { wire } from '../../test/wire'
import { Performance } from './performance'

const open = async () => {
  const page = openPage(() => <Performance memberId={member.id} />)
  await settle()
  return page
}
const there = (name: string) => screen.queryByRole('button', { name }) !== null
const shownBars = () => [...document.querySelectorAll('.trend__value')].map(({ textContent }) => textContent)

it('shows grey lines, then the entries by quarter, the latest first', async () => {
  const third = entryOf({ performanceId: idOf(901), quarter: 3, about: projectAbout, text: '两项流程合一', figure: null, evidence: [] })
  wire.answer(performances, performancesOf([entryOf(), third]))
  wire.hold(performances)
  const opening = open()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(performances)
  await opening
  expect(wire.sent(performances)).toEqual([{ memberId: member.id }])
  expect(text()).toContain('亮绩效（2）四季度已核实36 户上门办理 3 次，服务群众 36 户承诺：每月到共建社区上门办理一次业务佐证 1 项')
  expect(text()).toContain('三季度已核实两项流程合一示范项目：一次办结')
})

it('leads to an entry', async () => {
  wire.answer(performances, performancesOf([entryOf()]))
  await open()
  await tap(/上门办理 3 次/)
  expect(lastVisit()?.url).toBe(`/showcase/pages/performance/index?performanceId=${performanceId}`)
})

it('marks what waits, and what came back', async () => {
  wire.answer(
    performances,
    performancesOf([entryOf({ state: 'submitted' }), entryOf({ performanceId: idOf(901), state: 'draft', comment: '请补充佐证' })]),
  )
  await open()
  expect(text()).toContain('待核实36 户')
  expect(text()).toContain('草稿已退回36 户')
})

describe('the trend', () => {
  const trend = trendWith({
    '2026/3': { verified: 2, figures: [{ unit: '户', sum: '0.3' }] },
    '2026/4': {
      verified: 3,
      figures: [
        { unit: '户', sum: '36' },
        { unit: '万元', sum: '1.5' },
      ],
    },
  })

  it('counts entries at first, and shows the sums of a unit when asked', async () => {
    wire.answer(performances, performancesOf([entryOf()], { trend }))
    await open()
    expect(shownBars()).toEqual(['0', '0', '0', '0', '0', '0', '2', '3'])
    fireEvent.click(screen.getByRole('radio', { name: '户' }))
    expect(shownBars()).toEqual(['–', '–', '–', '–', '–', '–', '0.3', '36'])
    expect(screen.getByRole('table', { name: '各季度已核实的绩效（户）' }).textContent).toContain('2026 年三季度0.3 户')
    fireEvent.click(screen.getByRole('radio', { name: '万元' }))
    expect(shownBars()).toEqual(['–', '–', '–', '–', '–', '–', '–', '1.5'])
  })

  it('offers no choice where no figure was given', async () => {
    wire.answer(performances, performancesOf([entryOf()], { trend: trendWith({ '2026/4': { verified: 1 } }) }))
    await open()
    expect(shownBars()).toHaveLength(8)
    expect(screen.queryAllByRole('radio')).toEqual([])
  })

  it('is not there before anything was verified', async () => {
    wire.answer(performances, performancesOf([entryOf({ state: 'draft' })]))
    await open()
    expect(screen.queryByRole('table')).toBeNull()
  })
})

it('offers the years there is something of', async () => {
  wire.answer(performances, ({ year = 2026 }) =>
    performancesOf(year === 2026 ? [entryOf()] : [entryOf({ year, text: '去年的绩效' })], { year, years: [2026, 2025] }),
  )
  await open()
  fireEvent.click(screen.getByRole('radio', { name: '2025 年' }))
  await settle()
  expect(text()).toContain('去年的绩效')
  expect(wire.sent(performances)).toEqual([{ memberId: member.id }, { memberId: member.id, year: 2025 }])
})

describe('writing', () => {
  it('is offered to whoever may', async () => {
    wire.answer(performances, performancesOf([], { mine: true, mayAdd: true }))
    await open()
    expect(text()).toContain('2026 年还没有绩效写下一个季度做成了什么，附上佐证，支部核实后会公布在这里。')
    await tap('写绩效')
    expect(lastVisit()?.url).toBe('/showcase/pages/performance-form/index')
  })

  it('is not offered to others, who learn who makes something appear', async () => {
    wire.answer(performances, performancesOf([]))
    await open()
    expect(text()).toContain('王小明写好绩效、支部核实后，会公布在这里。')
    expect(there('写绩效')).toBe(false)
  })
})

it.each(['INTERNAL', 'NOT_ALLOWED', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
  wire.refuse(performances, code)
  await open()
  expect(text()).toContain(refusals[code])
  wire.answer(performances, performancesOf([entryOf()]))
  await tap('重试')
  expect(text()).toContain('上门办理')
})

it('shows what was there last time without network', async () => {
  wire.answer(performances, performancesOf([entryOf()]))
  const { unmount } = await open()
  unmount()
  loseNetwork()
  await open()
  expect(text()).toContain('现在连不上网络，下面是上次的内容。')
  expect(text()).toContain('上门办理')
})
