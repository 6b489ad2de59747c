import { decide } from '../approvals/contract'
import { upload } from '../files/contract'
import { jpg, uploadOf } from '../testing/file-samples'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { promise } from '../testing/pledge'
import { pledgeFacts } from '../testing/pledge-records'
import { openWorld, type World } from '../testing/world'
import { revoke, takeBack } from './contract'
import * as pledges from './pledge-contract'

/** A pledge from its first draft to its outcome. */
let world: World
let own: Organisation
let pledgeId: string

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set('2026-11-02T09:00:00+08:00')
  own = await addOrganisation(world)
  pledgeId = (await world.succeed(own.member, pledges.draftPledge, { year: 2026, ...promise })).pledgeId
})

const look = (as: { token: string } = own.member) => world.succeed(as, pledges.pledge, { pledgeId })
const listed = async (as: { token: string }) =>
  (await world.succeed(as, pledges.pledges, { memberId: own.member.memberId, year: 2026 })).pledges.map((each) => each.pledgeId)
const propose = async () => (await world.succeed(own.member, pledges.proposePledge, { pledgeId })).submissionId
const approve = (submissionId: string) =>
  world.succeed(own.secretary, decide, { items: [{ kind: 'submission', submissionId }], decision: 'approved' })
const giveBack = (submissionId: string, reason: string) =>
  world.succeed(own.secretary, decide, { items: [{ kind: 'submission', submissionId }], decision: 'returned', reason })
const publish = async () => approve(await propose())
const photo = async () => (await world.succeed(own.member, upload, { name: '现场.jpg' }, { upload: uploadOf(jpg) })).fileId
const report = async (outcome: 'kept' | 'partly' | 'broken', evidence: { kind: 'file'; fileId: string }[]) =>
  (await world.succeed(own.member, pledges.reportOutcome, { pledgeId, outcome, text: '办结率 96%', evidence })).submissionId
const nextDay = () => world.clock.advance({ days: 1 })

describe('a draft', () => {
  it('is seen by its owner and nobody else, the administrator and the secretary included', async () => {
    expect(await look()).toMatchObject({ ...promise, state: 'draft', mine: true, version: 0, versions: [], waiting: null, returned: null })
    expect(await listed(own.member)).toEqual([pledgeId])
    for (const other of [own.secretary, own.administrator, own.siblingMember]) {
      expect(await world.refusal(other, pledges.pledge, { pledgeId })).toBe('NOT_FOUND')
      expect(await listed(other)).toEqual([])
    }
  })

  it('is changed and thrown away as its owner likes', async () => {
    await world.succeed(own.member, pledges.draftPledge, { pledgeId, year: 2026, ...promise, text: '窗口只跑一次' })
    expect((await look()).text).toBe('窗口只跑一次')
    await world.succeed(own.member, pledges.discardPledge, { pledgeId })
    expect(await world.refusal(own.member, pledges.pledge, { pledgeId })).toBe('NOT_FOUND')
  })

  it('is due within its year, and may change to another one that has room', async () => {
    const input = { pledgeId, ...promise, year: 2027 }
    expect(await world.refusal(own.member, pledges.draftPledge, input)).toBe('INVALID_INPUT')
    await world.succeed(own.member, pledges.draftPledge, { ...input, dueOn: '2027-06-30' })
    expect(await look()).toMatchObject({ year: 2027, dueOn: '2027-06-30' })
  })

  it('is one of twelve a year', async () => {
    for (let count = 1; count < pledges.mostPledges; count++)
      await world.succeed(own.member, pledges.draftPledge, { year: 2026, ...promise })
    expect(await world.refusal(own.member, pledges.draftPledge, { year: 2026, ...promise })).toBe('PLEDGES_FULL')
    expect(await world.refusal(own.member, pledges.draftPledge, { pledgeId, year: 2026, ...promise })).toBe('OK')
    expect(await world.refusal(own.member, pledges.draftPledge, { year: 2027, ...promise, dueOn: '2027-06-30' })).toBe('OK')
  })

  it('is not for whoever is not a member of the Party', async () => {
    for (const person of [own.activist, own.colleague])
      expect(await world.refusal(person, pledges.draftPledge, { year: 2026, ...promise })).toBe('PARTY_MEMBERS_ONLY')
    expect(await world.refusal(own.probationary, pledges.draftPledge, { year: 2026, ...promise })).toBe('OK')
  })
})

