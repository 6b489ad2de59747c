import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, openPhone, phone, press, signIn } from './browser'
import { setStage } from './stage'

const stage = setStage()

interface Waiting {
  items: { submissionId?: string; content?: { kind: string; text?: string } }[]
}

test('somebody without an account reads a card, leaves thanks that the secretary publishes, and finds it closed later', async () => {
  const { origin } = stage.app
  const owner = await signIn(origin, 'member4')
  const secretary = await signIn(origin, 'secretary1')
  await ask(origin, owner.token, 'showcase.setCard', { open: true })
  const { tag, name } = await ask<{ tag: string; name: string }>(origin, owner.token, 'showcase.myCard')

  const visitor = await (await openPhone(stage.browser, { origin, size: phone })).newPage()
  await visitor.goto(`${origin}/card?t=${tag}`)
  await visitor.getByText(name).first().waitFor()
  await visitor.getByText('不需要填写姓名和电话').waitFor()
  await visitor.locator('textarea').fill('办得又快又好，谢谢')
  await press(visitor, '提交留言')
  await visitor.getByText('已收到，谢谢您').waitFor()
  await visitor.reload()
  await visitor.getByText('说说您的感受').waitFor()
  assert.equal(await visitor.getByText('办得又快又好，谢谢').count(), 0)

  const submissionId = await waitingWord(origin, secretary.token)
  await ask(origin, secretary.token, 'approvals.decide', { items: [{ kind: 'submission', submissionId }], decision: 'approved' })
  await visitor.reload()
  await visitor.getByText('办得又快又好，谢谢').waitFor()

  const desk = await (await openPhone(stage.browser, { origin, size: phone, login: 'member4' })).newPage()
  await desk.goto(`${origin}/showcase/pages/my-card/index`)
  await press(desk, '关闭名片')
  await desk.getByText('名片还没有公开').waitFor()
  await visitor.reload()
  await visitor.getByText('这张名片没有公开').waitFor()
})

test('a desk card is one page of A6', async () => {
  const { origin } = stage.app
  const owner = await signIn(origin, 'member5')
  await ask(origin, owner.token, 'showcase.setCard', { open: true })
  const desk = await (await openPhone(stage.browser, { origin, login: 'member5' })).newPage()
  await desk.goto(`${origin}/showcase/pages/desk-card/index`)
  await desk.getByText('扫码看我的承诺').waitFor()
  await desk.evaluate(() => {
    window.print = () => undefined
  })
  await press(desk, '打印（A6）')
  const pdf = (await desk.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1)
  const [, width = '', height = ''] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf) ?? []
  // 105 × 148 mm in points of 1/72 inch.
  assert.ok(Math.abs(Number(width) - 297.6) < 1.5 && Math.abs(Number(height) - 419.5) < 1.5, `${width} × ${height}`)
})

async function waitingWord(origin: string, token: string): Promise<string> {
  const { items } = await ask<Waiting>(origin, token, 'approvals.waiting')
  const word = items.find(({ content }) => content?.kind === 'word' && content.text?.startsWith('办得又快'))
  if (!word?.submissionId) throw new Error('the word does not wait')
  return word.submissionId
}
