import { codesAt } from '../../../test/samples'
import { codeAt } from './use-codes'

const asked = Date.parse('2026-11-23T14:00:07+08:00')
const answer = codesAt(asked)
const shownAfter = (seconds: number) => codeAt(answer, asked + seconds * 1000)
const linkOf = (index: number) => answer.codes[index]?.link

it('shows the current code first, with the rest of its time', () => {
  expect(shownAfter(0)).toEqual({ link: linkOf(0), stepSeconds: 15, secondsLeft: 8 })
})

it('shows the next one as soon as its turn comes', () => {
  expect(shownAfter(7.999)?.link).toBe(linkOf(0))
  expect(shownAfter(8)).toEqual({ link: linkOf(1), stepSeconds: 15, secondsLeft: 15 })
})

it('shows a code for two minutes and more after the last answer, each only while it is current', () => {
  for (let seconds = 0; seconds <= 120; seconds++) {
    const shown = shownAfter(seconds)
    const code = answer.codes.find(({ link }) => link === shown?.link)
    const age = (asked + seconds * 1000 - Date.parse(code?.validFrom ?? '')) / 1000
    expect(age).toBeGreaterThanOrEqual(0)
    expect(age).toBeLessThan(15)
  }
})

it('shows none once they have run out, rather than one that is over', () => {
  const until = 8 + 11 * 15
  expect(shownAfter(until - 0.001)).toBeDefined()
  expect(shownAfter(until)).toBeUndefined()
})

it('needs no waiting for the first one on a screen that is a little behind', () => {
  expect(shownAfter(-7.2)).toEqual({ link: linkOf(0), stepSeconds: 15, secondsLeft: 15 })
})

it('shows none where there are none', () => {
  expect(codeAt({ codes: [], stepSeconds: 15 }, asked)).toBeUndefined()
})
