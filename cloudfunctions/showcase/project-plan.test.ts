import { answerOf, faultsOfPlan, statesSeen } from './project-plan'

const plan = { year: 2026, dueOn: '2026-10-31', milestones: [{ dueOn: '2026-06-30' }, { dueOn: '2026-10-31' }] }

describe('a plan', () => {
  it('fits together where it ends in its year and no step is due after the whole', () => {
    expect(faultsOfPlan(plan)).toBeNull()
  })

  it.each(['2025-12-31', '2027-01-01'])('does not end on %s, outside its year', (dueOn) => {
    expect(faultsOfPlan({ ...plan, dueOn, milestones: [] })).toEqual({ dueOn: '完成日期须在 2026 年内' })
  })

  it('names each step that is due after the whole', () => {
    const milestones = [{ dueOn: '2026-11-01' }, { dueOn: '2026-10-31' }, { dueOn: '2027-01-01' }]
    expect(Object.keys(faultsOfPlan({ ...plan, milestones }) ?? {})).toEqual(['milestones.0.dueOn', 'milestones.2.dueOn'])
  })
})

describe('a project is seen', () => {
  it('by its owner in every state', () => {
    expect(statesSeen({ mine: true, officer: false })).toEqual(['draft', 'proposed', 'running', 'accepted', 'stopped'])
  })

  it('by the officers once it was put before them', () => {
    expect(statesSeen({ mine: false, officer: true })).toEqual(['proposed', 'running', 'accepted', 'stopped'])
  })

  it('by everybody else once it was approved', () => {
    expect(statesSeen({ mine: false, officer: false })).toEqual(['running', 'accepted', 'stopped'])
  })
})

describe('what the branch said', () => {
  const last = { kind: 'project', comment: '目标不够具体' } as const

  it('is nothing before anything was put before it', () => {
    expect(answerOf({ state: 'draft' }, undefined)).toEqual({ waiting: null, returned: null })
  })

  it('is awaited while the last submission waits', () => {
    expect(answerOf({ state: 'proposed' }, { ...last, state: 'waiting', comment: null })).toEqual({ waiting: 'project', returned: null })
    const result = { kind: 'project-result', state: 'waiting', comment: null } as const
    expect(answerOf({ state: 'running' }, result)).toEqual({ waiting: 'project-result', returned: null })
  })

  it.each(['returned', 'revoked'] as const)('is shown while a %s project goes on', (state) => {
    expect(answerOf({ state: 'draft' }, { ...last, state })).toEqual({ waiting: null, returned: '目标不够具体' })
    expect(answerOf({ state: 'running' }, { ...last, state })).toEqual({ waiting: null, returned: '目标不够具体' })
    expect(answerOf({ state: 'stopped' }, { ...last, state })).toEqual({ waiting: null, returned: null })
  })

  it.each(['approved', 'taken-back'] as const)('is over once it was %s', (state) => {
    expect(answerOf({ state: 'running' }, { ...last, state })).toEqual({ waiting: null, returned: null })
  })
})
