import { decide } from '../approvals/contract'
import { sweepTries } from '../kernel/tries'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { anotherProcess } from '../testing/processes'
import { addCard } from '../testing/showcase'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import { leaveWord, publicCard, renewCard, setCard, words } from './card-contract'
import { revoke, takeBack, type WordKind } from './contract'

let world: World
let own: Organisation
let tag: string
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
  tag = await addCard(world, own.member)
})

/** Another network each time, unless a test is about that. */
let networks = 0
const elsewhere = () => ({ address: `198.51.${++networks >> 8}.${networks & 255}` })
interface Left {
  text?: string
  kind?: WordKind
  to?: string
  from?: { address: string }
  requestId?: string
}
const leave = ({ text = '办事很快，谢谢', kind = 'thanks', to = tag, from = elsewhere(), requestId }: Left = {}) =>
  world.refusal(null, leaveWord, { tag: to, kind, text, ...(requestId && { requestId }) }, from)
const rows = () => world.database.db.selectFrom('showcase_words').selectAll().where('org_id', '=', own.orgId).orderBy('text').execute()
const submissions = () => world.database.db.selectFrom('showcase_submissions').selectAll().where('org_id', '=', own.orgId).execute()
const factsOf = () => world.database.db.selectFrom('facts').selectAll().where('org_id', '=', own.orgId).orderBy('recorded_at').execute()
const theOnly = async () => {
  const [submission, ...others] = await submissions()
  if (!submission || others.length) throw new Error('not one submission')
  return submission
}
const settle = async (as: Person, decision: 'approved' | 'returned') => {
  const { submission_id: submissionId } = await theOnly()
  const reason = decision === 'returned' ? { reason: '与工作无关' } : {}
  return world.refusal(as, decide, { items: [{ kind: 'submission', submissionId }], decision, ...reason })
}
const shownOnCard = async () => (await world.succeed(null, publicCard, { tag })).words
const shownTo = (as: Person) => world.succeed(as, words, { memberId: own.member.memberId })

