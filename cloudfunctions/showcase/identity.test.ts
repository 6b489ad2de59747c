import { decide } from '../approvals/contract'
import { upload } from '../files/contract'
import { exportMyData } from '../organisation/contract'
import { jpg, pdf, png, uploadOf } from '../testing/file-samples'
import { auditOf, kindsOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { anotherProcess } from '../testing/processes'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import { revoke, takeBack } from './contract'
import { claim, endClaim, identity, saveProfile, setDuties, setPhoto } from './identity-contract'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00+08:00')
  own = await addOrganisation(world)
})

const seen = (as: Person, of: Person = own.member) => world.succeed(as, identity, { memberId: of.memberId })
const send = async (as: Person, bytes: Buffer) =>
  (await world.succeed(as, upload, { name: '证书.jpg' }, { upload: uploadOf(bytes) })).fileId
const isLoose = async (fileId: string) =>
  (await world.database.db.selectFrom('files').select('loose_since').where('file_id', '=', fileId).executeTakeFirstOrThrow())
    .loose_since !== null
const put = (text: string, more: object = {}) => world.succeed(own.member, claim, { kind: 'badge', text, evidence: [], ...more })
const judge = (submissionId: string, decision: 'approved' | 'returned' = 'approved', reason?: string) =>
  world.succeed(own.secretary, decide, { items: [{ kind: 'submission', submissionId }], decision, ...(reason && { reason }) })
const hold = async (text: string, more: object = {}) => {
  const made = await put(text, more)
  await judge(made.submissionId)
  return made
}

describe('the identity of somebody', () => {
  it('is who they are, before they have said anything', async () => {
    expect(await world.succeed(own.groupLeader, identity, {})).toEqual({
      memberId: own.groupLeader.memberId,
      name: 'groupLeader',
      unitName: '第一党支部',
      groupName: '第一党小组',
      standing: 'full',
      posts: [{ unitName: '第一党小组', post: 'group-leader' }],
      photo: null,
      joinedOn: null,
      introduction: '',
      position: null,
      badges: [],
      duties: [],
      mine: true,
      maySetDuties: false,
      claims: [],
    })
  })

  it('names posts in the Party, which the administrator is none of', async () => {
    expect((await seen(own.member, own.administrator)).posts).toEqual([])
    expect((await seen(own.member, own.secretary)).posts).toEqual([{ unitName: '第一党支部', post: 'secretary' }])
  })

  it('is shown to everybody in the organisation, what waits only to its owner and the officers', async () => {
    const { claimId, submissionId } = await put('先锋岗', { evidence: [{ kind: 'link', url: 'https://example.cn/1', title: '公示' }] })
    const waiting = {
      ...{ claimId, kind: 'badge', text: '先锋岗', state: 'waiting' },
      submission: {
        ...{ submissionId, kind: 'badge', state: 'waiting', submittedAt: '2026-11-23T09:00:00.000+08:00' },
        ...{ decidedAt: null, decidedBy: null, comment: null },
      },
      evidence: [{ kind: 'link', url: 'https://example.cn/1', title: '公示' }],
    }
    expect(await seen(own.member)).toMatchObject({ mine: true, maySetDuties: false, claims: [waiting] })
    for (const officer of [own.secretary, own.inspector])
      expect(await seen(officer)).toMatchObject({ mine: false, maySetDuties: true, claims: [waiting] })
    for (const other of [own.groupLeader, own.colleague, own.otherSecretary, own.leader, own.administrator, own.committeeSecretary])
      expect(await seen(other)).toMatchObject({ mine: false, maySetDuties: false, badges: [], claims: [] })
  })

  it('of somebody who is gone is not found', async () => {
    await world.database.db
      .updateTable('organisation_members')
      .set({ erased_at: world.clock.now() })
      .where('member_id', '=', own.member.memberId)
      .execute()
    expect(await world.refusal(own.secretary, identity, { memberId: own.member.memberId })).toBe('NOT_FOUND')
  })

  it('of another organisation is not found', async () => {
    const other = await addOrganisation(world)
    expect(await world.refusal(own.secretary, identity, { memberId: other.member.memberId })).toBe('NOT_FOUND')
  })
})

