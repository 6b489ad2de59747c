import { fireEvent, screen } from '@testing-library/react'
import { decide } from '../../../../cloudfunctions/approvals/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { revoke, takeBack } from '../../../../cloudfunctions/showcase/contract'
import { pledge } from '../../../../cloudfunctions/showcase/pledge-contract'
import { openPage, settle, tap, tapTwice, text, type, wait } from '../../../test/open-page'
import { lastVisit, loseNetwork, phone } from '../../../test/phone'
import { approved, draft, pledgeId, pledgeText, reported, submissionOf, wholePledge } from '../../../test/pledge-samples'
import { idOf, member, secretary } from '../../../test/samples'
import { wire } from '../../../test/wire'
import PledgePage from './index'

const path = '/showcase/pages/pledge/index'
type Own = Parameters<typeof wholePledge>[0]
const open = async (own: Own = {}, options = {}) => {
  wire.answer(pledge, wholePledge(own))
  const page = openPage(PledgePage, { path, params: { pledgeId }, ...options })
  await settle()
  return page
}
const there = (name: string) => screen.queryByRole('button', { name }) !== null
const picture = { kind: 'file', fileId: idOf(500), name: '上门.jpg', type: 'jpg', bytes: 345_000, link: '/files/a/500?e=1&s=x' } as const
const link = { kind: 'link', url: 'https://a.cn/news', title: '公示' } as const
const waiting = submissionOf()

