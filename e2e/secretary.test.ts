import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, openPhone, press, signIn } from './browser'
import { readCode } from './read-code'
import { setStage } from './stage'

const stage = setStage()

test('a secretary arranges a meeting, shows the code, sees who comes and ends it, by hand alone', async () => {
  const phone = await openPhone(stage.browser, { origin: stage.app.origin })
  const page = await phone.newPage()
  await page.goto(stage.app.origin)
  // Nobody is signed in: the demonstration's own sign-ins are offered.
  await page.getByRole('checkbox', { name: '同意个人信息处理说明' }).click()
  await page.getByText('secretary1', { exact: true }).click()
  await press(page, '安排会议')

  await page.getByRole('radio', { name: '支部党员大会' }).click()
  await page.getByLabel('会议名称').locator('input').fill('亲手安排的大会')
  await page.getByLabel('地点').locator('input').fill('一楼大厅')
  await press(page, '安排会议')
  await page.getByText('组织会议').waitFor()
  await press(page, '开始签到')

  await page.getByText('签到后，名字会显示在这里').waitFor()
  const { token } = await signIn(stage.app.origin, 'member3')
  const { name } = await ask<{ name: string }>(stage.app.origin, token, 'meetings.checkIn', {
    code: new URL(await readCode(page)).searchParams.get('c'),
  })
  await page.locator('.wall').getByText(name).waitFor()
  await page.getByText('法定人数').first().waitFor()

  await press(page, '结束签到')
  await page.getByText('还有 22 人未签到，结束后记为缺席，可由您更正。').waitFor()
  await page.locator('.taro-modal__foot').getByText('结束', { exact: true }).click()
  await page.getByText('签到已结束').waitFor()

  const secretary = await signIn(stage.app.origin, 'secretary1')
  const meetingId = new URL(page.url()).searchParams.get('meetingId')
  const { present, late, absent } = await ask<{ present: number; late: number; absent: number }>(
    stage.app.origin,
    secretary.token,
    'meetings.attendance',
    { meetingId },
  )
  assert.deepEqual({ arrived: present + late, absent }, { arrived: 1, absent: 22 })
  await phone.close()
})

test('a double tap on the last button arranges one meeting', async () => {
  const phone = await openPhone(stage.browser, { origin: stage.app.origin, login: 'secretary2' })
  const page = await phone.newPage()
  await page.goto(`${stage.app.origin}/meetings/pages/schedule/index`)
  await page.getByRole('radio', { name: '支部党员大会' }).click()
  await page.getByLabel('会议名称').locator('input').fill('只安排一次的大会')
  await page.getByLabel('地点').locator('input').fill('一楼大厅')
  let sent = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/api/meetings.schedule')) sent++
  })
  await page.locator('.at-button:visible', { hasText: '安排会议' }).dblclick()
  await page.getByText('组织会议').waitFor()
  assert.equal(sent, 1)
  await phone.close()
})