describe('what somebody says of themselves', () => {
  const words = { introduction: '在登记窗口\n服务群众', joinedOn: '2010-07-01' }

  it('is shown at once, and leaves the photo as it is', async () => {
    await world.succeed(own.member, setPhoto, { fileId: await send(own.member, jpg) })
    await world.succeed(own.member, saveProfile, words)
    expect(await seen(own.colleague)).toMatchObject({ ...words, photo: expect.any(String) })
    await world.succeed(own.member, saveProfile, { introduction: '', joinedOn: null })
    expect(await seen(own.colleague)).toMatchObject({ introduction: '', joinedOn: null, photo: expect.any(String) })
    expect((await auditOf(world, own.member.memberId)).map(({ action }) => action)).toEqual([
      'showcase.setPhoto',
      'showcase.saveProfile',
      'showcase.saveProfile',
    ])
  })

  it('is handed out with their own data', async () => {
    await world.succeed(own.member, saveProfile, words)
    expect(JSON.stringify(await world.succeed(own.member, exportMyData, {}))).toContain('在登记窗口')
  })

  it.each([
    ['2026-11-23', 'OK'],
    ['2026-11-24', 'INVALID_INPUT'],
  ])('may be about a day up to today: %s is %s', async (joinedOn, code) => {
    expect(await world.refusal(own.member, saveProfile, { introduction: '', joinedOn })).toBe(code)
  })

  it('is for members of the Party', async () => {
    const before = await snapshot(world.database.db)
    for (const person of [own.activist, own.colleague]) {
      expect(await world.refusal(person, saveProfile, words)).toBe('PARTY_MEMBERS_ONLY')
      expect(await world.refusal(person, claim, { kind: 'badge', text: '先锋岗', evidence: [] })).toBe('PARTY_MEMBERS_ONLY')
      expect(await world.refusal(person, setPhoto, { fileId: null })).toBe('PARTY_MEMBERS_ONLY')
    }
    expect(await snapshot(world.database.db)).toEqual(before)
    expect(await world.refusal(own.probationary, saveProfile, words)).toBe('OK')
  })
})

describe('a photo', () => {
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 17]), Buffer.from('Exif\0\0GPS 30.57')])
  const taken = Buffer.concat([jpg.subarray(0, 2), exif, jpg.subarray(2)])
  const photoOf = async (person: Person) => {
    const row = await world.database.db
      .selectFrom('showcase_profiles')
      .select('photo_id')
      .where('member_id', '=', person.memberId)
      .executeTakeFirst()
    return row?.photo_id ?? ''
  }
  const bytesOf = async (fileId: string) => world.files.kept.get(`${own.orgId}/${fileId}`)

  it('is shown as a copy that does not say where it was taken', async () => {
    const fileId = await send(own.member, taken)
    await world.succeed(own.member, setPhoto, { fileId })
    const photoId = await photoOf(own.member)
    expect(photoId).not.toBe(fileId)
    expect(await bytesOf(photoId)).toEqual(jpg)
    expect((await seen(own.colleague)).photo).toContain(photoId)
    expect([await isLoose(photoId), await isLoose(fileId)]).toEqual([false, true])
  })

  it('takes the place of the one before, which is let go', async () => {
    await world.succeed(own.member, setPhoto, { fileId: await send(own.member, jpg) })
    const first = await photoOf(own.member)
    await world.succeed(own.member, setPhoto, { fileId: await send(own.member, jpg) })
    const second = await photoOf(own.member)
    expect([await isLoose(first), await isLoose(second)]).toEqual([true, false])
    await world.succeed(own.member, setPhoto, { fileId: null })
    expect(await isLoose(second)).toBe(true)
    expect((await seen(own.member)).photo).toBeNull()
  })

  it('sent again after a lost answer changes it once', async () => {
    const input = { fileId: await send(own.member, jpg), requestId: 'photo-00001' }
    await world.succeed(own.member, setPhoto, input)
    const first = await photoOf(own.member)
    await world.succeed(own.member, setPhoto, input)
    expect(await photoOf(own.member)).toBe(first)
    expect(await isLoose(first)).toBe(false)
    expect(await world.refusal(own.member, setPhoto, { ...input, fileId: await send(own.member, jpg) })).toBe('CONFLICT')
  })

  it('changed twice at once holds one file', async () => {
    const second = await anotherProcess(world)
    const [one, two] = [await send(own.member, jpg), await send(own.member, jpg)]
    // Each process of a test keeps files of its own, and these stand in the first one.
    for (const [place, bytes] of world.files.kept) second.files.kept.set(place, bytes)
    await Promise.all([world.succeed(own.member, setPhoto, { fileId: one }), second.succeed(own.member, setPhoto, { fileId: two })])
    const held = await world.database.db
      .selectFrom('files')
      .select('file_id')
      .where('uploaded_by', '=', own.member.memberId)
      .where('loose_since', 'is', null)
      .execute()
    expect(held).toEqual([{ file_id: await photoOf(own.member) }])
    await second.close()
  })

  it.each<[string, Buffer]>([
    ['another kind of picture', png],
    ['no picture', pdf],
    ['more than 200 KB', Buffer.concat([jpg.subarray(0, -2), Buffer.alloc(200 * 1024), jpg.subarray(-2)])],
    ['a damaged one', jpg.subarray(0, -2)],
  ])('is refused where it is %s', async (_, bytes) => {
    const fileId = await send(own.member, bytes)
    const before = await snapshot(world.database.db)
    expect(await world.refusal(own.member, setPhoto, { fileId })).toBe('PHOTO_UNSUITABLE')
    expect(await snapshot(world.database.db)).toEqual(before)
  })

  it("is never somebody else's file, nor one that is there no more", async () => {
    const fileId = await send(own.secretary, jpg)
    expect(await world.refusal(own.member, setPhoto, { fileId })).toBe('FILE_MISSING')
    expect(await world.refusal(own.member, setPhoto, { fileId: own.member.memberId })).toBe('FILE_MISSING')
  })
})