describe('a word', () => {
  it('waits for the branch of whom it is about, and is seen by nobody', async () => {
    expect(await leave({ text: '  谢谢小王\n很耐心 ' })).toBe('OK')
    expect(await rows()).toMatchObject([
      { member_id: own.member.memberId, kind: 'thanks', text: '谢谢小王\n很耐心', state: 'waiting', published_at: null },
    ])
    expect(await theOnly()).toMatchObject({
      ...{ unit_id: own.branch, member_id: own.member.memberId, kind: 'word', state: 'waiting' },
      content: { kind: 'word', wordKind: 'thanks', text: '谢谢小王\n很耐心' },
    })
    expect(await shownOnCard()).toEqual([])
    expect(await shownTo(own.secretary)).toEqual({ total: 0, words: [] })
  })

  it('is shown on the card and to everybody signed in once it is approved, and is a fact', async () => {
    await leave({ kind: 'suggestion', text: '请早点开门' })
    expect(await settle(own.secretary, 'approved')).toBe('OK')
    const shown = { kind: 'suggestion', text: '请早点开门', leftOn: '2026-11-23' }
    const word = { wordId: (await rows())[0]?.word_id, ...shown }
    expect(await shownOnCard()).toEqual([shown])
    for (const person of [own.member, own.colleague, own.otherMember, own.administrator])
      expect(await shownTo(person)).toEqual({ total: 1, words: [{ ...word, submissionId: null }] })
    expect(await factsOf()).toMatchObject([
      { kind: 'word-published', filter: 'suggestion', member_id: own.member.memberId, unit_id: own.branch, evidence_id: word.wordId },
    ])
  })

  it('is never shown once it is returned', async () => {
    await leave()
    expect(await settle(own.secretary, 'returned')).toBe('OK')
    expect(await rows()).toMatchObject([{ state: 'returned' }])
    expect(await shownOnCard()).toEqual([])
    expect(await factsOf()).toEqual([])
  })

  it('is taken down by an officer, and its fact reversed', async () => {
    await leave()
    await settle(own.secretary, 'approved')
    const { words: shown } = await shownTo(own.deputySecretary)
    const submissionId = shown[0]?.submissionId ?? ''
    expect(await world.refusal(own.member, revoke, { submissionId, reason: '不想要' })).toBe('NOT_ALLOWED')
    expect(await world.refusal(own.deputySecretary, revoke, { submissionId, reason: '涉及隐私' })).toBe('OK')
    expect(await shownOnCard()).toEqual([])
    expect(await shownTo(own.member)).toEqual({ total: 0, words: [] })
    const [fact, reversal] = await factsOf()
    expect(reversal).toMatchObject({ reverses_id: fact?.fact_id, reason: '涉及隐私', filter: 'thanks' })
  })

  it('published, is not taken down by whom it is about, be they an officer', async () => {
    await leave({ to: await addCard(world, own.secretary), text: '填表的字太小', kind: 'suggestion' })
    expect(await settle(own.deputySecretary, 'approved')).toBe('OK')
    const { submission_id: submissionId } = await theOnly()
    const takeDown = (as: Person) => world.refusal(as, revoke, { submissionId, reason: '与工作无关' })
    expect(await takeDown(own.secretary)).toBe('OWN_SUBMISSION')
    expect(await takeDown(own.deputySecretary)).toBe('OK')
  })

  it('is not decided nor taken away by whom it is about', async () => {
    await world.succeed(own.secretary, setCard, { open: true })
    const card = await addCard(world, own.secretary)
    await leave({ to: card })
    expect(await settle(own.secretary, 'approved')).not.toBe('OK')
    const { submission_id: submissionId } = await theOnly()
    expect(await world.refusal(own.secretary, takeBack, { submissionId })).toBe('NOT_ALLOWED')
    expect(await settle(own.deputySecretary, 'approved')).toBe('OK')
  })

  it('of another organisation’s card goes there and nowhere else', async () => {
    const other = await addOrganisation(world)
    expect(await leave({ to: await addCard(world, other.member) })).toBe('OK')
    expect(await submissions()).toEqual([])
    expect(
      await world.database.db.selectFrom('showcase_submissions').select('unit_id').where('org_id', '=', other.orgId).execute(),
    ).toEqual([{ unit_id: other.branch }])
  })

  it.each(['A'.repeat(22), 'x', "' or ''='"])('is refused to the made-up code %j', async (to) => {
    expect(await leave({ to })).toBe('CARD_CLOSED')
  })

  it('is refused once the card is closed or has another code', async () => {
    await world.succeed(own.member, renewCard, {})
    expect(await leave()).toBe('CARD_CLOSED')
    tag = await addCard(world, own.member)
    await world.succeed(own.member, setCard, { open: false })
    expect(await leave()).toBe('CARD_CLOSED')
    expect(await rows()).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['what nobody sees', '\u200b\u200d\u2060'],
    ['more than 200 characters', '谢'.repeat(201)],
    ['a book', '谢'.repeat(100_000)],
    ['a control character', '谢\u0000谢'],
    ['an escape sequence', '谢\u001b[31m谢'],
    ['half a character', '谢\ud83d'],
    ['text that turns around', '谢\u202e谢'],
  ])('is refused where it is %s, and nothing is counted', async (_, text) => {
    const before = await snapshot(world.database.db)
    expect(await leave({ text })).toBe('INVALID_INPUT')
    expect(await snapshot(world.database.db)).toEqual(before)
  })

  it('may have 200 characters, lines and faces', async () => {
    expect(await leave({ text: `${'谢'.repeat(195)}\n👍👨‍👩‍👧`.slice(0, 200) })).toBe('OK')
  })
})

describe('of whoever leaves a word', () => {
  it('no address and no time finer than the day is kept, nor an id that tells it', async () => {
    world.clock.set('2026-11-23T14:37:21.123+08:00')
    const address = '203.0.113.77'
    await leave({ from: { address } })
    await leave({ from: { address }, text: '再次感谢', requestId: 'word-00000001' })
    const trail = await world.database.db.selectFrom('audit_entries').selectAll().where('org_id', '=', own.orgId).execute()
    const kept = [...(await rows()), ...(await submissions()), ...trail]
    expect(kept).toHaveLength(6)
    for (const row of trail) expect(row).toMatchObject({ action: 'showcase.leaveWord', actor_id: null, detail: { kind: 'thanks' } })
    const text = JSON.stringify(kept)
    expect(text).not.toContain(address)
    for (const moment of text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? []) expect(moment).toBe('2026-11-22T16:00:00.000Z')
    const ids = [
      ...(await rows()).map((row) => row.word_id),
      ...(await submissions()).map((row) => row.submission_id),
      ...trail.map((row) => row.entry_id),
    ]
    for (const id of ids) expect(id[14]).toMatch(/[45]/)
    expect(JSON.stringify(await world.database.db.selectFrom('directory_throttles').selectAll().execute())).not.toContain(address)
    world.clock.set('2026-11-23T09:00:00+08:00')
  })
})