describe('a pledge that is put before the branch', () => {
  it('is seen by the officers of the branch and still by nobody else', async () => {
    const submissionId = await propose()
    expect(await look(own.secretary)).toMatchObject({ state: 'proposed', waiting: 'pledge', mine: false, mayDecide: true })
    expect((await look(own.secretary)).submissions).toMatchObject([{ submissionId, kind: 'pledge', state: 'waiting' }])
    expect(await listed(own.organiser)).toEqual([pledgeId])
    for (const other of [own.siblingMember, own.administrator, own.otherSecretary, own.groupLeader]) {
      expect(await world.refusal(other, pledges.pledge, { pledgeId })).toBe('NOT_FOUND')
      expect(await listed(other)).toEqual([])
    }
    expect(await pledgeFacts(world, pledgeId)).toEqual([])
  })

  it('is a draft again where it is returned, with the reason, until it is put there anew', async () => {
    await giveBack(await propose(), '请写明数量')
    expect(await look()).toMatchObject({ state: 'draft', waiting: null, returned: '请写明数量', unfinished: null })
    nextDay()
    await propose()
    expect(await look()).toMatchObject({ state: 'proposed', waiting: 'pledge', returned: null })
    expect((await look()).submissions.map(({ state }) => state)).toEqual(['waiting', 'returned'])
  })

  it('is a draft again where its owner takes it back', async () => {
    await world.succeed(own.member, takeBack, { submissionId: await propose() })
    expect(await look()).toMatchObject({ state: 'draft', waiting: null, returned: null })
  })

  it('is published once it is approved: everybody sees it, its first text is kept, and a fact says so', async () => {
    nextDay()
    const submissionId = await propose()
    nextDay()
    await approve(submissionId)
    const approved = { version: 1, ...promise, reason: null, approvedBy: 'secretary', approvedAt: '2026-11-04T09:00:00.000+08:00' }
    for (const person of [own.member, own.colleague, own.otherMember, own.administrator]) {
      const seen = await look(person)
      expect(seen).toMatchObject({ ...promise, state: 'published', version: 1, publishedAt: approved.approvedAt, versions: [approved] })
      expect(await listed(person)).toEqual([pledgeId])
    }
    expect((await look(own.colleague)).submissions).toEqual([])
    expect(await pledgeFacts(world, pledgeId)).toEqual(['pledge-published/service'])
  })

  it('is never taken down again: what was published is revised', async () => {
    const submissionId = await propose()
    await approve(submissionId)
    expect(await world.refusal(own.secretary, revoke, { submissionId, reason: '点错了' })).toBe('NOTHING_TO_REVOKE')
    expect((await look()).state).toBe('published')
  })
})

