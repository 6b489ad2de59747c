import { sql } from 'kysely'
import { decide } from '../approvals/contract'
import { sweepFiles } from '../files'
import { upload } from '../files/contract'
import { newId } from '../kernel/ids'
import { drawRollCall, recordAttendance } from '../meetings/contract'
import { makeFeed } from '../reminders/feed-contract'
import { messages } from '../reminders/inbox-contract'
import { jpg, uploadOf } from '../testing/file-samples'
import { addMeeting, type Meeting } from '../testing/meeting'
import { addMessage } from '../testing/message'
import { addMotion } from '../testing/motion'
import { addOrganisation, addPerson, type Organisation, type Person, password } from '../testing/organisation'
import { leaveReviewTraces } from '../testing/round'
import { leaveShowcaseTraces, type ShowcaseTraces } from '../testing/showcase-traces'
import { listTables } from '../testing/snapshot'
import { addTask } from '../testing/study'
import { openWorld, type World } from '../testing/world'
import {
  auditTrail,
  changeMember,
  eraseMyData,
  exportMyData,
  getMe,
  giveConsent,
  givePost,
  members,
  signIn,
  withdrawConsent,
} from './contract'
import { setPhone } from './phone-queries'
import { bind } from './wechat-queries'

// What a password costs is not the question here.
jest.mock('./password', () => ({
  hashPassword: async (password: string) => password,
  isPassword: async (password: string, hash: string | null) => password === hash,
}))

let world: World
let own: Organisation
let person: Person
let past: Meeting
let shown: ShowcaseTraces

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
  person = await addPerson(world, { orgId: own.orgId, units: own, name: '欧阳慎独', login: 'ouyang', home: 'branch', group: 'group' })
  await world.succeed(own.secretary, changeMember, { memberId: person.memberId, name: '欧阳慎思', unable: false })
  past = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [person, own.member], state: 'closed' })
  await leaveTraces(past)
})

/** A row about the person in every table that can hold one. */
async function leaveTraces({ meetingId }: Meeting) {
  const { db } = world.database
  const now = world.clock.now()
  const mine = { org_id: own.orgId, member_id: person.memberId }
  const inMeeting = { ...mine, meeting_id: meetingId }
  await db
    .updateTable('meetings_attendances')
    .set({ state: 'present', at: now, frozen: true })
    .where('member_id', '=', person.memberId)
    .execute()
  await db
    .insertInto('meetings_devices')
    .values({ ...inMeeting, device_hash: 'a phone' })
    .execute()
  await db
    .insertInto('meetings_roll_calls')
    .values({ ...inMeeting, drawn_at: now, result: 'here' })
    .execute()
  await db
    .insertInto('meetings_sign_outs')
    .values({ ...inMeeting, at: now, how: 'scan', request_id: 'request-0', recorded_at: now })
    .execute()
  const returned = { decision: '欧阳同志请再写详细些', decided_by: own.secretary.memberId, decided_at: now }
  const task = { instructions: '学习会议文件', due_at: now, set_by: own.secretary.memberId, set_at: now }
  await db
    .insertInto('meetings_make_ups')
    .values({ ...inMeeting, make_up_id: meetingId, state: 'returned', ...task, note: '因老母住院未能到会', handed_in_at: now, ...returned })
    .execute()
  const { motionId } = await addMotion(world, past)
  await db
    .insertInto('motions_votes')
    .values({ ...mine, motion_id: motionId, choice: 'in-favour', at: now })
    .execute()
  const answered = { state: 'refused' as const, asked_at: now, decided_at: now, decided_by: own.secretary.memberId, decision: '请到会' }
  await db
    .insertInto('meetings_leave_requests')
    .values({ ...inMeeting, reason: '老母住院', ...answered })
    .execute()
  await db
    .insertInto('organisation_posts')
    .values({ ...mine, unit_id: own.branch, post: 'publicity', since: now })
    .execute()
  await setPhone(db, 'a key', person, '13800138000')
  await bind(db, person, `openid of ${person.memberId}`, now)
  await db
    .insertInto('organisation_linked_branches')
    .values({ ...mine, unit_id: own.otherBranch, since: now })
    .execute()
  const fact = {
    fact_id: meetingId,
    kind: 'meeting.attended',
    unit_id: own.branch,
    happened_at: now,
    evidence_id: meetingId,
    filter: 'assembly',
  }
  const nothing = { reverses_id: null, reason: null, author_id: null, recorded_at: now }
  await db
    .insertInto('facts')
    .values({ ...mine, ...fact, ...nothing })
    .execute()
  await world.succeed(person, giveConsent, { purpose: 'location', requestId: 'request-1' })
  const further = { memberId: person.memberId, unitId: own.branch, post: 'discipline' as const, requestId: 'request-2' }
  await world.succeed(own.administrator, givePost, further)
  await world.succeed(person, upload, { name: '欧阳慎思.jpg' }, { upload: uploadOf(jpg) })
  await drawTheirName()
  await writeRecord(meetingId)
  await db.updateTable('organisation_members').set({ initials: 'oyss' }).where('member_id', '=', person.memberId).execute()
  const { fileId: photo } = await world.succeed(person, upload, { name: '头像.jpg' }, { upload: uploadOf(jpg) })
  const { fileId: proof } = await world.succeed(person, upload, { name: '欧阳慎思的奖状.jpg' }, { upload: uploadOf(jpg) })
  await leaveReviewTraces(world, person, own.branch, own.member)
  const taskId = await addTask(world, { org_id: own.orgId, unit_id: own.branch }, [person, own.member])
  await db
    .insertInto('study_notes')
    .values({ ...mine, task_id: taskId, text: '欧阳慎思的笔记', revision: 1, saved_at: now })
    .execute()
  await leaveMessages()
  await leaveReports()
  shown = await leaveShowcaseTraces(world, person, '欧阳慎思', [photo, proof])
}

