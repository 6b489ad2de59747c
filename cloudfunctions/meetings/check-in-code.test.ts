import fc from 'fast-check'
import { newSecret } from '../kernel/ids'
import { genuineStep, isValidAt, makeCode, readCode, stepAt, stepSeconds, stepStart } from './check-in-code'

const tag = 'aB3-_9zZ'
const secret = 'the meeting’s own secret'
const now = new Date('2026-11-23T09:00:07+08:00')
const step = stepAt(now)

const stepOf = (text: string, near = now, withSecret = secret) => {
  const code = readCode(text)
  return code && genuineStep(code, withSecret, near)
}

it('is 22 URL-safe characters that begin with the meeting’s tag, whatever the meeting and the time', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
      const [someTag, someSecret] = [newSecret(6), newSecret(32)]
      const code = makeCode(someTag, someSecret, stepAt(at))
      expect(code).toMatch(/^[A-Za-z0-9_-]{22}$/)
      expect(code.slice(0, 8)).toBe(someTag)
      expect(stepOf(code, at, someSecret)).toBe(stepAt(at))
    }),
  )
})

it('changes every 15 seconds and is the same within them', () => {
  expect(stepSeconds).toBe(15)
  expect(stepStart(step)).toEqual(new Date('2026-11-23T09:00:00+08:00'))
  expect(stepAt(new Date('2026-11-23T09:00:14.999+08:00'))).toBe(step)
  expect(stepAt(new Date('2026-11-23T09:00:15+08:00'))).toBe(step + 1)
  expect(makeCode(tag, secret, step + 1)).not.toBe(makeCode(tag, secret, step))
})

it('counts while it is shown and for one step after, no longer and no earlier', () => {
  const seconds = (offset: number) => new Date(stepStart(step).getTime() + offset * 1000)
  expect(isValidAt(step, seconds(-0.001))).toBe(false)
  expect(isValidAt(step, seconds(0))).toBe(true)
  expect(isValidAt(step, seconds(29.999))).toBe(true)
  expect(isValidAt(step, seconds(30))).toBe(false)
})

it('is forged as soon as any one character is another, beyond the tag', () => {
  const code = makeCode(tag, secret, step)
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  for (let position = 8; position < code.length; position++) {
    for (const letter of alphabet) {
      if (letter === code[position]) continue
      expect(stepOf(code.slice(0, position) + letter + code.slice(position + 1))).toBeNull()
    }
  }
})

it('does not hold for another meeting, neither with its secret nor under its tag', () => {
  const code = makeCode(tag, secret, step)
  expect(stepOf(code, now, 'another secret')).toBeNull()
  expect(stepOf(`ZZZZZZZZ${code.slice(8)}`)).toBeNull()
})

it('is not made of another step’s counter and this step’s seal', () => {
  const [code, next] = [makeCode(tag, secret, step), makeCode(tag, secret, step + 1)]
  expect(stepOf(next.slice(0, 12) + code.slice(12))).toBeNull()
})

it.each([-400_000, -1, 0, 1, 9, 400_000])('tells the step it was made for, %i steps away', (away) => {
  expect(stepOf(makeCode(tag, secret, step + away))).toBe(step + away)
})

it('tells the step across the end of the counter’s round of eight years', () => {
  const edge = 7 * 2 ** 24
  for (const [made, near] of [
    [edge - 1, edge + 1],
    [edge, edge - 1],
    [edge + 1, edge - 1],
  ] as const) {
    expect(stepOf(makeCode(tag, secret, made), stepStart(near))).toBe(made)
  }
})

it('does not come back to life after a round of eight years', () => {
  const later = stepStart(step + 2 ** 24)
  expect(stepOf(makeCode(tag, secret, step), later)).toBeNull()
})

it.each([
  '',
  'short',
  'x'.repeat(21),
  'x'.repeat(23),
  `${'x'.repeat(21)}=`,
  `${'x'.repeat(21)}/`,
  `${'x'.repeat(21)}党`,
  `${'x'.repeat(22)}\n`,
])('does not read %j as a code', (text) => {
  expect(readCode(text)).toBeNull()
})
