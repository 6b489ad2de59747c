import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type OpenMeeting, openMeeting } from './app'
import { ask, openPhone, projector, signIn } from './browser'
import { readCode } from './read-code'
import { setStage } from './stage'

const stage = setStage()

/** The room's screen of a meeting, on the secretary's laptop. */
async function openScreen({ meetingId }: OpenMeeting): Promise<Page> {
  const laptop = await openPhone(stage.browser, { origin: stage.app.origin, login: 'secretary1', size: projector })
  const page = await laptop.newPage()
  await page.clock.install()
  await page.goto(`${stage.app.origin}/meetings/pages/check-in-screen/index?meetingId=${meetingId}`)
  await page.getByLabel('签到码').waitFor()
  return page
}

/** Somebody scans what the screen shows at this moment. */
async function scan(page: Page, login: string) {
  const code = new URL(await readCode(page)).searchParams.get('c')
  const { token } = await signIn(stage.app.origin, login)
  return ask<{ state: string; repeated: boolean }>(stage.app.origin, token, 'meetings.checkIn', { code })
}

test('a name appears on the screen by itself once its owner has scanned what it shows', async () => {
  const meeting = await openMeeting(stage.app.origin, '投屏的大会')
  const page = await openScreen(meeting)
  await page.getByText('签到后，名字会显示在这里').waitFor()
  assert.deepEqual(await scan(page, 'member1').then(({ state, repeated }) => ({ state, repeated })), { state: 'present', repeated: false })
  const { people } = await meeting.attendance()
  const name = people.find(({ state }) => state === 'present')?.name ?? ''
  await page.locator('.wall').getByText(name).waitFor()
  assert.equal(await page.locator('.figures__arrived').textContent(), '1')
  await page.context().close()
})

test('the screen shows codes that count through two minutes without network, says when they are used up, and goes on', async () => {
  const meeting = await openMeeting(stage.app.origin, '断网的大会')
  const page = await openScreen(meeting)
  const pass = async (seconds: number) => {
    await page.clock.fastForward(seconds * 1000)
    stage.app.advance(seconds * 1000)
  }
  // The worst moment: the next codes were about to be fetched.
  await pass(19)
  await page.context().setOffline(true)
  const shown = new Set([await readCode(page)])
  for (const login of ['member1', 'member2']) {
    await pass(60)
    await page.waitForTimeout(600)
    shown.add(await readCode(page))
    assert.equal((await scan(page, login)).state, 'present')
  }
  assert.equal(shown.size, 3)
  await page.getByText('网络已断开，签到码继续有效').waitFor()

  await pass(60)
  await page.getByText('备用的签到码已用完').waitFor()
  assert.equal(await page.getByLabel('签到码').count(), 0)

  await page.context().setOffline(false)
  await page.getByLabel('签到码').waitFor()
  assert.equal((await scan(page, 'member3')).state, 'present')
  await page.locator('.figures__arrived', { hasText: /^3$/ }).waitFor()
  await page.context().close()
})