/** They were told something, their secretary was told of them, and their calendar is read somewhere. */
async function leaveMessages() {
  await addMessage(world, person, { title: '欧阳慎思，您的承诺明天到期' })
  await addMessage(world, own.secretary, { kind: 'overdue-digest', title: '1 人有逾期事项', text: '欧阳慎思：承诺 1 项' })
  await world.succeed(person, makeFeed, { whole: true, requestId: 'request-4' })
}

/** A draft, a report that was handed in, one that is owed; and permissions to be told in WeChat. */
async function leaveReports() {
  const { db } = world.database
  const [key, now] = [{ org_id: own.orgId, member_id: person.memberId }, world.clock.now()]
  const words = { title: '欧阳慎思的汇报', text: '欧阳慎思的思想' }
  const [draftId, reportId] = [newId(), newId()]
  const report = {
    ...key,
    ...words,
    unit_id: own.branch,
    kind: 'thought-report' as const,
    period: '2026-Q4',
    revision: 1,
    created_at: now,
    saved_at: now,
  }
  await db
    .insertInto('reports')
    .values([
      { ...report, report_id: draftId, state: 'draft', step: null, submitted_at: null, settled_at: null },
      { ...report, report_id: reportId, state: 'submitted', step: 'branch', submitted_at: now, settled_at: null },
    ])
    .execute()
  await db
    .insertInto('reports_versions')
    .values({ org_id: own.orgId, report_id: reportId, version: 1, ...words, submitted_at: now })
    .execute()
  await db
    .insertInto('reports_owed')
    .values({ ...key, owed_id: newId(), kind: 'self-check', period: '', due_at: now, report_id: null, handed_in_at: null })
    .execute()
  await db
    .insertInto('reminders_quotas')
    .values({ ...key, template: 'due', remaining: 1, changed_at: now })
    .execute()
  await db
    .insertInto('reminders_quota_entries')
    .values({ ...key, entry_id: newId(), template: 'due', change: 1, why: 'granted', at: now })
    .execute()
}

/** They presided, wrote the record and confirmed it, and began to change it. */
async function writeRecord(meeting_id: string) {
  const { db } = world.database
  const { memberId } = person
  const text = { org_id: own.orgId, meeting_id, chair_id: memberId, recorder_id: memberId, discussion: '一、学习文件', resolutions: [] }
  const now = world.clock.now()
  await db
    .insertInto('meetings_record_versions')
    .values({ ...text, version: 1, reason: null, confirmed_by: memberId, confirmed_at: now })
    .execute()
  await db
    .insertInto('meetings_records')
    .values({ ...text, revision: 2, version: 1, saved_by: memberId, saved_at: now })
    .execute()
}

