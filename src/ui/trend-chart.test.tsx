import { screen } from '@testing-library/react'
import { openPage, tap } from '../test/open-page'
import { TrendChart, type TrendPoint } from './trend-chart'

const points: TrendPoint[] = [
  { year: 2025, quarter: 4, value: null },
  { year: 2026, quarter: 1, value: '0' },
  { year: 2026, quarter: 2, value: '123456.7891' },
  { year: 2026, quarter: 3, value: '61728.39455' },
  { year: 2026, quarter: 4, value: '1' },
]
const open = (shown = points) => openPage(() => <TrendChart title="各季度绩效" unit="万元" points={shown} />)
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]

it('draws a bar for each quarter against the highest, with a short number above it and its year below', () => {
  open()
  expect(all('.trend__value').map(({ textContent }) => textContent)).toEqual(['–', '0', '12.3万', '6.2万', '1'])
  expect(all('.trend__bar').map(({ style }) => style.height)).toEqual(['0px', '0px', '100%', '50%', '3%'])
  expect(all('.trend__year-name').map(({ textContent }) => textContent)).toEqual(['2025', '2026'])
  expect(all('.trend__year').map(({ style }) => style.flexGrow)).toEqual(['1', '4'])
})

it('marks the current quarter, and no other', () => {
  open()
  expect(all('.trend__quarter').map(({ textContent }) => textContent)).toEqual(['四季', '一季', '二季', '三季', '本季'])
  expect(all('.trend__one--current')).toHaveLength(1)
})

it('has the exact numbers as a table, for whoever cannot see the bars', () => {
  open()
  expect(screen.getByRole('table', { name: '各季度绩效' })).toBeTruthy()
  expect(screen.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
    '2025 年四季度没有',
    '2026 年一季度0 万元',
    '2026 年二季度123456.7891 万元',
    '2026 年三季度61728.39455 万元',
    '2026 年四季度（本季度）1 万元',
  ])
  expect(document.querySelector('.trend__chart')?.getAttribute('aria-hidden')).toBe('true')
})

it('shows the table to everybody who asks', async () => {
  open()
  expect(all('.trend-table--opened')).toHaveLength(0)
  await tap('看数字')
  expect(all('.trend-table--opened')).toHaveLength(1)
  await tap('收起数字')
  expect(all('.trend-table--opened')).toHaveLength(0)
})

it('draws nothing where everything is zero', () => {
  open([{ year: 2026, quarter: 4, value: '0' }])
  expect(all('.trend__bar').map(({ style }) => style.height)).toEqual(['0px'])
})