describe('a revision', () => {
  const other = { ...promise, target: '90%', reason: '窗口合并' }
  const { reason, ...words } = other
  const revise = async () => (await world.succeed(own.member, pledges.revisePledge, { pledgeId, ...other })).submissionId
  beforeEach(publish)

  it('changes nothing until it is approved, and is seen by its owner and the officers only', async () => {
    const submissionId = await revise()
    expect(await look(own.colleague)).toMatchObject({ ...promise, version: 1, waiting: null, proposal: null })
    for (const person of [own.member, own.secretary])
      expect(await look(person)).toMatchObject({
        ...{ ...promise, waiting: 'pledge-revision', proposal: { kind: 'pledge-revision', submissionId, ...words, reason } },
      })
  })

  it('stands beside the text before it once it is approved', async () => {
    nextDay()
    await approve(await revise())
    const seen = await look(own.colleague)
    expect(seen).toMatchObject({ ...words, version: 2, state: 'published', proposal: null })
    expect(seen.versions).toMatchObject([
      { version: 2, ...words, reason, approvedBy: 'secretary' },
      { version: 1, ...promise, reason: null },
    ])
    expect(await pledgeFacts(world, pledgeId)).toEqual(['pledge-published/service'])
  })

  it('leaves the published text as it is where it is returned, and its owner goes on from it', async () => {
    const submissionId = await revise()
    await giveBack(submissionId, '目标不宜调低')
    expect(await look()).toMatchObject({ ...promise, version: 1, returned: '目标不宜调低', unfinished: { submissionId, ...words, reason } })
    expect(await look(own.secretary)).toMatchObject({ returned: '目标不宜调低', unfinished: null })
    expect(await look(own.colleague)).toMatchObject({ returned: null, unfinished: null })
  })

  it('stays within the year of the pledge, and changes something', async () => {
    expect(await world.refusal(own.member, pledges.revisePledge, { pledgeId, ...other, dueOn: '2027-01-10' })).toBe('INVALID_INPUT')
    expect(await world.refusal(own.member, pledges.revisePledge, { pledgeId, ...promise, reason })).toBe('INVALID_INPUT')
  })

  it('is one at a time, and not while an outcome waits; notes go on', async () => {
    const submissionId = await revise()
    const evidence = [{ kind: 'link' as const, url: 'https://sanliang.test', title: '通报' }]
    const outcome = { pledgeId, outcome: 'kept' as const, text: '完成', evidence }
    expect(await world.refusal(own.member, pledges.revisePledge, { pledgeId, ...other })).toBe('ALREADY_WAITING')
    expect(await world.refusal(own.member, pledges.reportOutcome, outcome)).toBe('ALREADY_WAITING')
    expect(await world.refusal(own.member, pledges.notePledge, { pledgeId, text: '完成六次', progress: 50, evidence: [] })).toBe('OK')
    await world.succeed(own.member, takeBack, { submissionId })
    await world.succeed(own.member, pledges.reportOutcome, outcome)
    expect(await world.refusal(own.member, pledges.revisePledge, { pledgeId, ...other })).toBe('ALREADY_WAITING')
    expect(await world.refusal(own.member, pledges.notePledge, { pledgeId, text: '又一次', progress: 60, evidence: [] })).toBe('OK')
  })
})

describe('a note', () => {
  beforeEach(publish)

  it('shows at once what was done and how far it is, with its evidence; the latest first', async () => {
    const fileId = await photo()
    await world.succeed(own.member, pledges.notePledge, { pledgeId, text: '上线预约', progress: 40, evidence: [{ kind: 'file', fileId }] })
    nextDay()
    const link = { kind: 'link' as const, url: 'https://sanliang.test/report', title: '通报' }
    await world.succeed(own.member, pledges.notePledge, { pledgeId, text: '退回一批件', progress: 35, evidence: [link] })
    const seen = await look(own.colleague)
    expect(seen.progress).toBe(35)
    expect(seen.notes).toMatchObject([
      { text: '退回一批件', progress: 35, evidence: [link] },
      { text: '上线预约', progress: 40, evidence: [{ kind: 'file', fileId, name: '现场.jpg', link: expect.stringContaining(fileId) }] },
    ])
  })

  it("takes no file of somebody else's, and is not written then", async () => {
    const { fileId } = await world.succeed(own.siblingMember, upload, { name: '别人的.jpg' }, { upload: uploadOf(jpg) })
    const note = { pledgeId, text: '上线预约', progress: 40, evidence: [{ kind: 'file' as const, fileId }] }
    expect(await world.refusal(own.member, pledges.notePledge, note)).toBe('FILE_MISSING')
    expect(await look()).toMatchObject({ progress: 0, notes: [] })
  })
})

