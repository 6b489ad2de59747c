import { fireEvent, screen } from '@testing-library/react'
import { links } from '../../../../cloudfunctions/files/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { discardPledge, notePledge, pledge, proposePledge, reportOutcome } from '../../../../cloudfunctions/showcase/pledge-contract'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, restartApp } from '../../../test/phone'
import { draft, pledgeId, reported, submissionOf, wholePledge } from '../../../test/pledge-samples'
import { idOf } from '../../../test/samples'
import { fileOf, uploads } from '../../../test/uploads'
import { wire } from '../../../test/wire'
import PledgePage from './index'

const path = '/showcase/pages/pledge/index'
const answer = (own: Parameters<typeof wholePledge>[0] = {}) => wire.answer(pledge, wholePledge({ mine: true, ...own }))
const open = async (own: Parameters<typeof wholePledge>[0] = {}) => {
  answer(own)
  const page = openPage(PledgePage, { path, params: { pledgeId } })
  await settle()
  return page
}
const there = (name: string) => screen.queryByRole('button', { name }) !== null
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name: new RegExp(name) }))
const isMain = (name: string) => screen.getByRole('button', { name }).className.includes('button--main')
const photo = { fileId: idOf(500), name: '上门.jpg', type: 'jpg', bytes: 345_000 } as const
const link = { kind: 'link', url: 'https://a.cn/news', title: '公示' } as const

beforeEach(() => wire.answer(links, { files: [{ ...photo, link: '/files/a/500?e=1&s=x' }] }))

describe('a draft', () => {
  it('is put before the branch once on a double tap', async () => {
    wire.answer(proposePledge, { submissionId: idOf(700) })
    await open(draft)
    answer({ ...draft, state: 'proposed', waiting: 'pledge', submissions: [submissionOf()] })
    await tapTwice('提交支部审核')
    expect(wire.sent(proposePledge)).toMatchObject([{ pledgeId }])
    expect(phone.said).toEqual(['已提交，等支部审核'])
    expect(text()).toContain('承诺待审核')
  })

  it('says why it came back', async () => {
    await open({ ...draft, returned: '请写明目标' })
    expect(text()).toContain('支部退回：请写明目标')
  })

  it('is written on', async () => {
    await open(draft)
    await tap('修改')
    expect(lastVisit()?.url).toBe(`/showcase/pages/pledge-form/index?pledgeId=${pledgeId}`)
  })

  it('is thrown away after a question', async () => {
    wire.answer(discardPledge, {})
    phone.pagesBelow = [{}, {}]
    await open(draft)
    phone.agrees = false
    await tap('删除草稿')
    expect(wire.sent(discardPledge)).toEqual([])
    phone.agrees = true
    await tap('删除草稿')
    expect(wire.sent(discardPledge)).toMatchObject([{ pledgeId }])
    expect(lastVisit()).toEqual({ how: 'navigateBack' })
  })

  it.each(proposePledge.refusals)('says what to do about %s', async (code) => {
    wire.refuse(proposePledge, code)
    await open(draft)
    await tap('提交支部审核')
    expect(text()).toContain(refusals[code])
  })
})

describe('progress', () => {
  it('is noted with large figures, words and evidence, once on a double tap', async () => {
    wire.answer(notePledge, { noteId: idOf(810) })
    await open()
    await tap('记进展')
    choose('80%')
    type('做了什么', '累计上门 10 次')
    uploads.choose(fileOf('上门.jpg'))
    uploads.answer({ kept: photo })
    await tap('添加照片')
    answer({ progress: 80 })
    await tapTwice('记下')
    expect(wire.sent(notePledge)).toMatchObject([
      { pledgeId, text: '累计上门 10 次', progress: 80, evidence: [{ kind: 'file', fileId: photo.fileId }] },
    ])
    expect(phone.said).toEqual(['已记下'])
    expect(text()).toContain('80%')
    expect(there('记进展')).toBe(true)
  })

  it('begins where it stands, also between the tens', async () => {
    await open({ progress: 45 })
    await tap('记进展')
    expect(screen.getByRole('radio', { name: '45%' }).getAttribute('aria-checked')).toBe('true')
  })

  it('asks for words before anything is sent', async () => {
    await open()
    await tap('记进展')
    await tap('记下')
    expect(screen.getByRole('alert').textContent).toBe('请写一句做了什么')
    expect(wire.sent(notePledge)).toEqual([])
  })

  it('waits for a file that did not arrive', async () => {
    await open()
    await tap('记进展')
    type('做了什么', '累计上门 10 次')
    uploads.choose(fileOf('上门.jpg'))
    await tap('添加照片')
    await tap('记下')
    expect(text()).toContain('有文件还没有传好，请重试或不传了')
    expect(wire.sent(notePledge)).toEqual([])
  })

  it('keeps what was typed through a closed form, a closed app, a lost network and a refusal', async () => {
    const { unmount } = await open()
    await tap('记进展')
    choose('60%')
    type('做了什么', '写了一半')
    await tap('先不记了')
    expect(there('继续记进展')).toBe(true)
    unmount()
    restartApp()
    await open()
    await tap('继续记进展')
    expect(text()).toContain('这是您上次没有提交的内容。')
    expect(typed('做了什么')).toBe('写了一半')
    expect(screen.getByRole('radio', { name: '60%' }).getAttribute('aria-checked')).toBe('true')
    loseNetwork()
    await tap('记下')
    expect(text()).toContain('现在连不上网络，请稍后再试')
    findNetwork()
    wire.refuse(notePledge, 'PLEDGE_NOT_PUBLISHED')
    await tap('记下')
    expect(text()).toContain(refusals.PLEDGE_NOT_PUBLISHED)
    expect(typed('做了什么')).toBe('写了一半')
  })

  it('is forgotten on the phone once it was sent, or thrown away', async () => {
    wire.answer(notePledge, { noteId: idOf(810) })
    const { unmount } = await open()
    await tap('记进展')
    type('做了什么', '累计上门 10 次')
    await tap('记下')
    await tap('记进展')
    expect(typed('做了什么')).toBe('')
    type('做了什么', '不要的')
    unmount()
    await open()
    await tap('继续记进展')
    await tap('重新填写')
    expect(typed('做了什么')).toBe('')
  })
})

