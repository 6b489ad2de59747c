import { type BallotBox, createBallotBox } from '../ballot-box/box'
import { checkHere } from '../ballot-box/check-here'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { ballotOf, obtainToken } from '../testing/phone-ballot'
import { openWorld, type World } from '../testing/world'
import { toText } from './bytes'
import * as contract from './contract'

let world: World
let box: BallotBox
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
  box = createBallotBox({ database: world.database, clock: world.clock.read, check: checkHere, log: (line) => void world.log.push(line) })
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

const daysAhead = (days: number) => new Date(world.clock.now().getTime() + days * 86_400_000).toISOString()
const setting = () => ({
  title: '四季度一评',
  criteria: [
    { name: '政治品德', weight: 40 },
    { name: '岗位履职', weight: 60 },
  ],
  raters: ['mutual' as const, 'public' as const],
  minimumBallots: 3,
  comments: false,
  closesAt: daysAhead(7),
})
const create = async (changes: object = {}, unitId = own.branch) =>
  (await world.succeed(own.secretary, contract.createRound, { unitId, template: 'review', ...setting(), ...changes })).roundId
const opened = async (changes: object = {}) => {
  const roundId = await create(changes)
  await world.succeed(own.secretary, contract.openRound, { roundId })
  return roundId
}
const cast = async (rater: Person, roundId: string, subject: Person, marks: number[], comment?: string) => {
  const phone = await obtainToken(world, rater, roundId, subject.memberId)
  expect(await send(ballotOf(phone, marks, comment))).toBe('OK')
  return phone
}
const send = async (ballot: object) => {
  const { body } = await box.handle(ballot)
  return body.ok ? 'OK' : body.error.code
}
const resultOf = async (as: Person, roundId: string, subject: Person) =>
  (await world.succeed(as, contract.results, { roundId })).subjects.find(({ subjectId }) => subjectId === subject.memberId)

describe('a round is prepared', () => {
  it('by an officer, changed and thrown away until it is opened', async () => {
    const roundId = await create()
    await world.succeed(own.secretary, contract.changeRound, { roundId, ...setting(), title: '年终一评' })
    expect(await world.succeed(own.secretary, contract.round, { roundId })).toMatchObject({
      title: '年终一评',
      state: 'draft',
      publicKey: null,
    })
    await world.succeed(own.secretary, contract.openRound, { roundId })
    expect(await world.refusal(own.secretary, contract.changeRound, { roundId, ...setting() })).toBe('ROUND_OPENED')
    expect(await world.refusal(own.secretary, contract.discardRound, { roundId })).toBe('ROUND_OPENED')
    const other = await create()
    await world.succeed(own.secretary, contract.discardRound, { roundId: other })
    expect(await world.refusal(own.secretary, contract.round, { roundId: other })).toBe('NOT_FOUND')
  })

  it('with an end that is still to come, and not for a group', async () => {
    const input = { unitId: own.branch, template: 'review' as const, ...setting(), closesAt: daysAhead(-1) }
    expect(await world.refusal(own.secretary, contract.createRound, input)).toBe('WINDOW_OVER')
    expect(await world.refusal(own.secretary, contract.createRound, { ...input, unitId: own.group })).toBe('NOT_A_ROUND_UNIT')
    const roundId = await opened()
    expect(await world.refusal(own.secretary, contract.extendRound, { roundId, closesAt: daysAhead(6) })).toBe('WINDOW_OVER')
    await world.succeed(own.secretary, contract.extendRound, { roundId, closesAt: daysAhead(9) })
  })

  it('and opened for those who are there then: mates and colleagues, each for everybody but themselves', async () => {
    const roundId = await create()
    const { subjects, raters } = await world.succeed(own.secretary, contract.openRound, { roundId })
    expect({ subjects, raters }).toEqual({ subjects: 9, raters: 11 })
    const seen = await world.succeed(own.member, contract.round, { roundId })
    expect(seen.subjects).toHaveLength(8)
    expect(seen.subjects.map(({ subjectId }) => subjectId)).not.toContain(own.member.memberId)
    expect(new Set(seen.subjects.map(({ part }) => part))).toEqual(new Set(['mutual']))
    expect((await world.succeed(own.colleague, contract.round, { roundId })).subjects).toHaveLength(9)
    expect(await world.refusal(own.otherMember, contract.round, { roundId })).toBe('NOT_ALLOWED')
    expect(seen.progress).toEqual({ expected: 9 * 11 - 9, issued: 0, ballots: 0 })
  })
})