describe('a badge', () => {
  it('is shown once the branch has confirmed it, and is a fact', async () => {
    const { claimId, submissionId } = await put('先锋岗')
    expect(await seen(own.colleague)).toMatchObject({ badges: [] })
    await judge(submissionId)
    expect(await seen(own.colleague)).toMatchObject({ badges: [{ claimId, text: '先锋岗', submissionId: null }], claims: [] })
    expect((await seen(own.secretary)).badges).toEqual([{ claimId, text: '先锋岗', submissionId }])
    expect(await kindsOf(world, claimId, own.member)).toEqual(['badge-confirmed'])
  })

  it('comes back with the reason, and can be put before the branch again with other words', async () => {
    const fileId = await send(own.member, jpg)
    const { claimId, submissionId } = await put('先锋', { evidence: [{ kind: 'file', fileId }] })
    await judge(submissionId, 'returned', '请写全称')
    const [returned] = (await seen(own.member)).claims
    expect(returned).toMatchObject({ state: 'returned', submission: { state: 'returned', comment: '请写全称', decidedBy: 'secretary' } })
    const again = await put('党员先锋岗', { claimId, evidence: [{ kind: 'file', fileId }] })
    expect(again.claimId).toBe(claimId)
    await judge(again.submissionId)
    expect(await seen(own.member)).toMatchObject({ badges: [{ claimId, text: '党员先锋岗' }], claims: [] })
    expect(await isLoose(fileId)).toBe(false)
  })

  it('taken back waits no more, and can be dropped with what showed it', async () => {
    const fileId = await send(own.member, jpg)
    const { claimId, submissionId } = await put('先锋岗', { evidence: [{ kind: 'file', fileId }] })
    await world.succeed(own.member, takeBack, { submissionId })
    expect((await seen(own.member)).claims).toMatchObject([{ state: 'returned', submission: { state: 'taken-back' } }])
    await world.succeed(own.member, endClaim, { claimId })
    expect((await seen(own.member)).claims).toEqual([])
    expect(await isLoose(fileId)).toBe(true)
  })

  it('taken down by its owner is shown no more, and stays a fact', async () => {
    const { claimId } = await hold('先锋岗')
    await world.succeed(own.member, endClaim, { claimId })
    expect(await seen(own.member)).toMatchObject({ badges: [], claims: [] })
    expect(await kindsOf(world, claimId, own.member)).toEqual(['badge-confirmed'])
    expect(await world.refusal(own.member, endClaim, { claimId })).toBe('NOT_FOUND')
  })

  it('confirmed in error is revoked, its fact reversed', async () => {
    const { claimId, submissionId } = await hold('先锋岗')
    world.clock.advance({ minutes: 1 })
    await world.succeed(own.secretary, revoke, { submissionId, reason: '名单有误' })
    expect((await seen(own.member)).claims).toMatchObject([{ state: 'returned', submission: { state: 'revoked', comment: '名单有误' } }])
    expect(await kindsOf(world, claimId, own.member)).toEqual(['badge-confirmed', '-badge-confirmed'])
  })

  it('that waits, or is confirmed, is not changed', async () => {
    const { claimId } = await put('先锋岗')
    const again = { kind: 'badge' as const, text: '标兵', evidence: [], claimId }
    expect(await world.refusal(own.member, claim, again)).toBe('NOT_A_DRAFT')
    expect(await world.refusal(own.member, endClaim, { claimId })).toBe('ALREADY_WAITING')
    expect(await world.refusal(own.secretary, claim, again)).toBe('NOT_FOUND')
  })

  it('is one of six at most, those that wait included', async () => {
    for (const text of ['一', '二', '三', '四', '五']) await hold(text)
    const sixth = await put('六')
    expect(await world.refusal(own.member, claim, { kind: 'badge', text: '七', evidence: [] })).toBe('BADGES_FULL')
    await judge(sixth.submissionId, 'returned', '不予认定')
    await put('七')
    expect(await world.refusal(own.member, claim, { kind: 'badge', text: '六', evidence: [], claimId: sixth.claimId })).toBe('BADGES_FULL')
  })

  it('claimed twice at once beside five others is one', async () => {
    const second = await anotherProcess(world)
    for (const text of ['一', '二', '三', '四', '五']) await put(text)
    const input = { kind: 'badge' as const, text: '六', evidence: [] }
    const codes = await Promise.all([world.refusal(own.member, claim, input), second.refusal(own.member, claim, input)])
    expect(codes.sort()).toEqual(['BADGES_FULL', 'OK'])
    await second.close()
  })

  it("is not shown by somebody else's file", async () => {
    const before = await snapshot(world.database.db)
    const evidence = [{ kind: 'file' as const, fileId: own.secretary.memberId }]
    expect(await world.refusal(own.member, claim, { kind: 'badge', text: '先锋岗', evidence })).toBe('FILE_MISSING')
    expect(await snapshot(world.database.db)).toEqual(before)
  })
})

