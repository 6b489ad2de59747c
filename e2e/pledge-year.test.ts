import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { png } from '../cloudfunctions/testing/file-samples'
import { openPhone, press, signIn } from './browser'
import { setStage } from './stage'

const stage = setStage()
const promise = '咨询电话三声之内接听，当天问题当天答复'

test('a year of one pledge, with its owner, the secretary and a colleague signed in at once', async () => {
  const [member, secretary, colleague] = [await open('member3'), await open('secretary1'), await open('member6')]
  const { me } = await signIn(stage.app.origin, 'member3')
  const shownBy = `/showcase/pages/member/index?memberId=${me.id}`

  // Written, and nobody's but its owner's until it is put before the branch.
  await go(member, shownBy)
  await press(member, '写承诺')
  await member.getByRole('radio', { name: '服务' }).last().click()
  await write(member, '承诺什么', promise)
  await write(member, '怎么衡量', '当天答复率')
  await write(member, '目标', '尽量做到')
  await press(member, '存为草稿')
  await member.getByText('草稿只有您自己能看到').waitFor()
  const pledge = pathOf(member)
  await go(colleague, shownBy)
  await colleague.getByText('亮承诺').first().waitFor()
  assert.equal(await colleague.getByText(promise).count(), 0)
  await press(member, '提交支部审核')
  await member.getByText('等支部审核').first().waitFor()

  // Returned with a word, changed, approved: now everybody sees it, from the wall on.
  await decide(secretary, '尽量做到', '退回', '请写明具体目标')
  await go(member, pledge)
  await member.getByText('支部退回：请写明具体目标').waitFor()
  await press(member, '修改')
  await write(member, '目标', '95%')
  await press(member, '提交支部审核')
  await member.getByText('等支部审核').first().waitFor()
  await decide(secretary, '95%', '通过')
  await go(colleague, '/pages/showcase/index')
  await colleague
    .getByRole('button', { name: `查看${me.name}的三亮` })
    .first()
    .click()
  await colleague.locator('.section-row', { hasText: promise }).getByText('践诺中').waitFor()

  // Worked on, with a photo.
  await go(member, pledge)
  await press(member, '记进展')
  await member.getByRole('radio', { name: '40%' }).click()
  await write(member, '做了什么', '到十月已答复 412 件，当天答复 391 件')
  await photograph(member)
  await press(member, '记下')
  await member.getByText('进展（1）').waitFor()
  await go(colleague, pledge)
  await colleague.getByText('到十月已答复 412 件').waitFor()
  await seesPhoto(colleague)

  // Revised: what was published stands until the branch approves, and stays in sight after it.
  await press(member, '修订承诺')
  await write(member, '目标', '98%')
  await write(member, '修订原因', '新增一名坐席，提高目标')
  await press(member, '提交支部审核')
  await member.getByText('等支部审核').first().waitFor()
  await go(colleague, pledge)
  await colleague.getByText('95%').first().waitFor()
  assert.equal(await colleague.getByText('98%').count(), 0)
  await decide(secretary, '新增一名坐席，提高目标', '通过', undefined, ['95%', '98%'])
  await go(colleague, pledge)
  await colleague.getByText('修订经过').waitFor()
  await colleague.getByText('第 2 版 · 新增一名坐席，提高目标').waitFor()
  await colleague.getByText('第 1 版 · 首次公布').waitFor()

  // Reported with evidence, verified by the branch: kept.
  await go(member, pledge)
  await press(member, '上报结果')
  await member.getByRole('radio', { name: '已兑现' }).click()
  await write(member, '完成情况', '全年答复 520 件，当天答复 511 件，占 98.3%')
  await photograph(member)
  await press(member, '上报支部核实')
  await member.getByText('等支部审核').first().waitFor()
  await go(colleague, pledge)
  await colleague.getByText('践诺中').first().waitFor()
  assert.equal(await colleague.getByText('全年答复 520 件').count(), 0)
  await decide(secretary, '全年答复 520 件', '通过', undefined, ['已兑现'], seesPhoto)
  await go(colleague, pledge)
  await colleague.getByText('承诺已兑现').waitFor()
  await colleague.getByText('全年答复 520 件').waitFor()
  await go(colleague, shownBy)
  await colleague.locator('.section-row', { hasText: promise }).getByText('已兑现').waitFor()

  assert.deepEqual(await factsOf(pledge), ['pledge-published', 'pledge-kept'])
  for (const page of [member, secretary, colleague]) await page.context().close()
})

const open = async (login: string) => (await openPhone(stage.browser, { origin: stage.app.origin, login })).newPage()
const go = (page: Page, path: string) => page.goto(stage.app.origin + path)
const pathOf = (page: Page) => {
  const { pathname, search } = new URL(page.url())
  return pathname + search
}

/** In the inbox, as an officer does: finds the item by its words, sees what is said of it, answers, and it is gone. */
async function decide(
  page: Page,
  words: string,
  answer: '通过' | '退回',
  reason?: string,
  said: string[] = [],
  look: (page: Page) => Promise<void> = async () => {},
) {
  await go(page, '/approvals/pages/inbox/index')
  const item = page.locator('.card', { hasText: words })
  await item.waitFor()
  for (const each of said) await item.getByText(each).first().waitFor()
  await look(page)
  await item.locator('.at-button', { hasText: new RegExp(`^${answer}$`) }).click()
  if (reason) {
    await write(page, '原因', reason)
    await press(page, '确定退回')
  }
  await item.waitFor({ state: 'detached' })
}

/** The newest page's field: those of pages that were left stay in the document. */
async function write(page: Page, label: string, text: string) {
  await page.getByLabel(label, { exact: true }).locator('input, textarea').last().fill(text)
}

async function photograph(page: Page) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, '添加照片')])
  await chooser.setFiles({ name: '答复台账.png', mimeType: 'image/png', buffer: png })
  await page.getByRole('button', { name: '查看 答复台账.png' }).last().waitFor()
}

/** Its bytes came, by a link that needs no session, once it was scrolled to. */
async function seesPhoto(page: Page) {
  await page.locator('.pictures').last().scrollIntoViewIfNeeded()
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>('.pictures img')].some((image) => image.naturalWidth > 0),
  )
}

async function factsOf(pledge: string) {
  const pledgeId = new URL(pledge, stage.app.origin).searchParams.get('pledgeId') ?? ''
  const rows = await stage.app.database.db
    .selectFrom('facts')
    .select('kind')
    .where('evidence_id', '=', pledgeId)
    .orderBy('recorded_at')
    .execute()
  return rows.map(({ kind }) => kind)
}
