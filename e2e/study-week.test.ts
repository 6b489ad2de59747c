import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remindOfDuties, tellOverdue } from '../cloudfunctions/reminders'
import { ask, openPhone, signIn } from './browser'
import { setStage } from './stage'

const stage = setStage()
const title = '党章第一章：党员'
const day = 86_400_000

test('a week of one study task: three people get it, one finishes, two are reminded, one is reported overdue', async () => {
  const { origin, database, now } = stage.app
  const secretary = await signIn(origin, 'secretary1')
  const dueAt = at(now(), 5, 18)
  const taskId = await publish(secretary, dueAt)

  const given = await told(taskId, 'study-published')
  assert.equal(given.length, 3)
  const [first = '', second = '', third = ''] = given.map(({ login }) => login).sort()

  // The first studies it at once.
  await finish(first)
  const remind = () => remindOfDuties(database, now())
  await remind()
  assert.deepEqual(await told(taskId, 'study'), [])

  // Three days before the day, and once more the same evening: who has finished hears nothing, the others hear it once.
  goTo(at(now(), 2, 9))
  await remind()
  goTo(at(now(), 0, 20))
  await remind()
  assert.deepEqual(await told(taskId, 'study'), [
    { login: second, title: `学习任务《${title}》还有 3 天截止` },
    { login: third, title: `学习任务《${title}》还有 3 天截止` },
  ])

  // The second studies it; the third lets the day pass.
  await finish(second)
  goTo(new Date(dueAt.getTime() + 60_000))
  await remind()
  await remind()
  assert.deepEqual((await told(taskId, 'study')).slice(2), [{ login: third, title: `学习任务《${title}》已过截止时间` }])

  // On the next Monday the secretary, who answers for people without a group, is told once whose it is.
  const { me: late } = await signIn(origin, third)
  for (let days = 0; days < 8; days++) {
    goTo(new Date(now().getTime() + day))
    await tellOverdue(database, now())
  }
  const digests = await database.db
    .selectFrom('reminders_messages')
    .select(['title', 'text'])
    .where('member_id', '=', secretary.me.id)
    .where('kind', '=', 'overdue-digest')
    .where('subject_id', '=', secretary.me.unitId)
    .orderBy('at')
    .execute()
  assert.ok(digests.at(-1)?.text.includes(`${late.name} 1 项`), JSON.stringify(digests))
})

/** That hour in China, `days` after the day it is. */
const at = (from: Date, days: number, hour: number) =>
  new Date(Math.floor((from.getTime() + 8 * 3_600_000) / day) * day + days * day + (hour - 8) * 3_600_000)

const goTo = (moment: Date) => stage.app.advance(moment.getTime() - stage.app.now().getTime())

/** For the first branch's three activists; opening it is enough. */
async function publish({ token, me }: Awaited<ReturnType<typeof signIn>>, dueAt: Date): Promise<string> {
  const { taskId } = await ask<{ taskId: string }>(stage.app.origin, token, 'study.saveTask', {
    ...{ unitId: me.unitId, kind: 'text', title, text: '年满十八岁的中国公民可以申请加入中国共产党。', standings: ['activist'], posts: [] },
    ...{ dueAt: dueAt.toISOString(), requiredMinutes: 0, creditMinutes: 45 },
  })
  await ask(stage.app.origin, token, 'study.publish', { taskId })
  return taskId
}

/** Finds it on the phone, opens it, and it is done. */
async function finish(login: string) {
  const phone = await openPhone(stage.browser, { origin: stage.app.origin, login })
  const page = await phone.newPage()
  await page.goto(`${stage.app.origin}/pages/study/index`)
  await page.getByText(title).first().click()
  await page.getByText('已完成').first().waitFor()
  await phone.close()
}

/** Who was told of the task in this way, in the order it was said. */
const told = (taskId: string, kind: 'study' | 'study-published') =>
  stage.app.database.db
    .selectFrom('reminders_messages as r')
    .innerJoin('directory_sign_in_names as n', 'n.member_id', 'r.member_id')
    .select(['n.login', 'r.title'])
    .where('r.subject_id', '=', taskId)
    .where('r.kind', '=', kind)
    .orderBy('r.at')
    .orderBy('n.login')
    .execute()
