import { actionWords } from '../organisation/action-words'
import { implementations } from './implementations'

/** Runs on the command line, where nobody is signed in. */
const elsewhere = ['organisation.found']
const writes = implementations.filter(({ action }) => action.effect === 'write').map(({ action }) => action.name)

it('calls every change by a word of its own in the audit trail', () => {
  expect(Object.keys(actionWords).sort()).toEqual([...writes, ...elsewhere].sort())
  const words = Object.values(actionWords)
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  for (const word of words) expect(word).toMatch(/^[\p{Script=Han}]{2,12}$/u)
})
