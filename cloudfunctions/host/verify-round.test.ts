import { verifyRound } from './verify-round'

const line = (serial: string, mark: number) => ({ subjectId: 'a', part: 'mutual' as const, serial, marks: [mark] })
const round = {
  ...{ title: '一评', template: 'review' as const, criteria: [{ name: '岗位履职', weight: 1 }], minimumBallots: 3, caps: [] },
  subjects: [{ subjectId: 'a', unitId: 'u', name: '王小明' }],
  issued: [{ subjectId: 'a' }, { subjectId: 'a' }, { subjectId: 'a' }],
  voided: [],
  lines: [line('x', 90), line('y', 80), line('z', 100)],
}

it('counts the published lines again', () => {
  expect(verifyRound(round)).toEqual({ trustworthy: true, lines: ['一评：3 票，发出 3 张，作废 0 张', '王小明　3 票 / 发出 3　90.00'] })
})

it('finds the ballot of whoever kept its serial, and says so where it is missing', () => {
  expect(verifyRound(round, 'y').lines).toContain('您的票在其中：80')
  expect(verifyRound(round, 'w')).toMatchObject({ trustworthy: false, lines: expect.arrayContaining(['没有找到您的票。']) })
})

it('does not trust more ballots than were issued, or one that is there twice', () => {
  expect(verifyRound({ ...round, lines: [...round.lines, line('v', 0)] })).toMatchObject({ trustworthy: false })
  expect(verifyRound({ ...round, lines: [line('x', 90), line('x', 90)] })).toMatchObject({ trustworthy: false })
})

it('counts a voided token among those that could have been used', () => {
  const voided = { ...round, voided: [{ subjectId: 'a' }], lines: [...round.lines, line('v', 0)] }
  expect(verifyRound(voided)).toMatchObject({ trustworthy: true })
})
