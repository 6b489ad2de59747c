import type { InputOf } from '../kernel/contract'
import { closeVoting, correct, list as listMotions } from '../motions/contract'
import { addMeeting, type Meeting } from '../testing/meeting'
import { auditOf, factsOf } from '../testing/meeting-records'
import { addMotion } from '../testing/motion'
import { addOrganisation, type Organisation, type Person, type RoleName } from '../testing/organisation'
import { openWorld, type World } from '../testing/world'
import * as meetings from './contract'
import * as records from './record-contract'
import { admit } from './remote-contract'

let world: World
let own: Organisation
let meeting: Meeting

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.advance({ days: 1 })
  meeting = await newMeeting('open')
})

const newMeeting = (state: meetings.MeetingState, unitId = own.branch) => {
  const { secretary, deputySecretary, member, siblingMember, groupLeader, activist } = own
  const people = [secretary, deputySecretary, member, siblingMember, groupLeader]
  return addMeeting(world, { orgId: own.orgId, unitId, kind: 'assembly', state, people, guests: [activist] })
}
const read = (as: Person = own.secretary) => world.succeed(as, records.record, { meetingId: meeting.meetingId })

type Text = Partial<Omit<InputOf<typeof records.saveRecord>, 'meetingId' | 'revision'>>
const draftOf = (text: Text = {}) => ({
  meetingId: meeting.meetingId,
  chairId: own.secretary.memberId,
  recorderId: own.deputySecretary.memberId,
  discussion: '一、学习文件\n大家认为很好。',
  resolutions: ['同意接收王小明为预备党员'],
  ...text,
})
const save = (revision: number, text?: Text, as: Person = own.secretary) =>
  world.call(as, records.saveRecord, { ...draftOf(text), revision })
const saved = async (revision: number, text?: Text, as?: Person) => {
  const { body } = await save(revision, text, as)
  return body.ok ? body.data.revision : body.error.code
}
const recorded = (person: RoleName, state: 'present' | 'excused' | 'absent', reason = '现场登记') => {
  world.clock.advance({ seconds: 1 })
  const input = { meetingId: meeting.meetingId, memberId: own[person].memberId, state, reason }
  return world.succeed(own.secretary, meetings.recordAttendance, input)
}
const close = () => world.succeed(own.secretary, meetings.close, { meetingId: meeting.meetingId })
const confirm = async (as: Person = own.secretary, more: { revision?: number; fingerprint?: string; reason?: string } = {}) => {
  const { revision, attendance } = await read()
  return world.refusal(as, records.confirmRecord, {
    meetingId: meeting.meetingId,
    revision,
    fingerprint: attendance?.fingerprint ?? '',
    ...more,
  })
}
/** Closed, with a draft, ready to be confirmed. */
const readyToConfirm = async () => {
  await recorded('secretary', 'present')
  await recorded('member', 'present')
  await recorded('groupLeader', 'excused', '因公出差')
  world.clock.advance({ hours: 1 })
  await close()
  await saved(0)
}
const fieldsOf = async (input: Text) => {
  await saved((await read()).revision, input)
  const { revision, attendance } = await read()
  const answer = await world.call(own.secretary, records.confirmRecord, {
    meetingId: meeting.meetingId,
    revision,
    fingerprint: attendance?.fingerprint ?? '',
  })
  return answer.body.ok ? 'OK' : answer.body.error.fields
}

describe('before anything is written', () => {
  it('suggests headings from the agenda, the secretary who came as chair and the writer as recorder', async () => {
    await world.database.db
      .updateTable('meetings')
      .set({ agenda: '一、学习文件\n二、讨论' })
      .where('meeting_id', '=', meeting.meetingId)
      .execute()
    await recorded('secretary', 'present')
    const { suggestion, draft, confirmed, revision } = await read(own.publicist)
    expect({ draft, confirmed, revision }).toEqual({ draft: null, confirmed: null, revision: 0 })
    expect(suggestion).toEqual({
      chair: { id: own.secretary.memberId, name: 'secretary' },
      recorder: { id: own.publicist.memberId, name: 'publicist' },
      discussion: '一、学习文件\n\n二、讨论\n',
      resolutions: [],
    })
  })

  it('shows a member what meeting it is and nothing else', async () => {
    const { title, canWrite, canConfirm, draft, confirmed, suggestion, attendance } = await read(own.member)
    expect({ title, canWrite, canConfirm }).toEqual({ title: '十一月集体学习', canWrite: false, canConfirm: false })
    expect([draft, confirmed, suggestion, attendance]).toEqual([null, null, null, null])
  })

  it('has nothing to discard or confirm', async () => {
    await close()
    expect(await confirm()).toBe('NOTHING_TO_DECIDE')
    expect(await world.refusal(own.secretary, records.discardRecord, { meetingId: meeting.meetingId, revision: 0 })).toBe(
      'NOTHING_TO_DECIDE',
    )
  })
})

