import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { ask, openPhone, press, signIn } from './browser'
import { readCode } from './read-code'
import { setStage } from './stage'

const stage = setStage()
const mostTaps = 40

test(`the secretary’s evening, from the calendar to the confirmed record, takes at most ${mostTaps} taps`, async () => {
  const { origin } = stage.app
  const phone = await openPhone(stage.browser, { origin, login: 'secretary1' })
  const taps = await countTaps(phone)
  const page = await phone.newPage()
  const screens = countScreens(page)
  await page.goto(origin)

  // Half past four: the meeting goes on the calendar.
  await press(page, '安排会议')
  await page.getByRole('radio', { name: '支部党员大会' }).click()
  await page.getByText(/^\d+月支部党员大会$/).click()
  await write(page, '地点', '三楼会议室')
  await write(page, '议程（可不填）', '传达学习全会精神\n讨论第四季度工作\n表决年度评优名单')
  await press(page, '安排会议')

  // In the hall: the code is up, and twenty people hold up their phones.
  await press(page, '开始签到')
  const code = new URL(await readCode(page)).searchParams.get('c')
  for (let number = 1; number <= 20; number++) {
    const { token } = await signIn(origin, `member${number}`)
    await ask(origin, token, 'meetings.checkIn', { code, device: `telephone-${number}` })
  }
  await page.getByText('20', { exact: true }).first().waitFor()
  await press(page, '结束签到')
  await page.locator('.taro-modal__foot').getByText('结束', { exact: true }).click()
  await page.getByText('签到已结束').waitFor()

  // The evening: who was there is known; what was said and decided is written.
  await press(page, '写会议记录')
  await write(page, '发言和讨论要点', '支部书记传达全会精神，三个党小组分别发言，一致同意第四季度工作安排。')
  await press(page, '添加一条决议')
  await write(page, '第 1 条', '通过第四季度工作安排。')
  await press(page, '确认记录')
  await page.locator('.taro-modal__foot').getByText('确认', { exact: true }).click()
  await page.getByText('记录已确认').waitFor()

  const { token } = await signIn(origin, 'member1')
  const meetingId = new URL(page.url()).searchParams.get('meetingId')
  const { confirmed, attendance } = await ask<{
    confirmed: { resolutions: string[]; chair: { name: string } }
    attendance: { arrived: number }
  }>(origin, token, 'meetings.record', { meetingId })
  assert.deepEqual(confirmed.resolutions, ['通过第四季度工作安排。'])
  assert.equal(attendance.arrived, 20)
  console.log(`the secretary’s evening: ${taps()} taps on ${screens()} screens`)
  assert.ok(taps() <= mostTaps, `${taps()} taps`)
  await phone.close()
})

/** Every touch of the screen, also the one that puts the cursor into a field; typing is not counted. */
async function countTaps(phone: BrowserContext): Promise<() => number> {
  let taps = 0
  await phone.exposeFunction('tapped', () => void taps++)
  await phone.addInitScript(() => {
    const { tapped } = window as unknown as { tapped: () => void }
    addEventListener('pointerdown', (event) => event.isTrusted && tapped(), true)
  })
  return () => taps
}

/** Pages gone through, also those returned to. */
function countScreens(page: Page): () => number {
  const passed: string[] = []
  page.on('framenavigated', (frame) => {
    const { pathname } = new URL(frame.url())
    if (frame === page.mainFrame() && pathname !== passed.at(-1)) passed.push(pathname)
  })
  return () => passed.length
}

async function write(page: Page, label: string, text: string) {
  const field = page.getByLabel(label, { exact: true }).locator('input, textarea').last()
  await field.click()
  await field.fill(text)
}