describe('its states', () => {
  it('shows grey lines, then the promise whole', async () => {
    wire.hold(pledge)
    const opening = open()
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(pledge)
    await opening
    expect(wire.sent(pledge)).toEqual([{ pledgeId }])
    expect(text()).toContain('2026 年 · 服务践诺中每月到共建社区上门办理一次业务')
    expect(text()).toContain('怎么衡量上门次数，以服务台账为准目标全年 12 次完成日期12月31日（还有 38 天）40%')
    expect(text()).toContain('承诺人王小明 · 第一党支部公布2月10日')
    expect(text()).toContain('还没有进展王小明记下进展后，会显示在这里。')
  })

  it.each(['INTERNAL', 'NOT_FOUND', 'NOT_ALLOWED'] as const)('says what to do about %s, and a retry works', async (code) => {
    wire.refuse(pledge, code)
    openPage(PledgePage, { path, params: { pledgeId } })
    await settle()
    expect(text()).toContain(refusals[code])
    wire.answer(pledge, wholePledge())
    await tap('重试')
    expect(text()).toContain('上门办理')
  })

  it('shows what was there last time without network', async () => {
    const { unmount } = await open()
    unmount()
    loseNetwork()
    openPage(PledgePage, { path, params: { pledgeId } })
    await settle()
    expect(text()).toContain('现在连不上网络，下面是上次的内容。')
    expect(text()).toContain('上门办理')
  })

  it('sends whoever is not signed in to sign in and back here, and asks for nothing', async () => {
    await open({}, { as: null })
    expect(lastVisit()?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`${path}?pledgeId=${pledgeId}`)}`)
    expect(wire.requests()).toEqual([])
  })

  it('asks for new links of the evidence before the old ones end', async () => {
    await open()
    await wait(8 * 60)
    expect(wire.sent(pledge)).toHaveLength(2)
  })
})

describe('what everybody sees', () => {
  it('are the notes as a line of time, with pictures to look at and links', async () => {
    const note = { noteId: idOf(810), at: '2026-11-20T16:00:00+08:00', text: '累计 10 次', progress: 80, evidence: [picture, link] }
    await open({ progress: 80, notes: [note, { ...note, noteId: idOf(811), text: '累计 5 次', progress: 40, evidence: [] }] })
    expect(text()).toMatch(/进展（2）.*16:0080%累计 10 次公示https:\/\/a.cn\/news.*40%累计 5 次/)
    await tap('查看 上门.jpg')
    expect(phone.lookedAt).toEqual([{ urls: [picture.link], current: picture.link }])
  })

  it('is what was revised, and why', async () => {
    const first = { version: 1, ...pledgeText, reason: null, approvedBy: '李书记', approvedAt: '2026-02-10T09:00:00+08:00' }
    const second = { ...first, version: 2, target: '全年 20 次', reason: '需求增加', approvedAt: '2026-06-01T09:00:00+08:00' }
    await open({ version: 2, target: '全年 20 次', versions: [second, first] })
    expect(text()).toContain('践诺中已修订')
    expect(text()).toContain('修订经过第 2 版 · 需求增加目标原：全年 12 次改：全年 20 次6月1日 周一 李书记通过第 1 版 · 首次公布2月10日')
  })

  it('is what came of it, with what shows it', async () => {
    const settled = { state: 'kept', settledAt: '2026-11-22T09:00:00+08:00', progress: 100 } as const
    await open({ ...settled, outcome: { text: '上门 12 次', evidence: [link] } })
    expect(text()).toContain('承诺已兑现上门 12 次公示https://a.cn/news支部核实昨天')
  })

  it('leads to who promised, but offers nothing to do', async () => {
    await open()
    expect(there('记进展') || there('修订承诺') || there('通过') || there('撤回')).toBe(false)
    await tap('看王小明的三亮')
    expect(lastVisit()?.url).toBe(`/showcase/pages/member/index?memberId=${member.id}`)
  })
})

describe('what an officer decides', () => {
  const asOfficer = { as: secretary }

  it('is a proposed pledge, approved in one tap', async () => {
    wire.answer(decide, { decided: 1, already: 0 })
    await open({ ...draft, state: 'proposed', waiting: 'pledge', mayDecide: true, submissions: [waiting] }, asOfficer)
    expect(text()).toContain('承诺待审核待您审核请核对上面的服务类承诺，通过后向全体公布。')
    wire.answer(pledge, wholePledge({ mayDecide: true, submissions: [submissionOf(approved)] }))
    await tapTwice('通过')
    expect(wire.sent(decide)).toMatchObject([{ items: [{ kind: 'submission', submissionId: waiting.submissionId }], decision: 'approved' }])
    expect(text()).toContain('践诺中')
    expect(text()).toContain('审核经过承诺已通过')
    expect(there('通过')).toBe(false)
  })

  it('is a revision, of which it sees what changes and why; it goes back with a reason', async () => {
    wire.answer(decide, { decided: 1, already: 0 })
    const proposal = { kind: 'pledge-revision', submissionId: idOf(701), ...pledgeText, target: '全年 6 次', reason: '岗位调整' } as const
    const submissions = [submissionOf({ submissionId: idOf(701), kind: 'pledge-revision' })]
    await open({ waiting: 'pledge-revision', mayDecide: true, proposal, submissions }, asOfficer)
    expect(text()).toContain('承诺修订待审核待您审核目标原：全年 12 次改：全年 6 次修订原因岗位调整')
    await tap('退回')
    await tap('目标不宜降低')
    await tap('确定退回')
    expect(wire.sent(decide)).toMatchObject([{ items: [{ submissionId: idOf(701) }], decision: 'returned', reason: '目标不宜降低' }])
  })

  it('is an outcome, with its evidence', async () => {
    const proposal = reported({ evidence: [link] })
    const submissions = [submissionOf({ submissionId: idOf(702), kind: 'pledge-outcome' })]
    await open({ waiting: 'pledge-outcome', mayDecide: true, proposal, submissions }, asOfficer)
    expect(text()).toContain('承诺兑现待审核待您审核结果部分兑现上门 9 次公示')
    expect(there('通过')).toBe(true)
    expect(there('撤回')).toBe(false)
  })

  it('may be undone for an outcome, with a reason', async () => {
    wire.answer(revoke, {})
    const verified = submissionOf({ submissionId: idOf(702), kind: 'pledge-outcome', ...approved })
    const settled = { settledAt: approved.decidedAt, outcome: { text: '上门 12 次', evidence: [] } }
    await open({ ...settled, state: 'kept', mayDecide: true, submissions: [verified, submissionOf(approved)] }, asOfficer)
    await tap('撤销')
    expect(text()).toContain('撤销后承诺回到践诺中')
    type('原因', '佐证不属实')
    const revoked = { ...verified, state: 'revoked', comment: '佐证不属实' } as const
    wire.answer(pledge, wholePledge({ mayDecide: true, returned: '佐证不属实', submissions: [revoked] }))
    await tap('确定撤销')
    expect(wire.sent(revoke)).toMatchObject([{ submissionId: idOf(702), reason: '佐证不属实' }])
    expect(text()).toContain('支部撤销：佐证不属实')
  })

  it('is nothing once it is settled and not to be undone by a member', async () => {
    await open({ state: 'broken', settledAt: approved.decidedAt, outcome: { text: '没有做到', evidence: [] } })
    expect(text()).toContain('承诺未兑现没有做到')
    expect(there('撤销')).toBe(false)
  })
})

it('can be taken back by its owner while it waits', async () => {
  wire.answer(takeBack, {})
  await open({ ...draft, state: 'proposed', waiting: 'pledge', mine: true, submissions: [waiting] })
  expect(text()).toContain('承诺待审核等支部审核支部审核通过后公布。')
  wire.answer(pledge, wholePledge({ ...draft, mine: true, submissions: [submissionOf({ state: 'taken-back' })] }))
  await tap('撤回')
  expect(wire.sent(takeBack)).toMatchObject([{ submissionId: waiting.submissionId }])
  expect(text()).toContain('草稿只有您自己能看到')
  expect(text()).toContain('本人撤回')
})

it('is read out as a bar with its figure', async () => {
  await open()
  fireEvent.click(screen.getByRole('progressbar', { name: '进度 40%' }))
  expect(wire.requests()).toHaveLength(1)
})