describe('a draft', () => {
  it('is kept as it was written, by whom and when', async () => {
    expect(await saved(0, {}, own.organiser)).toBe(1)
    const { draft, suggestion, revision } = await read()
    expect(draft).toEqual({
      chair: { id: own.secretary.memberId, name: 'secretary' },
      recorder: { id: own.deputySecretary.memberId, name: 'deputySecretary' },
      discussion: '一、学习文件\n大家认为很好。',
      resolutions: ['同意接收王小明为预备党员'],
      savedAt: expect.any(String),
      savedBy: 'organiser',
    })
    expect({ suggestion, revision }).toEqual({ suggestion: null, revision: 1 })
  })

  it('may be half empty', async () => {
    expect(await saved(0, { chairId: null, recorderId: null, discussion: '', resolutions: [] })).toBe(1)
    expect((await read()).draft).toMatchObject({ chair: null, recorder: null, discussion: '', resolutions: [] })
  })

  it('is seen by organisers only', async () => {
    await saved(0)
    const { meetingId } = meeting
    expect(await world.succeed(own.inspector, meetings.meeting, { meetingId })).toMatchObject({ recordState: 'draft' })
    expect(await world.succeed(own.member, meetings.meeting, { meetingId })).toMatchObject({ recordState: 'none' })
    for (const role of ['deputySecretary', 'inspector'] as const) expect((await read(own[role])).draft).not.toBeNull()
    for (const role of ['administrator', 'leader', 'member', 'groupLeader', 'activist'] as const) {
      const { draft, attendance, suggestion } = await read(own[role])
      expect([role, draft, attendance, suggestion]).toEqual([role, null, null, null])
    }
  })

  it('is not taken from whoever wrote on an older one, on another device', async () => {
    expect(await saved(0, { discussion: '手机上写的' })).toBe(1)
    expect(await saved(0, { discussion: '电脑上写的' })).toBe('RECORD_CHANGED')
    expect((await read()).draft?.discussion).toBe('手机上写的')
    expect(await saved(1, { discussion: '手机上写的\n电脑上写的' })).toBe(2)
  })

  it('is taken once of two devices that save at the same moment', async () => {
    await saved(0)
    const outcomes = await Promise.all([saved(1, { discussion: '甲' }), saved(1, { discussion: '乙' }, own.deputySecretary)])
    expect(outcomes.map(String).sort()).toEqual(['2', 'RECORD_CHANGED'])
    expect((await read()).draft?.discussion).toBe(outcomes[0] === 2 ? '甲' : '乙')
  })

  it('is saved once by a repeated request', async () => {
    const input = { ...draftOf(), revision: 0, requestId: 'save-0000001' }
    const first = await world.call(own.secretary, records.saveRecord, input)
    expect(await world.call(own.secretary, records.saveRecord, input)).toEqual(first)
    expect((await read()).revision).toBe(1)
  })

  it('begins with the check-in, not before, and not for a cancelled meeting', async () => {
    meeting = await newMeeting('scheduled')
    expect(await saved(0)).toBe('RECORD_TOO_EARLY')
    meeting = await newMeeting('cancelled')
    expect(await saved(0)).toBe('MEETING_CANCELLED')
  })

  it('leaves one line in the trail, however often it saves itself', async () => {
    await saved(0)
    await saved(1)
    await saved(2, {}, own.organiser)
    expect((await auditOf(world, meeting.meetingId)).map(({ action }) => action)).toEqual(['meetings.saveRecord'])
  })

  it('can be thrown away, and what was written on it is noticed afterwards', async () => {
    await saved(0)
    const discard = (revision: number) => world.refusal(own.secretary, records.discardRecord, { meetingId: meeting.meetingId, revision })
    expect(await discard(0)).toBe('RECORD_CHANGED')
    expect(await discard(1)).toBe('OK')
    expect(await read()).toMatchObject({ draft: null, revision: 2, suggestion: { resolutions: [] } })
    expect(await saved(1)).toBe('RECORD_CHANGED')
    expect(await saved(2)).toBe(3)
  })

  it('names nobody who is not of the organisation', async () => {
    const other = await addOrganisation(world)
    expect(await saved(0, { chairId: other.member.memberId })).toBe('NOT_FOUND')
    expect(await saved(0, { recorderId: other.member.memberId })).toBe('NOT_FOUND')
  })

  it('holds 20 000 characters and 30 resolutions, and no more', async () => {
    const discussion = '党'.repeat(records.maxDiscussion)
    const resolutions = Array.from({ length: records.maxResolutions }, () => '同'.repeat(records.maxResolution))
    expect(await saved(0, { discussion, resolutions })).toBe(1)
    expect((await read()).draft).toMatchObject({ discussion, resolutions })
    expect(await saved(1, { discussion: `${discussion}员` })).toBe('INVALID_INPUT')
    expect(await saved(1, { resolutions: [...resolutions, '同意'] })).toBe('INVALID_INPUT')
  })
})