describe('an outcome', () => {
  const happened = async (kind: string) => {
    const { db } = world.database
    const fact = db.selectFrom('facts').select('happened_at').where('kind', '=', kind).where('evidence_id', '=', pledgeId)
    return (await fact.executeTakeFirstOrThrow()).happened_at
  }
  const publishedAt = new Date('2026-11-03T09:00:00+08:00')
  beforeEach(async () => {
    const submissionId = await propose()
    world.clock.set(publishedAt)
    await approve(submissionId)
  })

  it.each(['kept', 'partly', 'broken'] as const)(
    'that is approved as %s is seen by all with its evidence, and a fact says so',
    async (outcome) => {
      await world.succeed(own.member, pledges.notePledge, { pledgeId, text: '上线预约', progress: 80, evidence: [] })
      const fileId = await photo()
      const submissionId = await report(outcome, [{ kind: 'file', fileId }])
      expect(await look(own.colleague)).toMatchObject({ state: 'published', outcome: null, waiting: null, proposal: null })
      expect(await look(own.secretary)).toMatchObject({
        waiting: 'pledge-outcome',
        proposal: { submissionId, outcome, evidence: [{ fileId }] },
      })
      nextDay()
      await approve(submissionId)
      expect(await look(own.colleague)).toMatchObject({
        ...{
          state: outcome,
          progress: 80,
          settledAt: '2026-11-04T09:00:00.000+08:00',
          outcome: { text: '办结率 96%', evidence: [{ fileId }] },
        },
      })
      expect(await pledgeFacts(world, pledgeId)).toEqual(['pledge-published/service', `pledge-${outcome}/service`])
    },
  )

  it('counts for the day it was reported on, whenever the branch verifies it; the pledge itself for the day it was published', async () => {
    world.clock.set('2026-12-31T20:00:00+08:00')
    const submissionId = await report('kept', [{ kind: 'file', fileId: await photo() }])
    world.clock.set('2027-01-06T10:00:00+08:00')
    await approve(submissionId)
    expect(await happened('pledge-kept')).toEqual(new Date('2026-12-31T20:00:00+08:00'))
    expect(await happened('pledge-published')).toEqual(publishedAt)
  })

  it('wants evidence unless the pledge was broken', async () => {
    const input = { pledgeId, text: '办结率 96%', evidence: [] }
    for (const outcome of ['kept', 'partly'] as const)
      expect(await world.refusal(own.member, pledges.reportOutcome, { ...input, outcome })).toBe('EVIDENCE_WANTED')
    expect(await world.refusal(own.member, pledges.reportOutcome, { ...input, outcome: 'broken' })).toBe('OK')
  })

  it('that is returned leaves the pledge published, and is reported anew with the same files', async () => {
    const evidence = [{ kind: 'file' as const, fileId: await photo() }]
    await giveBack(await report('kept', evidence), '请补充数据')
    expect(await look()).toMatchObject({
      state: 'published',
      outcome: null,
      returned: '请补充数据',
      unfinished: { outcome: 'kept', evidence },
    })
    expect(await look(own.colleague)).toMatchObject({ outcome: null, unfinished: null, returned: null })
    nextDay()
    await approve(await report('partly', evidence))
    expect(await look(own.colleague)).toMatchObject({ state: 'partly', outcome: { evidence } })
  })

  it('that is undone leaves the pledge published again, its fact reversed, and the reason to be seen', async () => {
    const submissionId = await report('kept', [{ kind: 'file', fileId: await photo() }])
    await approve(submissionId)
    nextDay()
    await world.succeed(own.secretary, revoke, { submissionId, reason: '数据有误' })
    expect(await look()).toMatchObject({ state: 'published', settledAt: null, outcome: null, returned: '数据有误' })
    expect(await pledgeFacts(world, pledgeId)).toEqual(['pledge-published/service', 'pledge-kept/service', '-pledge-kept/service'])
    nextDay()
    await approve(await report('broken', []))
    expect((await look()).state).toBe('broken')
    expect((await pledgeFacts(world, pledgeId)).at(-1)).toBe('pledge-broken/service')
  })

  it('counts under the category of the text that was approved last', async () => {
    await approve(
      (await world.succeed(own.member, pledges.revisePledge, { pledgeId, ...promise, category: 'post', reason: '归类有误' })).submissionId,
    )
    await approve(await report('broken', []))
    expect(await pledgeFacts(world, pledgeId)).toContain('pledge-broken/post')
  })
})