describe('a token', () => {
  it('is issued once for each subject, and the same again to a phone that lost the answer', async () => {
    const roundId = await opened()
    const phone = await obtainToken(world, own.member, roundId, own.secretary.memberId)
    const input = { roundId, subjectId: own.secretary.memberId, blinded: toText(phone.asked.blinded) }
    const [again, once] = [await world.succeed(own.member, contract.issue, input), await world.succeed(own.member, contract.issue, input)]
    expect(again).toEqual(once)
    await expect(obtainToken(world, own.member, roundId, own.secretary.memberId)).rejects.toThrow('ALREADY_ISSUED')
  })

  it('is for raters and their subjects alone, while the round is open', async () => {
    const roundId = await opened()
    const { blinded } = (await obtainToken(world, own.member, roundId, own.secretary.memberId)).asked
    const ask = (as: Person, subject: Person) =>
      world.refusal(as, contract.issue, { roundId, subjectId: subject.memberId, blinded: toText(blinded) })
    expect(await ask(own.member, own.member)).toBe('NOT_A_RATER')
    expect(await ask(own.member, own.otherMember)).toBe('NOT_A_RATER')
    expect(await ask(own.otherMember, own.member)).toBe('NOT_ALLOWED')
    expect(await world.refusal(own.member, contract.issue, { roundId, subjectId: own.inspector.memberId, blinded: 'A'.repeat(43) })).toBe(
      'TOKEN_UNREADABLE',
    )
    world.clock.advance({ days: 8 })
    await world.succeed(own.secretary, contract.closeRound, { roundId, caps: [] })
    expect(await ask(own.member, own.organiser)).toBe('ROUND_NOT_OPEN')
  })

  it('of a lost phone is voided by an officer with a reason, which everybody in the round can read', async () => {
    const roundId = await opened()
    await obtainToken(world, own.member, roundId, own.secretary.memberId)
    const input = { roundId, subjectId: own.secretary.memberId, memberId: own.member.memberId, reason: '手机丢失' }
    await world.succeed(own.secretary, contract.voidIssue, input)
    expect(await world.refusal(own.secretary, contract.voidIssue, input)).toBe('NOTHING_TO_VOID')
    await obtainToken(world, own.member, roundId, own.secretary.memberId)
    await world.succeed(own.secretary, contract.closeRound, { roundId, caps: [] })
    const { voided, issued } = await world.succeed(own.colleague, contract.exportRound, { roundId })
    expect(voided).toEqual([
      { name: 'member', subjectId: own.secretary.memberId, part: 'mutual', reason: '手机丢失', voidedBy: 'secretary' },
    ])
    expect(issued).toHaveLength(1)
  })
})