describe('the confirmation', () => {
  it('freezes the record, shows it to whoever may see the meeting, and writes one fact for the unit', async () => {
    await readyToConfirm()
    expect(await confirm()).toBe('OK')
    for (const role of ['member', 'activist', 'leader', 'administrator', 'colleague'] as const) {
      expect((await read(own[role])).confirmed).toMatchObject({
        version: 1,
        reason: null,
        confirmedBy: 'secretary',
        chair: { name: 'secretary' },
        recorder: { name: 'deputySecretary' },
        resolutions: ['同意接收王小明为预备党员'],
      })
    }
    const { meetingId } = meeting
    expect(await world.succeed(own.member, meetings.meeting, { meetingId })).toMatchObject({ recordState: 'confirmed' })
    expect((await factsOf(world, meetingId, null)).map(({ kind, filter }) => [kind, filter])).toEqual([
      ['meeting-held', 'assembly'],
      ['record-confirmed', 'assembly'],
    ])
    expect((await auditOf(world, meeting.meetingId)).at(-1)).toMatchObject({ action: 'meetings.confirmRecord', detail: { version: 1 } })
  })

  it('waits for the close', async () => {
    await saved(0)
    expect(await confirm()).toBe('RECORD_BEFORE_CLOSE')
    await close()
    expect(await confirm()).toBe('OK')
  })

  it('is the secretary’s or the deputy’s, and of a group the leader’s', async () => {
    await readyToConfirm()
    for (const role of ['organiser', 'publicist', 'inspector'] as const) expect(await confirm(own[role])).toBe('NOT_ALLOWED')
    expect((await read(own.organiser)).canConfirm).toBe(false)
    expect((await read(own.deputySecretary)).canConfirm).toBe(true)
    expect(await confirm(own.deputySecretary)).toBe('OK')
    meeting = await newMeeting('closed', own.group)
    expect(await saved(0, {}, own.groupLeader)).toBe(1)
    expect(await confirm(own.groupLeader)).toBe('OK')
  })

  it('needs who presided, who wrote it, and what was discussed', async () => {
    await readyToConfirm()
    expect(await fieldsOf({ chairId: null })).toEqual({ chairId: '请选择主持人' })
    expect(await fieldsOf({ recorderId: null })).toEqual({ recorderId: '请选择记录人' })
    expect(await fieldsOf({ discussion: ' \n ' })).toEqual({ discussion: '请填写讨论情况' })
    expect(await fieldsOf({ resolutions: [] })).toBe('OK')
  })

  it('is about the draft that was seen', async () => {
    await readyToConfirm()
    await saved(1, { discussion: '别人又写了几句' }, own.organiser)
    expect(await confirm(own.secretary, { revision: 1 })).toBe('RECORD_CHANGED')
  })

  it('happens once when it is tapped on two devices at once', async () => {
    await readyToConfirm()
    const { revision, attendance } = await read()
    const input = { meetingId: meeting.meetingId, revision, fingerprint: attendance?.fingerprint ?? '' }
    const outcomes = await Promise.all(
      [own.secretary, own.deputySecretary].map((person) => world.refusal(person, records.confirmRecord, input)),
    )
    expect(outcomes.sort()).toEqual(['NOTHING_TO_DECIDE', 'OK'])
    expect((await read()).history).toHaveLength(1)
    expect((await factsOf(world, meeting.meetingId, null)).filter(({ kind }) => kind === 'record-confirmed')).toHaveLength(1)
  })

  it('is not given for a list that somebody corrects meanwhile', async () => {
    await readyToConfirm()
    const seen = (await read()).attendance?.fingerprint ?? ''
    await recorded('siblingMember', 'present', '核对签到表')
    expect(await confirm(own.secretary, { fingerprint: seen })).toBe('ATTENDANCE_CHANGED')
    expect((await read()).confirmed).toBeNull()
    expect(await confirm()).toBe('OK')
  })

  it('and a correction at the same moment leave either the list seen confirmed, or nothing', async () => {
    await readyToConfirm()
    const { revision, attendance } = await read()
    const { meetingId } = meeting
    world.clock.advance({ seconds: 1 })
    const correction = { meetingId, memberId: own.siblingMember.memberId, state: 'present' as const, reason: '核对签到表' }
    const [confirmed, corrected] = await Promise.all([
      world.refusal(own.secretary, records.confirmRecord, { meetingId, revision, fingerprint: attendance?.fingerprint ?? '' }),
      world.refusal(own.deputySecretary, meetings.recordAttendance, correction),
    ])
    expect(corrected).toBe('OK')
    expect(['OK', 'ATTENDANCE_CHANGED']).toContain(confirmed)
    const after = await read()
    expect(after.confirmed === null).toBe(confirmed === 'ATTENDANCE_CHANGED')
    expect(after.attendance?.people.find(({ name }) => name === 'siblingMember')).toMatchObject({ state: 'present', corrected: true })
  })
})

