import { afterReopening, afterSaving, isTime, momentToSend } from './ballot-delay'

const minute = 60_000
const farAway = 86_400_000

it('lets a ballot leave between half a minute and a quarter of an hour later, by chance', () => {
  expect(momentToSend(afterSaving, 0, farAway, 0)).toBe(30_000)
  expect(momentToSend(afterSaving, 0, farAway, 1)).toBe(15 * minute)
  expect(momentToSend(afterReopening, 0, farAway, 1)).toBe(90_000)
})

it('brings it in before the close, and at once where there is hardly time', () => {
  expect(momentToSend(afterSaving, 0, 5 * minute, 1)).toBe(4 * minute)
  expect(momentToSend(afterSaving, 0, 80_000, 1)).toBe(20_000)
  expect(momentToSend(afterSaving, 0, 10_000, 1)).toBe(0)
  expect(momentToSend(afterSaving, 0, -minute, 0.5)).toBe(0)
})

it('does not wait for a clock that was put back', () => {
  expect(isTime(1_000, 999)).toBe(false)
  expect(isTime(1_000, 1_000)).toBe(true)
  expect(isTime(farAway, 0)).toBe(true)
})
