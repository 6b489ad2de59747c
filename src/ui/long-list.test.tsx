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

it('of a thousand has the rows of its beginning, and places for the rest', () => {
  render(ofLength(1000))
  expect(rows()).toEqual(fromTo(0, 39))
  expect(parts()).toHaveLength(50)
})

it('has the rows in sight and those before and after them, wherever somebody jumps to', async () => {
  render(ofLength(1000))
  await sight.move([parts()[0]])
  await sight.move([parts()[25], parts()[26]])
  expect(rows()).toEqual(fromTo(480, 559))
  await sight.move([parts()[49]])
  expect(rows()).toEqual(fromTo(960, 999))
  await sight.move([parts()[0]])
  expect(rows()).toEqual(fromTo(0, 39))
})

it('stays as it was when it is left, so that whoever comes back finds its rows', async () => {
  render(ofLength(1000))
  await sight.move([])
  expect(rows()).toEqual(fromTo(0, 39))
  await sight.move([parts()[25]])
  await sight.move([])
  expect(rows()).toEqual(fromTo(480, 539))
  await sight.move([parts()[0]])
  expect(rows()).toEqual(fromTo(0, 39))
})

it('keeps a part’s place as high as it was, and of one never seen as high as its rows are at least', async () => {
  render(ofLength(987))
  await sight.move([parts()[0]])
  await sight.move([parts()[25]], 1234)
  const heights = [0, 1, 24, 25, 49, 50].map((part) => parts()[part]?.style.height)
  expect(heights).toEqual(['1234px', 'calc(var(--target) * 20)', '', '', 'calc(var(--target) * 7)', undefined])
})

it('says to a screen reader only what is there', () => {
  render(ofLength(1000))
  expect(parts().filter((part) => !part.hasAttribute('aria-hidden')).length).toBe(2)
})

describe('of ten thousand', () => {
  /** The part that holds a row, down to the innermost one that is there. */
  const partsOf = (number: number) => {
    const whole = parts().filter((part) => !part.parentElement?.closest('.long-list__part'))
    const outer = whole[Math.floor(number / 500)]
    const inner = outer?.querySelectorAll('.long-list__part') ?? []
    return [outer, inner[Math.floor((number % 500) / 20)]]
  }
  /** Parts that have just come are looked at next. */
  const moveTo = async (number: number) => {
    await sight.move(partsOf(number))
    await sight.move(partsOf(number))
  }

  it('has parts of parts, so that the places alone are not many', () => {
    render(ofLength(10_000))
    expect(rows()).toEqual(fromTo(0, 39))
    expect(parts()).toHaveLength(20 + 2 * 25)
  })

  it('has the rows wherever somebody jumps to, and no others', async () => {
    render(ofLength(10_000))
    for (const [number, first, last] of [
      [7_310, 7_280, 7_339],
      [9_999, 9_960, 9_999],
      [3, 0, 39],
    ] as const) {
      await moveTo(number)
      expect(rows()).toEqual(fromTo(first, last))
    }
  })

  it('goes on from one part into the next', async () => {
    render(ofLength(10_000))
    await moveTo(499)
    await sight.move([...partsOf(499), ...partsOf(500)])
    expect(rows()).toEqual(fromTo(460, 539))
  })

  it('stops watching the parts that are gone', async () => {
    render(ofLength(10_000))
    await moveTo(5_250)
    expect(sight.watching()).toBe(1 + 3)
  })
})

it('follows when it becomes shorter or longer, and watches once', async () => {
  const { rerender } = render(ofLength(1000))
  await sight.move([parts()[49]])
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
  expect(sight.watching()).toBe(3)
  act(() => unmount())
  expect(sight.watching()).toBe(0)
})