describe('once confirmed', () => {
  beforeEach(async () => {
    await readyToConfirm()
    await confirm()
  })

  it('is not touched by whoever still writes on the draft', async () => {
    expect(await saved(1, { discussion: '旧手机上的草稿' })).toBe('RECORD_CHANGED')
    expect(await confirm()).toBe('NOTHING_TO_DECIDE')
    expect((await read()).confirmed?.discussion).toBe('一、学习文件\n大家认为很好。')
  })

  it('stays in sight while it is revised, and is replaced with a reason that stays', async () => {
    const { revision } = await read()
    world.clock.advance({ days: 1 })
    await saved(revision, { discussion: '一、学习文件\n补充了两点意见。' })
    const { confirmed, draft } = await read(own.member)
    expect([confirmed?.discussion, draft]).toEqual(['一、学习文件\n大家认为很好。', null])
    const answer = await world.call(own.secretary, records.confirmRecord, {
      meetingId: meeting.meetingId,
      revision: revision + 1,
      fingerprint: (await read()).attendance?.fingerprint ?? '',
    })
    expect(answer.body).toMatchObject({ ok: false, error: { fields: { reason: '请写明修改的原因' } } })
    expect(await confirm(own.deputySecretary, { reason: '补记两位同志的发言' })).toBe('OK')
    const after = await read(own.member)
    expect(after.confirmed).toMatchObject({ version: 2, reason: '补记两位同志的发言', discussion: '一、学习文件\n补充了两点意见。' })
    expect(after.history.map(({ version, confirmedBy, reason }) => [version, confirmedBy, reason])).toEqual([
      [2, 'deputySecretary', '补记两位同志的发言'],
      [1, 'secretary', null],
    ])
    const facts = await factsOf(world, meeting.meetingId, null)
    expect(facts.filter(({ kind }) => kind === 'record-confirmed')).toHaveLength(1)
  })

  it('keeps every version to be read', async () => {
    await saved((await read()).revision, { discussion: '第二版' })
    await confirm(own.secretary, { reason: '改正错字' })
    const version = async (number: number) =>
      (await world.succeed(own.member, records.record, { meetingId: meeting.meetingId, version: number })).confirmed
    expect(await version(1)).toMatchObject({ version: 1, discussion: '一、学习文件\n大家认为很好。' })
    expect(await version(2)).toMatchObject({ version: 2, discussion: '第二版' })
    expect(await version(3)).toBeNull()
  })

  it('stays as it was when a revision is thrown away', async () => {
    const { revision } = await read()
    await saved(revision, { discussion: '改错了' })
    await world.succeed(own.secretary, records.discardRecord, { meetingId: meeting.meetingId, revision: revision + 1 })
    expect(await read()).toMatchObject({ draft: null, confirmed: { version: 1 }, suggestion: null })
  })
})

