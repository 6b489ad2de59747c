import { isFinished } from './finished'

const text = { kind: 'text', requiredMinutes: 10, passMark: null } as const
const nothing = { opened: true, seconds: 0, bestMark: null, attended: false }

it('is finished once it was read as long as is asked', () => {
  expect(isFinished(text, { ...nothing, seconds: 599 })).toBe(false)
  expect(isFinished(text, { ...nothing, seconds: 600 })).toBe(true)
})

it('is finished by being opened where no time is asked', () => {
  expect(isFinished({ ...text, requiredMinutes: 0 }, nothing)).toBe(true)
  expect(isFinished({ ...text, requiredMinutes: 0 }, { ...nothing, opened: false })).toBe(false)
})

it('with a quiz needs its mark beside the time', () => {
  const quiz = { ...text, passMark: 60 }
  expect(isFinished(quiz, { ...nothing, seconds: 600 })).toBe(false)
  expect(isFinished(quiz, { ...nothing, seconds: 600, bestMark: 59 })).toBe(false)
  expect(isFinished(quiz, { ...nothing, seconds: 599, bestMark: 100 })).toBe(false)
  expect(isFinished(quiz, { ...nothing, seconds: 600, bestMark: 60 })).toBe(true)
})

it('as a meeting is finished by having been there, and by nothing else', () => {
  const meeting = { ...text, kind: 'meeting' } as const
  expect(isFinished(meeting, { ...nothing, seconds: 6000, bestMark: 100 })).toBe(false)
  expect(isFinished(meeting, { ...nothing, opened: false, attended: true })).toBe(true)
})