describe('who was issued a token', () => {
  it('is told to the officers while the round is open, by name, with nothing of any ballot', async () => {
    const roundId = await create()
    expect(await world.refusal(own.secretary, contract.issued, { roundId })).toBe('ROUND_NOT_OPEN')
    await world.succeed(own.secretary, contract.openRound, { roundId })
    expect(await world.succeed(own.secretary, contract.issued, { roundId })).toMatchObject({ issued: [] })
    await cast(own.siblingMember, roundId, own.secretary, [90, 90])
    await obtainToken(world, own.member, roundId, own.secretary.memberId)
    const { subjects, issued } = await world.succeed(own.secretary, contract.issued, { roundId })
    expect(subjects).toHaveLength(9)
    const subjectId = own.secretary.memberId
    expect(issued).toEqual([own.member, own.siblingMember].map(({ memberId, name }) => ({ memberId, name, subjectId, part: 'mutual' })))
    expect(await world.refusal(own.member, contract.issued, { roundId })).toBe('NOT_ALLOWED')
    expect(await world.refusal(own.secretary, contract.issued, { roundId: own.orgId })).toBe('NOT_FOUND')
    await world.succeed(own.secretary, contract.voidIssue, { roundId, subjectId, memberId: own.member.memberId, reason: '手机丢失' })
    expect((await world.succeed(own.secretary, contract.issued, { roundId })).issued.map(({ name }) => name)).toEqual([
      own.siblingMember.name,
    ])
    await world.succeed(own.secretary, contract.closeRound, { roundId, caps: [] })
    expect(await world.refusal(own.secretary, contract.issued, { roundId })).toBe('ROUND_NOT_OPEN')
  })
})

describe('a ballot', () => {
  it('goes in with its token and no session, and is replaced by the same token until the close', async () => {
    const roundId = await opened()
    const phone = await cast(own.member, roundId, own.secretary, [80, 80])
    expect(await send(ballotOf(phone, [100, 95], undefined, 1))).toBe('OK')
    const ballots = await world.database.db.selectFrom('reviews_ballots').selectAll().where('round_id', '=', roundId).execute()
    expect(ballots.map(({ marks }) => marks)).toEqual([[100, 95]])
    await world.succeed(own.secretary, contract.closeRound, { roundId, caps: [] })
    expect(await send(ballotOf(phone, [0, 0]))).toBe('ROUND_NOT_OPEN')
  })

  it('delayed on its way replaces none that is newer, and is acknowledged all the same', async () => {
    const roundId = await opened()
    const phone = await obtainToken(world, own.member, roundId, own.secretary.memberId)
    const kept = async () => {
      const rows = await world.database.db.selectFrom('reviews_ballots').selectAll().where('round_id', '=', roundId).execute()
      return rows.map(({ marks, revision }) => ({ marks, revision }))
    }
    expect(await send(ballotOf(phone, [90, 90], undefined, 2))).toBe('OK')
    for (const older of [0, 1, 2]) expect(await send(ballotOf(phone, [10, 10], undefined, older))).toBe('OK')
    expect(await kept()).toEqual([{ marks: [90, 90], revision: 2 }])
    expect(await send(ballotOf(phone, [20, 20], undefined, 3))).toBe('OK')
    expect(await kept()).toEqual([{ marks: [20, 20], revision: 3 }])
    expect(await send({ ...ballotOf(phone, [90, 90]), revision: world.clock.now().getTime() })).toBe('INVALID_INPUT')
  })

  it('is the newest where two of one token come at once', async () => {
    const roundId = await opened()
    const phone = await obtainToken(world, own.member, roundId, own.secretary.memberId)
    const sent = [4, 1, 3, 0, 2].map((revision) => send(ballotOf(phone, [revision * 5, 50], undefined, revision)))
    expect(await Promise.all(sent)).toEqual(Array(5).fill('OK'))
    const [ballot] = await world.database.db.selectFrom('reviews_ballots').selectAll().where('round_id', '=', roundId).execute()
    expect(ballot?.marks).toEqual([20, 50])
  })

  it('is refused once its window is over, whoever has closed the round or not', async () => {
    const roundId = await opened()
    const phone = await cast(own.member, roundId, own.secretary, [80, 80])
    world.clock.advance({ days: 7 })
    expect(await send(ballotOf(phone, [0, 0], undefined, 1))).toBe('ROUND_NOT_OPEN')
    await world.succeed(own.secretary, contract.extendRound, { roundId, closesAt: daysAhead(1) })
    expect(await send(ballotOf(phone, [0, 0], undefined, 1))).toBe('OK')
  })

  it('is refused with a token that was not issued for it, and with marks that do not fit', async () => {
    const roundId = await opened()
    const phone = await obtainToken(world, own.member, roundId, own.secretary.memberId)
    const ballot = ballotOf(phone, [90, 90])
    expect(await send({ ...ballot, subjectId: own.inspector.memberId })).toBe('TOKEN_INVALID')
    expect(await send({ ...ballot, part: 'public' })).toBe('TOKEN_INVALID')
    expect(await send({ ...ballot, serial: 'A'.repeat(43) })).toBe('TOKEN_INVALID')
    expect(await send({ ...ballot, token: 'A'.repeat(86) })).toBe('TOKEN_INVALID')
    expect(await send({ ...ballot, roundId: own.orgId })).toBe('ROUND_NOT_OPEN')
    expect(await send({ ...ballot, marks: [90] })).toBe('MARKS_UNFIT')
    expect(await send({ ...ballot, marks: [90, 91] })).toBe('MARKS_UNFIT')
    expect(await send({ ...ballot, marks: [90, 105] })).toBe('INVALID_INPUT')
    expect(await send({ ...ballot, requestId: 'abcdefgh-1234' })).toBe('INVALID_INPUT')
    expect(await send(null as never)).toBe('INVALID_INPUT')
    expect(await world.database.db.selectFrom('reviews_ballots').selectAll().where('round_id', '=', roundId).execute()).toEqual([])
    expect(world.log).toEqual([])
  })

  it('keeps a comment only where the round asks for it', async () => {
    const [without, withComments] = [await opened(), await opened({ comments: true })]
    await cast(own.member, without, own.secretary, [90, 90], '踏实')
    await cast(own.member, withComments, own.secretary, [90, 90], '踏实')
    const rows = await world.database.db.selectFrom('reviews_ballots').select(['round_id', 'comment']).execute()
    expect(rows.find(({ round_id }) => round_id === without)?.comment).toBeNull()
    expect(rows.find(({ round_id }) => round_id === withComments)?.comment).toBe('踏实')
  })
})

