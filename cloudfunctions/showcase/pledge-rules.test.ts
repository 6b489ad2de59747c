import { outcomes, pledgeStates } from './contract'
import { cameToNothing, dayAfter, liesInYear, pledgeActs, refusalOf, returnedReason, wantsEvidence } from './pledge-rules'

describe('what its owner may do with a pledge', () => {
  it.each([
    ['draft', 'draft discard propose'],
    ['proposed', ''],
    ['published', 'revise note report'],
    ['kept', ''],
    ['partly', ''],
    ['broken', ''],
  ] as const)('that is %s: %s', (state, allowed) => {
    expect(pledgeActs.filter((act) => refusalOf(act, state) === null).join(' ')).toBe(allowed)
  })

  it('is refused by what it would need', () => {
    for (const state of pledgeStates.filter((each) => each !== 'draft')) expect(refusalOf('draft', state)).toBe('NOT_A_DRAFT')
    for (const state of pledgeStates.filter((each) => each !== 'published')) expect(refusalOf('report', state)).toBe('PLEDGE_NOT_PUBLISHED')
  })
})

describe('a pledge of a year', () => {
  it.each([
    ['2026-01-01', true],
    ['2026-12-31', true],
    ['2025-12-31', false],
    ['2027-01-01', false],
  ])('due on %s lies in 2026: %s', (day, lies) => {
    expect(liesInYear(day, 2026)).toBe(lies)
  })
})

it('wants evidence for what was done, and none for what was not', () => {
  expect(outcomes.filter(wantsEvidence)).toEqual(['kept', 'partly'])
})

describe('the reason it was returned for', () => {
  it.each([
    ['returned', '请写明数量'],
    ['revoked', '请写明数量'],
    ['approved', null],
    ['waiting', null],
    ['taken-back', null],
  ] as const)('is there where the last submission is %s: %s', (state, reason) => {
    expect(returnedReason({ state, comment: '请写明数量' })).toBe(reason)
  })

  it('is not there where nothing was ever put before the branch', () => {
    expect(returnedReason(undefined)).toBeNull()
  })
})

it('goes on from what was returned, taken back or undone', () => {
  const states = ['waiting', 'approved', 'returned', 'taken-back', 'revoked'] as const
  expect(states.filter((state) => cameToNothing({ state }))).toEqual(['returned', 'taken-back', 'revoked'])
})

it.each([
  ['2026-11-23', 30, '2026-12-23'],
  ['2026-12-15', 30, '2027-01-14'],
  ['2028-02-28', 1, '2028-02-29'],
])('%s and %i days is %s', (today, days, last) => {
  expect(dayAfter(today, days)).toBe(last)
})
