import { newId } from '../kernel/ids'
import type { Row } from '../kernel/schema'
import { addMeeting } from '../testing/meeting'
import { addOrganisation, addPerson, type Organisation, type Person } from '../testing/organisation'
import { addPledge } from '../testing/pledge'
import { anotherProcess } from '../testing/processes'
import { openWorld, type World } from '../testing/world'
import { greetBirthdays, remindOfDuties, sweepMessages, tellOverdue } from './remind'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

const at = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`)
const remind = (now: string) => remindOfDuties(world.database, at(now))

async function told(person: Person): Promise<string[]> {
  const rows = await messagesOf(person)
  return rows.map(({ title }) => title)
}
const messagesOf = ({ orgId, memberId }: Person): Promise<Row<'reminders_messages'>[]> =>
  world.database.db
    .selectFrom('reminders_messages')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .orderBy('at')
    .orderBy('title')
    .execute()

async function addStudy(people: Person[], due: string, given: Partial<Row<'study_tasks'>> = {}): Promise<string> {
  const { db } = world.database
  const [task_id, now] = [newId(), at('2026-11-20 09:00:00')]
  const key = { org_id: own.orgId, task_id }
  await db
    .insertInto('study_tasks')
    .values({
      ...{ ...key, unit_id: own.branch, kind: 'text', title: '全会公报', text: '', standings: ['full'], posts: [], due_at: at(due) },
      ...{ required_minutes: 0, credit_minutes: 60, state: 'published', created_by: own.secretary.memberId, created_at: now },
      ...{ url: null, file_id: null, meeting_id: null, pass_mark: null, question_count: null, most_attempts: null },
      ...{ published_at: now, withdrawn_at: null, ...given },
    })
    .execute()
  const none = { last_beat_at: null, opened_at: null, best_mark: null, done_at: null }
  await db
    .insertInto('study_assignments')
    .values(people.map(({ memberId }) => ({ ...key, member_id: memberId, assigned_at: now, ...none })))
    .execute()
  return task_id
}

describe('a duty', () => {
  it('is told at each step once, and when it is overdue, however often the pass runs', async () => {
    await addStudy([own.member], '2026-11-25 18:00:00')
    for (const now of ['21 12', '22 12', '22 13', '23 12', '24 00', '24 23', '25 09', '25 18', '25 19', '26 12'])
      await remind(`2026-11-${now}:00:00`)
    expect(await told(own.member)).toEqual([
      '学习任务《全会公报》还有 3 天截止',
      '学习任务《全会公报》明天截止',
      '学习任务《全会公报》今天截止',
      '学习任务《全会公报》已过截止时间',
    ])
    const [first, , , last] = await messagesOf(own.member)
    expect(first).toMatchObject({ text: '请在 11月25日 18:00 前完成学习。', outside_at: at('2026-11-22 12:00:00'), read_at: null })
    expect(last?.text).toBe('原定 11月25日 18:00 截止，现在仍可完成学习。')
    expect(await told(own.siblingMember)).toEqual([])
  })

  it('that was made late, or was let pass in an outage, is told in its nearest step only', async () => {
    await addStudy([own.member], '2026-11-25 18:00:00')
    await remind('2026-11-25 10:00:00')
    expect(await told(own.member)).toEqual(['学习任务《全会公报》今天截止'])
  })

  it('is told for its new date when the date changes', async () => {
    const task = await addStudy([own.member], '2026-11-25 18:00:00')
    await remind('2026-11-24 10:00:00')
    await world.database.db
      .updateTable('study_tasks')
      .set({ due_at: at('2026-11-27 18:00:00') })
      .where('task_id', '=', task)
      .execute()
    await remind('2026-11-24 11:00:00')
    await remind('2026-11-26 11:00:00')
    expect(await told(own.member)).toEqual([
      '学习任务《全会公报》明天截止',
      '学习任务《全会公报》还有 3 天截止',
      '学习任务《全会公报》明天截止',
    ])
  })

  it('that is done, withdrawn, or a person’s who is gone, is not spoken of', async () => {
    const task = await addStudy([own.member], '2026-11-25 18:00:00')
    await world.database.db.updateTable('study_assignments').set({ done_at: world.clock.now() }).where('task_id', '=', task).execute()
    await addStudy([own.siblingMember], '2026-11-25 18:00:00', { state: 'withdrawn' })
    await addStudy([own.probationary], '2026-11-25 18:00:00')
    await world.database.db
      .updateTable('organisation_members')
      .set({ erased_at: world.clock.now() })
      .where('member_id', '=', own.probationary.memberId)
      .execute()
    await remind('2026-11-25 10:00:00')
    for (const person of [own.member, own.siblingMember, own.probationary]) expect(await told(person)).toEqual([])
  })

  it('of every kind is told in its own words, a long one shortened', async () => {
    const { orgId: org_id, member } = own
    await addPledge(world, member, { due_on: '2026-11-25', text: '窗口'.repeat(30) })
    const owed = { org_id, owed_id: newId(), member_id: member.memberId, kind: 'thought-report' as const, period: '2026-Q4' }
    await world.database.db
      .insertInto('reports_owed')
      .values({ ...owed, due_at: at('2026-11-25 23:59:59'), report_id: null, handed_in_at: null })
      .execute()
    await remind('2026-11-25 10:00:00')
    expect(await told(member)).toEqual(expect.arrayContaining([`承诺《${'窗口'.repeat(20)}…》今天到期`]))
    expect((await told(member)).find((title) => title.includes('思想汇报'))).toMatch(/思想汇报今天截止$/)
  })
})

describe('a meeting', () => {
  it('is told the day before and half an hour before, and never once it has begun', async () => {
    await addMeeting(world, {
      ...{ orgId: own.orgId, unitId: own.branch, people: [own.member], state: 'scheduled', startsAt: at('2026-11-25 15:00:00') },
    })
    for (const now of ['23 12:00', '24 10:00', '25 10:00', '25 14:30', '25 14:55', '25 15:00', '27 10:00'])
      await remind(`2026-11-${now}:00`)
    expect(await told(own.member)).toEqual(['会议《十一月集体学习》明天 15:00 开始', '会议《十一月集体学习》即将开始'])
  })

  it('called for the same day is told today', async () => {
    await addMeeting(world, {
      ...{ orgId: own.orgId, unitId: own.branch, people: [own.member], state: 'scheduled', startsAt: at('2026-11-25 15:00:00') },
    })
    await remind('2026-11-25 10:00:00')
    expect(await told(own.member)).toEqual(['会议《十一月集体学习》今天 15:00 开始'])
  })
})

describe('what is overdue', () => {
  const tell = (now: string) => tellOverdue(world.database, at(now))

  it('is told once a week to the group’s leader, by name and number, and to the secretary for those who have none', async () => {
    await addStudy([own.member, own.siblingMember, own.inspector], '2026-11-19 18:00:00')
    await addStudy([own.member, own.groupLeader], '2026-11-20 18:00:00')
    await tell('2026-11-23 07:00:00')
    for (const now of ['23 08:00', '23 09:00', '29 23:00']) await tell(`2026-11-${now}:00`)
    expect((await messagesOf(own.groupLeader)).map(({ title, text }) => [title, text])).toEqual([
      ['第一党小组有 2 人共 3 项任务已过截止时间', 'member 2 项，groupLeader 1 项。'],
    ])
    // The second group has no leader; the inspector is in no group.
    expect((await messagesOf(own.secretary)).map(({ title, text }) => [title, text])).toEqual([
      ['第一党支部有 2 人共 2 项任务已过截止时间', 'inspector 1 项，siblingMember 1 项。'],
    ])
    expect(await told(own.otherSecretary)).toEqual([])
    await tell('2026-11-30 08:00:00')
    expect(await told(own.groupLeader)).toHaveLength(2)
  })

  it('after Monday waits for the next one', async () => {
    await addStudy([own.member], '2026-11-24 18:00:00')
    await tell('2026-11-25 10:00:00')
    expect(await told(own.groupLeader)).toEqual([])
    await tell('2026-11-30 10:00:00')
    expect(await told(own.groupLeader)).toHaveLength(1)
  })

  it('names twenty people and counts them all', async () => {
    const people = await Promise.all(
      Array.from({ length: 22 }, (_, number) =>
        addPerson(world, { orgId: own.orgId, units: own, name: `p${100 + number}`, home: 'branch' }),
      ),
    )
    await addStudy(people, '2026-11-19 18:00:00')
    await tell('2026-11-23 10:00:00')
    const [message] = await messagesOf(own.secretary)
    expect(message?.title).toBe('第一党支部有 22 人共 22 项任务已过截止时间')
    expect(message?.text).toMatch(/p119 1 项，等。$/)
  })

  it('says nothing of meetings and of rounds, which are over with their date', async () => {
    await addMeeting(world, {
      ...{ orgId: own.orgId, unitId: own.branch, people: [own.member], state: 'scheduled', startsAt: at('2026-11-18 15:00:00') },
    })
    await tell('2026-11-23 10:00:00')
    expect(await told(own.groupLeader)).toEqual([])
  })
})

describe('a political birthday', () => {
  const greet = (now: string) => greetBirthdays(world.database, at(now))
  const joined = ({ orgId, memberId }: Person, joined_on: string) =>
    world.database.db
      .insertInto('showcase_profiles')
      .values({ org_id: orgId, member_id: memberId, photo_id: null, joined_on, changed_at: world.clock.now() })
      .execute()

  it('is told to the branch’s officers the day before and greeted on the day, once a year', async () => {
    await joined(own.member, '2014-11-25')
    for (const now of ['2026-11-23 23', '2026-11-24 00', '2026-11-24 23', '2026-11-25 00', '2026-11-25 23', '2026-11-26 00'])
      await greet(`${now}:30:00`)
    expect((await messagesOf(own.member)).map(({ title, text }) => [title, text])).toEqual([
      ['今天是您的政治生日', '2014年11月25日，您加入中国共产党，至今 12 年。'],
    ])
    for (const officer of [own.secretary, own.organiser])
      expect((await messagesOf(officer)).map(({ title, text }) => [title, text])).toEqual([
        ['明天是member同志的政治生日', '2014年11月25日入党，明天满 12 年。'],
      ])
    expect(await told(own.groupLeader)).toEqual([])
    await greet('2027-11-25 10:00:00')
    expect(await told(own.member)).toHaveLength(2)
  })

  it('of 29 February is on the 28th of other years', async () => {
    await joined(own.member, '2012-02-29')
    await greet('2027-02-28 10:00:00')
    await greet('2027-03-01 10:00:00')
    expect(await told(own.member)).toHaveLength(1)
    await greet('2028-02-28 10:00:00')
    expect(await told(own.member)).toHaveLength(1)
    await greet('2028-02-29 10:00:00')
    expect(await told(own.member)).toHaveLength(2)
  })

  it('is not kept on the day of joining itself, and an officer is not told of their own', async () => {
    await joined(own.member, '2026-11-25')
    await joined(own.secretary, '2010-11-26')
    await greet('2026-11-25 10:00:00')
    expect(await told(own.member)).toEqual([])
    expect(await told(own.secretary)).toEqual([])
    expect(await told(own.organiser)).toEqual(['明天是secretary同志的政治生日'])
  })
})

it('removes what was read after a year and what nobody read after two, and does not say it again', async () => {
  await addStudy([own.member, own.siblingMember], '2026-11-25 18:00:00')
  await remind('2026-11-25 10:00:00')
  await world.database.db
    .updateTable('reminders_messages')
    .set({ read_at: world.clock.now() })
    .where('member_id', '=', own.member.memberId)
    .execute()
  const sweep = (now: string) => sweepMessages(world.database, at(now))
  await sweep('2027-11-25 09:00:00')
  expect([await told(own.member), await told(own.siblingMember)].map(({ length }) => length)).toEqual([1, 1])
  await sweep('2027-11-26 10:00:00')
  await remind('2027-11-26 10:00:00')
  expect([await told(own.member), await told(own.siblingMember)].map(({ length }) => length)).toEqual([0, 1])
  await sweep('2028-11-26 10:00:00')
  expect(await told(own.siblingMember)).toEqual([])
})

it('is said once by schedulers that run at once', async () => {
  await addStudy([own.member, own.siblingMember, own.groupLeader], '2026-11-25 18:00:00')
  const second = await anotherProcess(world)
  const now = at('2026-11-25 10:00:00')
  await Promise.all(Array.from({ length: 8 }, (_, index) => remindOfDuties((index % 2 ? second : world).database, now)))
  await second.close()
  for (const person of [own.member, own.siblingMember, own.groupLeader]) expect(await told(person)).toHaveLength(1)
})