describe('the result', () => {
  it('is told to subjects, raters and officers after the close, weighted, beside the branch’s median', async () => {
    const roundId = await opened()
    for (const [rater, marks] of [
      [own.member, [100, 90]],
      [own.siblingMember, [95, 85]],
      [own.colleague, [90, 80]],
    ] as const)
      for (const subject of [own.secretary, own.organiser])
        await cast(rater, roundId, subject, subject === own.secretary ? [...marks] : [70, 70])
    expect(await world.refusal(own.secretary, contract.results, { roundId })).toBe('ROUND_NOT_CLOSED')
    expect(await world.succeed(own.secretary, contract.closeRound, { roundId, caps: [] })).toEqual({ ballots: 6, issued: 6 })
    expect(await resultOf(own.secretary, roundId, own.secretary)).toMatchObject({
      mine: true,
      ballots: 3,
      issued: 3,
      overfull: false,
      score: '89.00',
      median: '79.50',
      grade: null,
      tallies: [
        {
          part: 'all',
          ballots: 3,
          criteria: [
            { name: '政治品德', mean: '95.00' },
            { name: '岗位履职', mean: '85.00' },
          ],
        },
      ],
    })
    expect(await resultOf(own.colleague, roundId, own.organiser)).toMatchObject({ score: '70.00', mine: false })
    expect(await world.refusal(own.otherMember, contract.results, { roundId })).toBe('NOT_ALLOWED')
  })

  it('is only the number of ballots below the minimum', async () => {
    const roundId = await opened()
    await cast(own.member, roundId, own.secretary, [100, 90])
    await cast(own.colleague, roundId, own.secretary, [0, 0])
    await world.succeed(own.secretary, contract.closeRound, { roundId, caps: [] })
    expect(await resultOf(own.secretary, roundId, own.secretary)).toMatchObject({
      ballots: 2,
      score: null,
      tallies: [{ ballots: 2, criteria: [] }],
    })
  })

  it('writes a fact for each who took part, and one with the score for each subject that has one', async () => {
    const roundId = await opened()
    for (const rater of [own.member, own.siblingMember, own.colleague]) await cast(rater, roundId, own.secretary, [100, 90])
    await cast(own.member, roundId, own.organiser, [50, 50])
    await world.succeed(own.secretary, contract.closeRound, { roundId, caps: [] })
    const facts = await world.database.db.selectFrom('facts').selectAll().where('evidence_id', '=', roundId).execute()
    const joined = facts.filter(({ kind }) => kind === 'review-joined').map(({ member_id, quantity }) => [member_id, Number(quantity)])
    expect(new Map(joined as [string, number][])).toEqual(
      new Map([
        [own.member.memberId, 2],
        [own.siblingMember.memberId, 1],
        [own.colleague.memberId, 1],
      ]),
    )
    expect(facts.filter(({ kind }) => kind === 'review-result').map(({ member_id, quantity }) => [member_id, Number(quantity)])).toEqual([
      [own.secretary.memberId, 94],
    ])
  })

  it('of 融合成效 is the branch’s own, from everybody in it', async () => {
    const roundId = (
      await world.succeed(own.committeeSecretary, contract.createRound, { unitId: own.committee, template: 'fusion', ...setting() })
    ).roundId
    expect(await world.succeed(own.committeeSecretary, contract.openRound, { roundId })).toMatchObject({ subjects: 2 })
    for (const rater of [own.member, own.siblingMember, own.colleague]) {
      const phone = await obtainToken(world, rater, roundId, own.branch)
      expect(await send(ballotOf(phone, [80, 90]))).toBe('OK')
    }
    await world.succeed(own.committeeSecretary, contract.closeRound, { roundId, caps: [] })
    const { subjects } = await world.succeed(own.committeeSecretary, contract.results, { roundId })
    expect(subjects.find(({ subjectId }) => subjectId === own.branch)).toMatchObject({ name: '第一党支部', score: '86.00' })
    const [fact] = await world.database.db
      .selectFrom('facts')
      .selectAll()
      .where('kind', '=', 'review-result')
      .where('evidence_id', '=', roundId)
      .execute()
    expect(fact).toMatchObject({ member_id: null, unit_id: own.branch, filter: 'fusion' })
  })

  it('of an appraisal is capped only for somebody who was rated, and of other rounds for nobody', async () => {
    const cap = { memberId: own.otherMember.memberId, grade: 'qualified' as const, reason: '受到警告处分' }
    const roundId = await opened({ template: 'appraisal' })
    expect(await world.refusal(own.secretary, contract.closeRound, { roundId, caps: [cap] })).toBe('CAP_NOT_A_SUBJECT')
    const caps = [{ ...cap, memberId: own.member.memberId }]
    expect(await world.refusal(own.secretary, contract.closeRound, { roundId, caps: [...caps, cap] })).toBe('CAP_NOT_A_SUBJECT')
    expect(await world.succeed(own.secretary, contract.closeRound, { roundId, caps })).toEqual({ ballots: 0, issued: 0 })
    expect(await world.refusal(own.secretary, contract.closeRound, { roundId: await opened(), caps })).toBe('CAPS_WITHOUT_GRADES')
  })

  it('of an appraisal has parts, grades and a cap, and says whose weight went where', async () => {
    const roundId = await opened({ template: 'appraisal', raters: ['mutual', 'public', 'organisation'] })
    await cast(own.member, roundId, own.member, [100, 100])
    for (const officer of [own.secretary, own.organiser, own.inspector]) await cast(officer, roundId, own.member, [90, 90])
    for (const mate of [own.siblingMember, own.probationary, own.groupLeader]) await cast(mate, roundId, own.member, [95, 95])
    await world.succeed(own.secretary, contract.closeRound, {
      roundId,
      caps: [{ memberId: own.member.memberId, grade: 'basically-qualified', reason: '受到警告处分' }],
    })
    // (10 × 100 + 30 × 95 + 30 × 90) / 70
    expect(await resultOf(own.member, roundId, own.member)).toMatchObject({
      score: '93.57',
      dropped: ['public'],
      grade: 'basically-qualified',
      capReason: '受到警告处分',
    })
  })
})