describe('a position', () => {
  const position = { kind: 'position' as const }

  it('takes the place of the one before once it is confirmed, and is no fact', async () => {
    const first = await hold('登记岗', position)
    const second = await put('窗口岗', position)
    expect((await seen(own.colleague)).position).toMatchObject({ claimId: first.claimId, text: '登记岗' })
    await judge(second.submissionId)
    expect((await seen(own.colleague)).position).toMatchObject({ claimId: second.claimId, text: '窗口岗' })
    expect(await kindsOf(world, second.claimId, own.member)).toEqual([])
  })

  it('waits alone', async () => {
    await put('登记岗', position)
    expect(await world.refusal(own.member, claim, { ...position, text: '窗口岗', evidence: [] })).toBe('ALREADY_WAITING')
  })

  it('makes an end of one that came back', async () => {
    const first = await put('登记', position)
    await judge(first.submissionId, 'returned', '请写全称')
    await put('登记岗', position)
    expect((await seen(own.member)).claims).toMatchObject([{ text: '登记岗', state: 'waiting' }])
  })
})

describe('duties', () => {
  const duties = [
    { text: '联系群众', tasks: ['每季度走访一次', '记录意见'] },
    { text: '带头学习', tasks: [] },
  ]
  const set = (as: Person, of = own.member, what: object = { duties }) =>
    world.refusal(as, setDuties, { memberId: of.memberId, duties, ...what })

  it('set by the branch are shown to everybody in their order, and replace those before', async () => {
    expect(await set(own.inspector)).toBe('OK')
    expect((await seen(own.colleague)).duties).toEqual(duties)
    expect(await set(own.secretary, own.member, { duties: duties.slice(1) })).toBe('OK')
    expect((await seen(own.colleague)).duties).toEqual(duties.slice(1))
    expect(await set(own.secretary, own.member, { duties: [] })).toBe('OK')
    expect((await seen(own.colleague)).duties).toEqual([])
    expect((await auditOf(world, own.member.memberId)).map(({ actor, detail }) => ({ actor, detail }))).toEqual([
      { actor: own.inspector.memberId, detail: { duties: 2 } },
      { actor: own.secretary.memberId, detail: { duties: 1 } },
      { actor: own.secretary.memberId, detail: { duties: 0 } },
    ])
  })

  it('are for members of the Party', async () => {
    expect(await set(own.secretary, own.colleague)).toBe('PARTY_MEMBERS_ONLY')
    expect((await seen(own.secretary, own.colleague)).maySetDuties).toBe(false)
  })

  it('are twelve at most, with ten tasks each', async () => {
    const many = (count: number, tasks: number) => ({
      duties: Array.from({ length: count }, () => ({ text: '职责', tasks: Array.from({ length: tasks }, () => '任务') })),
    })
    expect(await set(own.secretary, own.member, many(12, 10))).toBe('OK')
    expect(await set(own.secretary, own.member, many(13, 1))).toBe('INVALID_INPUT')
    expect(await set(own.secretary, own.member, many(1, 11))).toBe('INVALID_INPUT')
    expect(await set(own.secretary, own.member, { duties: [{ text: ' ', tasks: [] }] })).toBe('INVALID_INPUT')
  })

  it('set by two officers at once are those of one of them', async () => {
    const second = await anotherProcess(world)
    const input = { memberId: own.member.memberId }
    await Promise.all([
      world.succeed(own.secretary, setDuties, { ...input, duties }),
      second.succeed(own.deputySecretary, setDuties, { ...input, duties: duties.slice(1) }),
    ])
    expect([2, 1]).toContain((await seen(own.member)).duties.length)
    await second.close()
  })
})
