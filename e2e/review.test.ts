import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openPhone, press, signIn } from './browser'
import { closeRound, openRound } from './rounds'
import { setStage } from './stage'

const stage = setStage()

test('three members rate two colleagues, their ballots leave later and without a name, and each finds theirs in the result', async () => {
  const { origin } = stage.app
  const roundId = await openRound(origin, '四季度一评')
  const names = await Promise.all(['member3', 'member4'].map(async (login) => (await signIn(origin, login)).me.name))
  const phones = await Promise.all(['member5', 'member6', 'member7'].map((login) => openPhone(stage.browser, { origin, login })))
  const pages: Page[] = []
  const sent: { headers: Record<string, string>; body: string }[] = []
  for (const context of phones) {
    // The quarter of an hour passes when the test says so.
    await context.clock.install()
    const page = await context.newPage()
    page.on('request', async (request) => {
      if (new URL(request.url()).pathname === '/ballot-box')
        sent.push({ headers: await request.allHeaders(), body: request.postData() ?? '' })
    })
    pages.push(page)
    await rate(page, `${origin}/reviews/pages/round/index?roundId=${roundId}`, names)
  }
  assert.equal(sent.length, 0, 'a ballot left with its token')
  for (const page of pages) await letLeave(page)
  assert.equal(sent.length, 6)
  for (const { headers, body } of sent) {
    for (const name of ['authorization', 'cookie', 'referer']) assert.equal(headers[name], undefined, name)
    assert.deepEqual(Object.keys(JSON.parse(body)).sort(), [
      'marks',
      'orgId',
      'part',
      'revision',
      'roundId',
      'serial',
      'subjectId',
      'token',
    ])
  }

  assert.deepEqual(await closeRound(origin, roundId), { ballots: 6, issued: 6 })
  for (const page of pages) {
    await page.goto(`${origin}/reviews/pages/results/index?roundId=${roundId}`)
    await page.getByText('收到 3 张 / 领出 3 张').first().waitFor()
    await press(page, '查找')
    await page.getByText('已计入').nth(1).waitFor()
    assert.equal(await page.getByText('没有找到').count(), 0)
  }
  for (const context of phones) await context.close()
})

async function rate(page: Page, address: string, names: string[]) {
  await page.goto(address)
  await press(page, '我明白了')
  for (const name of names) {
    await rowOf(page, name).click()
    const fields = page.locator('.mark-field:visible')
    await fields.first().waitFor()
    for (let index = 0; index < (await fields.count()); index++) await fields.nth(index).getByRole('radio', { name: '90 分' }).click()
    await page.locator('.at-button:visible', { hasText: '保存' }).last().click()
    await page.goto(address)
    await rowOf(page, name).getByText('待发送').waitFor()
  }
}

const rowOf = (page: Page, name: string) => page.locator('.link-row:visible', { hasText: name }).first()

/** Lets time pass, in steps shorter than the app's patience with the box, which answers in real time. */
async function letLeave(page: Page) {
  const arrived = page.getByText('已送达')
  for (let seconds = 0; seconds < 20 * 60 && (await arrived.count()) < 2; seconds += 10) {
    await page.clock.runFor(10_000)
    await page.waitForTimeout(50)
  }
  await arrived.nth(1).waitFor()
}
