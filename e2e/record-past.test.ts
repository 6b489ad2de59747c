import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, openPhone, press, signIn } from './browser'
import { pastDraft } from './records'
import { setStage } from './stage'

const stage = setStage()

test('a past meeting is put down with two taps for each who was away', async () => {
  const { origin } = stage.app
  const phone = await openPhone(stage.browser, { origin, login: 'secretary1', stored: await pastDraft(origin) })
  const page = await phone.newPage()
  await page.goto(`${origin}/meetings/pages/record-past/index`)
  await page.getByText('应到 23 · 实到 23').waitFor()

  await page.locator('.who-was-there').nth(0).click()
  await page.getByText('因公出差', { exact: true }).click()
  await page.locator('.who-was-there').nth(1).click()
  await page.getByText('未请假', { exact: true }).click()
  await press(page, '登记：实到 21 人')
  await page.locator('.taro-modal__foot').getByText('登记', { exact: true }).click()
  await page.getByText('写会议记录').waitFor()

  const { token } = await signIn(origin, 'secretary1')
  const meetingId = new URL(page.url()).searchParams.get('meetingId')
  const { present, excused, absent } = await ask<Record<string, number>>(origin, token, 'meetings.attendance', { meetingId })
  assert.deepEqual({ present, excused, absent }, { present: 21, excused: 1, absent: 1 })
  await phone.close()
})
