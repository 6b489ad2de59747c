import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext, test } from 'node:test'
import { checkInPath, type OpenMeeting, openMeeting } from './app'
import { openBrowser, openPhone, press } from './browser'
import { filmCode } from './fake-camera'
import { setStage } from './stage'

const stage = setStage()
const directory = mkdtempSync(join(tmpdir(), 'sanliang-e2e-'))

after(async () => {
  rmSync(directory, { recursive: true, force: true })
})

/** A phone whose camera sees the meeting's current code. */
async function withCamera(t: TestContext, meeting: OpenMeeting) {
  const film = join(directory, `${meeting.meetingId}.y4m`)
  const [current] = await meeting.codes()
  filmCode(film, `https://example.cn/check-in?c=${current?.code}`)
  const seeing = await openBrowser({ camera: film })
  // Also after a failure: a browser left open would keep the test process alive.
  t.after(() => seeing.close())
  return seeing
}

test('a scan with the phone held up to the screen checks in', async (t) => {
  const meeting = await openMeeting(stage.app.origin, '扫码签到的大会')
  const seeing = await withCamera(t, meeting)
  const phone = await openPhone(seeing, { origin: stage.app.origin, login: 'member1' })
  const page = await phone.newPage()
  await page.goto(stage.app.origin)
  await press(page, '扫码签到')
  await page.getByText('签到成功').waitFor()
  await page.getByText('应到 23 人，已到 1 人').waitFor()
  const { people } = await meeting.attendance()
  assert.deepEqual(
    people.filter(({ state }) => state === 'present').map(({ how, flags }) => ({ how, flags })),
    [{ how: 'scan', flags: [] }],
  )
})

test('a link opened by any camera app checks in before the app has loaded', async () => {
  const meeting = await openMeeting(stage.app.origin, '打开链接的大会')
  const phone = await openPhone(stage.browser, { origin: stage.app.origin, login: 'member2' })
  const page = await phone.newPage()
  // The app's own scripts never arrive, and the member is checked in all the same.
  await page.route('**/*.js', () => {})
  await page.goto(stage.app.origin + (await checkInPath(meeting)), { waitUntil: 'commit' })
  await page.locator('#early-check-in').getByText('签到成功').waitFor()
  assert.equal((await meeting.attendance()).present, 1)
  await phone.close()
})

test('the early result gives way to the page, which sends nothing again', async () => {
  const meeting = await openMeeting(stage.app.origin, '只发送一次的大会')
  const phone = await openPhone(stage.browser, { origin: stage.app.origin, login: 'member3' })
  const page = await phone.newPage()
  let sent = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/api/meetings.checkIn')) sent++
  })
  await page.goto(stage.app.origin + (await checkInPath(meeting)))
  await page.getByText('查看会议').waitFor()
  await page.locator('#early-check-in').waitFor({ state: 'detached' })
  await page.getByText('签到成功').waitFor()
  assert.equal(sent, 1)
  await phone.close()
})

test('a scan that finds nobody signed in completes by itself after the sign-in', async () => {
  const meeting = await openMeeting(stage.app.origin, '先登录再签到的大会')
  const phone = await openPhone(stage.browser, { origin: stage.app.origin })
  const page = await phone.newPage()
  await page.goto(stage.app.origin + (await checkInPath(meeting)))
  await page.getByText('扫码时间已经记下，登录后自动完成签到。').waitFor()
  await page.getByRole('checkbox', { name: '同意个人信息处理说明' }).click()
  await page.locator('input').nth(0).fill('member4')
  await page.locator('input').nth(1).fill('sanliang-demo')
  await press(page, '登录')
  await page.getByText('签到成功').waitFor()
  assert.equal((await meeting.attendance()).present, 1)
  await phone.close()
})

test('a scan without network is kept with its time and sent by itself', async (t) => {
  const meeting = await openMeeting(stage.app.origin, '地下会场的大会')
  const seeing = await withCamera(t, meeting)
  const phone = await openPhone(seeing, { origin: stage.app.origin, login: 'member5' })
  const page = await phone.newPage()
  await page.goto(stage.app.origin)
  // The reader is there from an earlier scan; in the hall nothing can be loaded any more.
  await page.getByText('扫码签到', { exact: true }).waitFor()
  await page.route('**/api/**', (route) => route.abort())
  await press(page, '扫码签到')
  await page.getByText('已保存，联网后自动提交', { exact: true }).waitFor()
  assert.equal((await meeting.attendance()).present, 0)

  await page.reload()
  await page.getByText('已保存，联网后自动提交', { exact: true }).waitFor()
  await page.unroute('**/api/**')
  await page.getByText('签到成功').waitFor({ timeout: 20_000 })
  assert.equal((await meeting.attendance()).present, 1)
})

test('a code that is none is refused with what to do next', async () => {
  const phone = await openPhone(stage.browser, { origin: stage.app.origin, login: 'member6' })
  const page = await phone.newPage()
  await page.goto(`${stage.app.origin}/check-in?c=AAAAAAAAAAAAAAAAAAAAAA`)
  await page.getByText('这不是有效的签到码，请扫描会场大屏幕上的二维码').waitFor()
  await page.getByText('重新扫码').waitFor()
  await phone.close()
})

test('a second scan says that one is in already, and since when', async () => {
  const meeting = await openMeeting(stage.app.origin, '重复扫码的大会')
  const phone = await openPhone(stage.browser, { origin: stage.app.origin, login: 'member7' })
  const page = await phone.newPage()
  for (const expected of ['签到成功', '您已签到']) {
    await page.goto(stage.app.origin + (await checkInPath(meeting)))
    await page.getByText(expected).first().waitFor()
    await page.getByText('查看会议').waitFor()
  }
  assert.equal((await meeting.attendance()).present, 1)
  await phone.close()
})