/** The reply that is kept for the organiser's key lists them. */
async function drawTheirName() {
  const { meetingId } = await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [person] })
  await world.succeed(own.secretary, recordAttendance, { meetingId, memberId: person.memberId, state: 'present', reason: '手机没电' })
  const { called } = await world.succeed(own.secretary, drawRollCall, { meetingId, requestId: 'request-3' })
  expect(called).toMatchObject([{ name: '欧阳慎思' }])
}

describe('consent to keep near or far', () => {
  it('is off until it is given, and off again once it is withdrawn', async () => {
    const consents = async () => (await world.succeed(own.member, getMe, {})).consents
    expect(await consents()).toEqual([])
    await world.succeed(own.member, giveConsent, { purpose: 'location' })
    expect(await consents()).toEqual(['location'])
    await world.succeed(own.member, withdrawConsent, { purpose: 'location' })
    expect(await consents()).toEqual([])
  })

  it('keeps when it was first given and when it was withdrawn, until it is given again', async () => {
    const row = () =>
      world.database.db.selectFrom('organisation_consents').selectAll().where('member_id', '=', own.member.memberId).executeTakeFirst()
    await world.succeed(own.member, giveConsent, { purpose: 'location' })
    const given = world.clock.now()
    world.clock.advance({ days: 1 })
    await world.succeed(own.member, withdrawConsent, { purpose: 'location' })
    expect(await row()).toMatchObject({ given_at: given, withdrawn_at: world.clock.now() })
    await world.succeed(own.member, giveConsent, { purpose: 'location' })
    expect(await row()).toMatchObject({ given_at: world.clock.now(), withdrawn_at: null })
  })
})

describe('the export of my data', () => {
  it('holds something of every table that keeps something about me', async () => {
    const { data } = await world.succeed(person, exportMyData, {})
    const partOf: Record<string, string> = {
      organisation_members: 'person',
      organisation_credentials: 'signIn',
      directory_sign_in_names: 'signIn',
      organisation_posts: 'posts',
      organisation_linked_branches: 'linkedBranches',
      organisation_consents: 'consents',
      directory_phones: 'person',
      organisation_wechat_bindings: 'wechat',
      directory_openids: 'wechat',
      sessions: 'sessions',
      audit_entries: 'changesMade',
      meetings_attendances: 'attendances',
      meetings_leave_requests: 'leave',
      meetings_roll_calls: 'rollCalls',
      meetings_sign_outs: 'signOuts',
      meetings_make_ups: 'makeUps',
      meetings_devices: 'phonesRecognised',
      meetings_records: 'draftsOfRecords',
      meetings_record_versions: 'recordsOfMeetings',
      motions_votes: 'votes',
      files: 'files',
      // Whoever attaches a file has uploaded it.
      meetings_attachments: 'files',
      showcase_profiles: 'profile',
      showcase_claims: 'claims',
      showcase_duties: 'duties',
      showcase_pledges: 'pledges',
      showcase_performances: 'performances',
      showcase_projects: 'projects',
      showcase_pairings: 'pairings',
      showcase_submissions: 'submissions',
      showcase_evidence: 'evidence',
      showcase_cards: 'card',
      directory_cards: 'card',
      showcase_words: 'wordsAboutMe',
      reviews_raters: 'rating',
      reviews_issues: 'rating',
      reviews_voids: 'voidedTokens',
      study_assignments: 'study',
      study_notes: 'studyNotes',
      reminders_messages: 'messages',
      reminders_feeds: 'calendar',
      directory_feeds: 'calendar',
      reminders_quotas: 'permissions',
      reminders_quota_entries: 'permissionsUsed',
      reports: 'reports',
      reports_owed: 'reportsOwed',
      facts: 'facts',
      // The replies to my own requests, whose content is in the parts above.
      replies: 'changesMade',
    }
    const { rows } = await sql<{ name: string }>`select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and column_name in ('member_id', 'actor_id', 'chair_id', 'uploaded_by', 'attached_by')`.execute(
      world.database.db,
    )
    expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(partOf).sort())
    for (const part of Object.values(partOf)) expect(data[part] ?? `nothing under ${part}`).not.toEqual(`nothing under ${part}`)
    expect(data.changesToMe).toEqual(expect.arrayContaining([expect.objectContaining({ action: 'organisation.changeMember' })]))
  })

  it('holds a pledge with every text it had and its notes, and a project with its milestones', async () => {
    const { data } = await world.succeed(person, exportMyData, {})
    const whole = { versions: [expect.objectContaining({ version: 1 })], notes: [expect.objectContaining({ progress: 50 })] }
    expect(data.pledges).toEqual(expect.arrayContaining([expect.objectContaining(whole)]))
    expect(data.projects).toEqual(
      expect.arrayContaining([expect.objectContaining({ milestones: [expect.objectContaining({ dueOn: '2026-06-30' })] })]),
    )
  })

  it('holds no secret and nobody else', async () => {
    const text = JSON.stringify(await world.succeed(person, exportMyData, {}))
    expect(text).toContain('老母住院')
    expect(text).toContain('138****8000')
    for (const secret of [password, person.token.slice(37), past.secret, 'a phone', 'openid of', own.member.memberId])
      expect(text).not.toContain(secret)
  })
})