describe('the attendance in the record', () => {
  const personIn = async (as: Person, name: string) => (await read(as)).attendance?.people.find((each) => each.name === name)

  it('counts, and says whether the quorum was there', async () => {
    await readyToConfirm()
    expect((await read()).attendance).toMatchObject({ expected: 5, entitled: 5, arrived: 2, quorum: { needed: 3, have: 2, met: false } })
  })

  it('tells the reason of leave that was asked for and granted', async () => {
    meeting = await newMeeting('scheduled')
    const { meetingId } = meeting
    await world.succeed(own.member, meetings.askLeave, { meetingId, reason: '照顾家人' })
    await world.succeed(own.secretary, meetings.decideLeave, { meetingId, memberId: own.member.memberId, decision: 'granted' })
    expect(await personIn(own.secretary, 'member')).toMatchObject({ state: 'excused', reason: '照顾家人' })
  })

  it('keeps a reason from those who may not see the attendance, except their own', async () => {
    await readyToConfirm()
    await confirm()
    expect(await personIn(own.secretary, 'groupLeader')).toMatchObject({ state: 'excused', reason: '因公出差' })
    expect(await personIn(own.member, 'groupLeader')).toMatchObject({ state: 'excused', reason: null })
    expect(await personIn(own.groupLeader, 'groupLeader')).toMatchObject({ reason: '因公出差' })
  })

  it('marks what was changed after the close, and nothing else', async () => {
    await readyToConfirm()
    await confirm()
    await recorded('siblingMember', 'present', '核对签到表')
    expect(await personIn(own.member, 'siblingMember')).toMatchObject({ state: 'present', corrected: true })
    expect(await personIn(own.member, 'member')).toMatchObject({ state: 'present', corrected: false })
  })
})