describe('the outcome', () => {
  const report = async () => {
    await open()
    await tap('上报结果')
  }

  it('is reported with evidence, once on a double tap, and waits', async () => {
    wire.answer(reportOutcome, { submissionId: idOf(702) })
    await report()
    choose('部分兑现')
    type('完成情况', '上门 9 次')
    await tap('添加链接')
    type('网址', link.url)
    type('标题', link.title)
    await tap('加上这个链接')
    const waiting = submissionOf({ submissionId: idOf(702), kind: 'pledge-outcome' })
    const proposal = reported({ evidence: [link] })
    answer({ waiting: 'pledge-outcome', proposal, submissions: [waiting] })
    await tapTwice('上报支部核实')
    expect(wire.sent(reportOutcome)).toMatchObject([{ pledgeId, outcome: 'partly', text: '上门 9 次', evidence: [link] }])
    expect(phone.said).toEqual(['已上报，等支部核实'])
    expect(text()).toContain('结果待审核')
    expect(there('撤回')).toBe(true)
    expect(there('记进展') || there('上报结果')).toBe(false)
  })

  it('chooses nothing beforehand, and asks for what is missing', async () => {
    await report()
    await tap('上报支部核实')
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      '请选择结果',
      '请写几句完成情况',
      '请至少附上一项佐证：照片、文件或链接',
    ])
    expect(wire.sent(reportOutcome)).toEqual([])
  })

  it('needs no evidence where it was broken, but the reason', async () => {
    wire.answer(reportOutcome, { submissionId: idOf(702) })
    await report()
    choose('未兑现')
    await tap('上报支部核实')
    expect(screen.getByRole('alert').textContent).toBe('请写明没有做到的原因')
    type('原因和下一步打算', '借调半年，明年继续')
    await tap('上报支部核实')
    expect(wire.sent(reportOutcome)).toMatchObject([{ outcome: 'broken', evidence: [] }])
  })

  it('goes on from what the branch gave back, with the same evidence', async () => {
    const held = { kind: 'file', ...photo, fileId: idOf(501), link: '/files/a/501?e=1&s=x' } as const
    const before = reported({ outcome: 'kept', text: '上门 12 次', evidence: [held] })
    await open({ returned: '请补充台账', unfinished: before })
    expect(text()).toContain('支部退回：请补充台账')
    await tap('继续上报结果')
    expect(typed('完成情况')).toBe('上门 12 次')
    expect(there('查看 上门.jpg')).toBe(true)
    wire.answer(reportOutcome, { submissionId: idOf(703) })
    type('完成情况', '上门 12 次，台账见附件')
    await tap('上报支部核实')
    expect(wire.sent(reportOutcome)).toMatchObject([{ outcome: 'kept', evidence: [{ kind: 'file', fileId: held.fileId }] }])
    expect(wire.sent(links)).toEqual([])
  })

  it.each(reportOutcome.refusals)('says what to do about %s, and loses nothing', async (code) => {
    wire.refuse(reportOutcome, code)
    await report()
    choose('未兑现')
    type('原因和下一步打算', '借调半年')
    await tap('上报支部核实')
    expect(text()).toContain(refusals[code])
    expect(typed('原因和下一步打算')).toBe('借调半年')
  })

  it.each([
    ['is due', { dueOn: '2026-11-23' }],
    ['is overdue', { dueOn: '2026-11-01' }],
    ['is done', { progress: 100 }],
  ])('is the main thing to do once the pledge %s', async (_, own) => {
    await open(own)
    expect([isMain('上报结果'), isMain('记进展')]).toEqual([true, false])
  })

  it('is not before that', async () => {
    await open()
    expect([isMain('上报结果'), isMain('记进展')]).toEqual([false, true])
  })
})

describe('while a revision waits', () => {
  it('progress is still noted, but nothing else is put before the branch', async () => {
    const submission = submissionOf({ kind: 'pledge-revision' })
    await open({ waiting: 'pledge-revision', submissions: [submission] })
    expect(there('记进展')).toBe(true)
    expect(there('上报结果') || there('修订承诺')).toBe(false)
  })
})

it('leads to revising', async () => {
  await open()
  await tap('修订承诺')
  expect(lastVisit()?.url).toBe(`/showcase/pages/pledge-form/index?pledgeId=${pledgeId}`)
})

it('offers nothing more once it is settled', async () => {
  await open({ state: 'kept', settledAt: '2026-11-22T09:00:00+08:00', outcome: { text: '上门 12 次', evidence: [] } })
  expect(there('记进展') || there('上报结果') || there('修订承诺')).toBe(false)
})