describe('the erasure of my data', () => {
  const erase = () => world.refusal(person, eraseMyData, { password })
  const countAbout = async (table: string) => {
    const { rows } = await sql`select from ${sql.table(table)} where member_id = ${person.memberId}`.execute(world.database.db)
    return rows.length
  }

  it('ends sign-in and session, and takes the name out of every table', async () => {
    expect(await erase()).toBe('OK')
    expect(await world.refusal(person, getMe, {})).toBe('NOT_SIGNED_IN')
    expect(await world.refusal(null, signIn, { login: person.login, password })).toBe('WRONG_CREDENTIALS')
    for (const table of await listTables(world.database.db)) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(world.database.db)
      const ours = rows.filter(({ row }) => row.includes(own.orgId))
      expect(ours.filter(({ row }) => /欧阳|慎独|慎思|老母|a phone|8000|openid of|oyss/.test(row) || row.includes(person.login))).toEqual(
        [],
      )
    }
  })

  it('removes at the next sweep what they uploaded, the photo and the evidence of what they showed as well', async () => {
    const mine = () => [...world.files.kept.keys()].filter((place) => place.startsWith(own.orgId))
    expect(mine()).toHaveLength(3)
    expect(await erase()).toBe('OK')
    await sweepFiles(world.database, world.files, world.clock.now())
    expect(mine()).toEqual([])
  })

  it('leaves the counts of past meetings as they were', async () => {
    const lines = () =>
      world.database.db
        .selectFrom('meetings_attendances')
        .selectAll()
        .where('meeting_id', '=', past.meetingId)
        .orderBy('member_id')
        .execute()
    const facts = () => world.database.db.selectFrom('facts').selectAll().where('org_id', '=', own.orgId).execute()
    const before = { lines: await lines(), facts: await facts() }
    expect(await erase()).toBe('OK')
    expect({ lines: await lines(), facts: await facts() }).toEqual(before)
  })

  it('takes down what they showed, and leaves without words what facts refer to', async () => {
    const { db } = world.database
    expect(await erase()).toBe('OK')
    for (const table of ['evidence', 'profiles', 'claims', 'duties', 'pairings', 'cards', 'words'])
      expect(await countAbout(`showcase_${table}`)).toBe(0)
    expect(await countAbout('directory_cards')).toBe(0)
    const { pledgeId, performanceId, projectId } = shown.proven
    expect(await db.selectFrom('showcase_pledges').selectAll().where('member_id', '=', person.memberId).execute()).toMatchObject([
      { pledge_id: pledgeId, state: 'kept', text: '（已删除）', measure: '（已删除）', target: '（已删除）', outcome_text: '（已删除）' },
    ])
    expect(await db.selectFrom('showcase_performances').selectAll().where('member_id', '=', person.memberId).execute()).toMatchObject([
      { performance_id: performanceId, state: 'verified', text: '（已删除）', figure: null, figure_unit: null },
    ])
    expect(await db.selectFrom('showcase_projects').selectAll().where('member_id', '=', person.memberId).execute()).toMatchObject([
      { project_id: projectId, state: 'accepted', name: '（已删除）', goal: '（已删除）', result: '（已删除）' },
    ])
  })

  it('takes what others gave them along, and keeps without a name that they were issued tokens', async () => {
    const { db } = world.database
    const about = async (table: 'reviews_subjects' | 'reviews_lines' | 'reviews_results') =>
      (await db.selectFrom(table).select('round_id').where('subject_id', '=', person.memberId).execute()).length
    expect([await about('reviews_subjects'), await about('reviews_lines'), await about('reviews_results')]).toEqual([1, 1, 1])
    const issued = await countAbout('reviews_issues')
    expect(await erase()).toBe('OK')
    expect([await about('reviews_subjects'), await about('reviews_lines'), await about('reviews_results')]).toEqual([0, 0, 0])
    expect(await countAbout('reviews_issues')).toBe(issued)
  })

  it('takes back what waits for the branch, so that nobody is asked to decide on it', async () => {
    expect(await erase()).toBe('OK')
    const states = await world.database.db
      .selectFrom('showcase_submissions')
      .select(['state', 'content', 'comment'])
      .where('member_id', '=', person.memberId)
      .orderBy('state')
      .execute()
    expect(states.map(({ state }) => state)).toEqual(['approved', 'taken-back'])
    for (const { content, comment } of states) expect({ content, comment }).toEqual({ content: { kind: 'pledge' }, comment: null })
    const approve = { items: [{ kind: 'submission' as const, submissionId: shown.waitingId }], decision: 'approved' as const }
    expect(await world.refusal(own.secretary, decide, approve)).toBe('NOT_FOUND')
  })

  it('no longer expects the person at meetings that are still to come', async () => {
    const [coming, running] = [
      await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [person, own.member], state: 'scheduled' }),
      await addMeeting(world, { orgId: own.orgId, unitId: own.branch, people: [person, own.member], state: 'open' }),
    ]
    expect(await erase()).toBe('OK')
    const ids = [coming.meetingId, running.meetingId]
    const lines = await world.database.db.selectFrom('meetings_attendances').select('member_id').where('meeting_id', 'in', ids).execute()
    expect(lines).toEqual([{ member_id: own.member.memberId }, { member_id: own.member.memberId }])
  })

  it('hides the person from the roster, and shows the trail without a name', async () => {
    expect(await erase()).toBe('OK')
    const { members: listed } = await world.succeed(own.secretary, members, { unitId: own.branch })
    expect(listed.map(({ id }) => id)).not.toContain(person.memberId)
    const { entries } = await world.succeed(own.administrator, auditTrail, {})
    expect(entries[0]).toMatchObject({ action: 'organisation.eraseMyData', actorName: '已注销', subjectName: '已注销' })
  })

  it('frees the sign-in name', async () => {
    expect(await erase()).toBe('OK')
    const names = await world.database.db.selectFrom('directory_sign_in_names').select('login').where('login', '=', person.login).execute()
    expect(names).toEqual([])
  })

  it('empties the inbox, ends the calendar, and leaves of what others were told no name', async () => {
    expect(await erase()).toBe('OK')
    for (const table of ['reminders_messages', 'reminders_feeds', 'directory_feeds']) expect(await countAbout(table)).toBe(0)
    const { messages: left } = await world.succeed(own.secretary, messages, {})
    expect(left).toMatchObject([{ title: '1 人有逾期事项', text: '（已删除）' }])
  })

  it('leaves of what was handed in that it was, and nothing of a draft', async () => {
    expect(await erase()).toBe('OK')
    for (const table of ['reports_owed', 'reminders_quotas', 'reminders_quota_entries']) expect(await countAbout(table)).toBe(0)
    const { db } = world.database
    const left = await db.selectFrom('reports').select(['state', 'text']).where('member_id', '=', person.memberId).execute()
    expect(left).toEqual([{ state: 'submitted', text: '（已删除）' }])
    const versions = await db.selectFrom('reports_versions').select('text').where('org_id', '=', own.orgId).execute()
    expect(versions).toEqual([{ text: '（已删除）' }])
  })

  it('needs the password, and changes nothing without it', async () => {
    expect(await world.refusal(person, eraseMyData, { password: 'wrong' })).toBe('WRONG_CREDENTIALS')
    expect(await world.refusal(person, getMe, {})).toBe('OK')
  })

  it('is refused to the last administrator, and to anyone in the demo organisation', async () => {
    expect(await world.refusal(own.administrator, eraseMyData, { password })).toBe('LAST_ADMINISTRATOR')
    expect(await world.refusal(own.administrator, getMe, {})).toBe('OK')
    const demo = await addOrganisation(world, { demo: true })
    expect(await world.refusal(demo.member, eraseMyData, { password })).toBe('DEMO_ONLY')
  })
})
