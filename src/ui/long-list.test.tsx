import { act, render } from '@testing-library/react'
import { sight } from '../test/sight'
import { LongList } from './long-list'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
const ofLength = (count: number) => (
  <div className="around">
    <LongList items={numbers(count)}>{(number) => <i key={number}>{number}</i>}</LongList>
  </div>
)
const rows = () => [...document.querySelectorAll('i')].map((row) => Number(row.textContent))
const parts = () => [...document.querySelectorAll<HTMLElement>('.long-list__part')]
const fromTo = (first: number, last: number) => numbers(last + 1).slice(first)

it('renders a short list as it is', () => {
  render(ofLength(60))
  expect(rows()).toEqual(fromTo(0, 59))
  expect(parts()).toEqual([])
  expect(sight.watching()).toBe(0)
})

it('renders nothing for nobody', () => {
  render(ofLength(0))
  expect(document.querySelector('.around')?.children).toHaveLength(0)
})

it('of ten thousand has the rows of its beginning, and places for the rest', async () => {
  render(ofLength(10_000))
  expect(rows()).toEqual(fromTo(0, 39))
  expect(parts()).toHaveLength(500)
  expect(document.querySelectorAll('*').length).toBeLessThan(600)
})

it('has the rows in sight and those before and after them, wherever somebody jumps to', async () => {
  render(ofLength(10_000))
  await sight.move([parts()[0]])
  await sight.move([parts()[250], parts()[251]])
  expect(rows()).toEqual(fromTo(4980, 5059))
  await sight.move([parts()[499]])
  expect(rows()).toEqual(fromTo(9960, 9999))
  await sight.move([parts()[0]])
  expect(rows()).toEqual(fromTo(0, 39))
})

it('stays as it was when it is left, so that whoever comes back finds its rows', async () => {
  render(ofLength(10_000))
  await sight.move([])
  expect(rows()).toEqual(fromTo(0, 39))
  await sight.move([parts()[250]])
  await sight.move([])
  expect(rows()).toEqual(fromTo(4980, 5039))
  await sight.move([parts()[0]])
  expect(rows()).toEqual(fromTo(0, 39))
})

it('keeps a part’s place as high as it was, and of one never seen as high as its rows are at least', async () => {
  render(ofLength(10_007))
  await sight.move([parts()[0]])
  await sight.move([parts()[250]], 1234)
  const heights = [0, 1, 249, 250, 499, 500].map((part) => parts()[part]?.style.height)
  expect(heights).toEqual(['1234px', 'calc(var(--target) * 20)', '', '', 'calc(var(--target) * 20)', 'calc(var(--target) * 7)'])
})

it('says to a screen reader only what is there', async () => {
  render(ofLength(10_000))
  expect(parts().filter((part) => !part.hasAttribute('aria-hidden')).length).toBe(2)
})

it('follows when it becomes shorter or longer, and watches once', async () => {
  const { rerender } = render(ofLength(10_000))
  await sight.move([parts()[499]])
  rerender(ofLength(100))
  await sight.move([parts()[4]])
  expect(rows()).toEqual(fromTo(60, 99))
  rerender(ofLength(120))
  await sight.move([parts()[5]])
  expect(rows()).toEqual(fromTo(80, 119))
  expect(sight.watching()).toBe(1)
})

it('stops watching when it goes', () => {
  const { unmount } = render(ofLength(10_000))
  expect(sight.watching()).toBe(1)
  act(() => unmount())
  expect(sight.watching()).toBe(0)
})