describe('the history of a line', () => {
  const history = (as: Person = own.secretary) =>
    world.refusal(as, records.lineHistory, { meetingId: meeting.meetingId, memberId: own.member.memberId })

  it('tells who changed it by hand, when, why, and from what to what', async () => {
    await recorded('member', 'present', '手机没电')
    await close()
    await recorded('member', 'absent', '核实本人未到会')
    const { changes } = await world.succeed(own.secretary, records.lineHistory, {
      meetingId: meeting.meetingId,
      memberId: own.member.memberId,
    })
    const about = { at: expect.any(String), by: 'secretary', what: 'recorded' }
    expect(changes).toEqual([
      { ...about, before: 'expected', after: 'present', reason: '手机没电', afterClose: false },
      { ...about, before: 'present', after: 'absent', reason: '核实本人未到会', afterClose: true },
    ])
  })

  it('holds the admission of whoever joins from afar', async () => {
    const about = { meetingId: meeting.meetingId, memberId: own.member.memberId }
    await world.succeed(own.secretary, admit, about)
    const { changes } = await world.succeed(own.secretary, records.lineHistory, about)
    expect(changes).toMatchObject([{ by: 'secretary', what: 'admitted', before: 'expected', after: 'present', reason: null }])
  })

  it('holds leave and settled flags', async () => {
    meeting = await newMeeting('scheduled')
    const about = { meetingId: meeting.meetingId, memberId: own.member.memberId }
    await world.succeed(own.member, meetings.askLeave, { meetingId: meeting.meetingId, reason: '照顾家人' })
    await world.succeed(own.secretary, meetings.decideLeave, { ...about, decision: 'granted' })
    world.clock.advance({ minutes: 1 })
    await world.succeed(own.member, meetings.withdrawLeave, { meetingId: meeting.meetingId })
    await world.succeed(own.secretary, meetings.open, { meetingId: meeting.meetingId })
    await recorded('member', 'present')
    await world.database.db
      .updateTable('meetings_attendances')
      .set({ flags: ['shared-device'] })
      .where('meeting_id', '=', meeting.meetingId)
      .where('member_id', '=', own.member.memberId)
      .execute()
    await close()
    world.clock.advance({ minutes: 1 })
    await world.succeed(own.secretary, meetings.settleFlags, { ...about, decision: 'does-not-count', reason: '由他人代签' })
    const { changes } = await world.succeed(own.secretary, records.lineHistory, about)
    expect(changes.map(({ what, before, after, afterClose }) => [what, before, after, afterClose])).toEqual([
      ['leave-granted', null, null, false],
      ['leave-withdrawn', null, null, false],
      ['recorded', 'expected', 'present', false],
      ['flags-settled', 'present', 'absent', true],
    ])
  })

  it('is empty where nobody changed anything, and for organisers only', async () => {
    const { changes } = await world.succeed(own.secretary, records.lineHistory, {
      meetingId: meeting.meetingId,
      memberId: own.member.memberId,
    })
    expect(changes).toEqual([])
    for (const role of ['member', 'leader', 'administrator'] as const) expect(await history(own[role])).toBe('NOT_ALLOWED')
  })
})

describe('what was voted on', () => {
  const counts = { inFavour: 3, against: 0, abstained: 0 }
  const handsUp = () => addMotion(world, meeting, { kind: 'show-of-hands', state: 'voting' })
  const three = async () => {
    for (const person of ['secretary', 'member', 'deputySecretary'] as const) await recorded(person, 'present')
  }

  it('stands in the record with its votes, as soon as it is closed', async () => {
    await three()
    const motion = await handsUp()
    expect((await read()).motions).toEqual([])
    await world.succeed(own.secretary, closeVoting, { ...motion, counts })
    const numbers = { entitled: 5, present: 3, inFavour: 3, against: 0, abstained: 0, notVoted: 2 }
    expect((await read()).motions).toEqual([{ ...motion, text: '通过年度工作计划', byHand: true, ...numbers, passed: true }])
    expect((await read(own.siblingMember)).motions).toEqual([])
    await close()
    await saved(0)
    await confirm()
    expect((await read(own.siblingMember)).motions).toHaveLength(1)
  })

  it('is ended before the record is confirmed', async () => {
    await three()
    const motion = await handsUp()
    await close()
    await saved(0)
    expect(await confirm()).toBe('VOTING_UNDER_WAY')
    await world.succeed(own.secretary, closeVoting, { ...motion, counts })
    expect(await confirm()).toBe('OK')
  })

  it('is no longer corrected once the record says it', async () => {
    await three()
    const motion = await handsUp()
    await world.succeed(own.secretary, closeVoting, { ...motion, counts })
    await close()
    await saved(0)
    const mayCorrect = async () => (await world.succeed(own.secretary, listMotions, { meetingId: meeting.meetingId })).canCorrect
    const corrected = () => world.refusal(own.secretary, correct, { ...motion, counts: { ...counts, inFavour: 2 }, reason: '重新清点' })
    expect([await mayCorrect(), await corrected()]).toEqual([true, 'OK'])
    await confirm()
    expect([await mayCorrect(), await corrected()]).toEqual([false, 'RECORD_CONFIRMED'])
    expect((await read()).motions).toMatchObject([{ inFavour: 2, passed: false }])
  })
})

it('says who joined from afar', async () => {
  await recorded('secretary', 'present')
  await world.succeed(own.secretary, admit, { meetingId: meeting.meetingId, memberId: own.member.memberId })
  const people = (await read()).attendance?.people ?? []
  expect(people.filter(({ remote }) => remote).map(({ name }) => name)).toEqual(['member'])
})