describe('a repeated request', () => {
  it('leaves one word, from whatever network, and is not counted again', async () => {
    const from = elsewhere()
    for (let time = 0; time < 8; time++) expect(await leave({ requestId: 'word-00000002', from })).toBe('OK')
    expect(await leave({ requestId: 'word-00000002' })).toBe('OK')
    expect(await rows()).toHaveLength(1)
    expect(await submissions()).toHaveLength(1)
  })

  it('leaves one word at the same moment, in two processes', async () => {
    const second = await anotherProcess(world)
    const input = { tag, kind: 'thanks' as const, text: '谢谢', requestId: 'word-00000003' }
    const codes = await Promise.all(
      [world, second, world, second].map((each) => each.refusal(null, leaveWord, input, { address: '203.0.113.8' })),
    )
    expect(codes).toEqual(['OK', 'OK', 'OK', 'OK'])
    expect(await rows()).toHaveLength(1)
    expect(await submissions()).toHaveLength(1)
    await second.close()
  })

  it('with other words is a conflict, and for another card another word', async () => {
    await leave({ requestId: 'word-00000004' })
    expect(await leave({ requestId: 'word-00000004', text: '另一句' })).toBe('CONFLICT')
    expect(await leave({ requestId: 'word-00000004', to: await addCard(world, own.siblingMember) })).toBe('OK')
    expect(await rows()).toHaveLength(2)
  })
})

describe('a flood', () => {
  it('from one network ends after five words for a card, and after an hour there is room again', async () => {
    const from = { address: '203.0.113.9' }
    const codes: string[] = []
    for (let word = 0; word < 7; word++) codes.push(await leave({ from }))
    expect(codes).toEqual(['OK', 'OK', 'OK', 'OK', 'OK', 'TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS'])
    expect(await leave({ from: elsewhere() })).toBe('OK')
    expect(await leave({ from, to: await addCard(world, own.siblingMember) })).toBe('OK')
    world.clock.advance({ hours: 1 })
    expect(await leave({ from })).toBe('OK')
  })

  it('at one moment gets no further', async () => {
    const from = { address: '203.0.113.10' }
    const codes = await Promise.all(Array.from({ length: 20 }, () => leave({ from })))
    expect(codes.filter((code) => code === 'OK')).toHaveLength(5)
    expect(await rows()).toHaveLength(5)
  })

  it('is not helped by the addresses of one IPv6 line', async () => {
    const codes: string[] = []
    for (let word = 1; word <= 6; word++) codes.push(await leave({ from: { address: `2001:db8:7:1::${word}` } }))
    expect(codes.at(-1)).toBe('TOO_MANY_REQUESTS')
  })

  it('of tries at codes ends after thirty from one network', async () => {
    const from = { address: '203.0.113.11' }
    const codes: string[] = []
    for (let guess = 0; guess < 32; guess++) codes.push(await leave({ from, to: `guess-${guess}` }))
    expect(new Set(codes.slice(0, 30))).toEqual(new Set(['CARD_CLOSED']))
    expect(codes.slice(30)).toEqual(['TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS'])
    expect(await leave({ from })).toBe('TOO_MANY_REQUESTS')
  })

  it('from everywhere ends after sixty words for a card and day; tomorrow there is room', async () => {
    for (let word = 0; word < 60; word++) expect(await leave()).toBe('OK')
    expect(await leave()).toBe('WORDS_FULL')
    expect(await leave({ to: await addCard(world, own.siblingMember) })).toBe('OK')
    world.clock.set('2026-11-24T00:00:01+08:00')
    expect(await leave()).toBe('OK')
    world.clock.set('2026-11-23T09:00:00+08:00')
  })

  it('that is refused by network does not use the card up for others', async () => {
    const from = { address: '203.0.113.12' }
    for (let word = 0; word < 70; word++) await leave({ from })
    expect(await leave()).toBe('OK')
  })

  it('leaves nothing behind after a day', async () => {
    await leave()
    world.clock.advance({ days: 2 })
    await sweepTries(world.database, world.clock.now())
    expect(await world.database.db.selectFrom('directory_throttles').selectAll().execute()).toEqual([])
  })
})
