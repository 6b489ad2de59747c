import { screen } from '@testing-library/react'
import { decide } from '../../../cloudfunctions/approvals/contract'
import { refusals } from '../../../cloudfunctions/kernel/refusals'
import { revoke } from '../../../cloudfunctions/showcase/contract'
import { identity } from '../../../cloudfunctions/showcase/identity-contract'
import { openPage, settle, tap, tapTwice, text, type } from '../../test/open-page'
import { lastVisit } from '../../test/phone'
import { idOf, member, secretary } from '../../test/samples'
import { claimOf, identityOf } from '../../test/showcase'
import { wire } from '../../test/wire'
import { type Identity, IdentitySection } from './identity'

const answer = (own: Partial<Identity> = {}) => wire.answer(identity, identityOf(own))
const open = async (as = secretary) => {
  openPage(() => <IdentitySection memberId={member.id} />, { as })
  await settle()
}

it('shows grey lines, then who somebody is', async () => {
  answer({ introduction: '在登记窗口服务群众', joinedOn: '2010-07-01', badges: [{ claimId: idOf(1), text: '先锋岗', submissionId: null }] })
  wire.hold(identity)
  openPage(() => <IdentitySection memberId={member.id} />)
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(identity)
  await settle()
  expect(wire.sent(identity)).toEqual([{ memberId: member.id }])
  expect(text()).toContain('明王小明正式党员先锋岗在登记窗口服务群众')
  expect(text()).toContain('党组织第一党支部 · 第一党小组')
  expect(text()).toContain('入党日期2010年7月1日')
})

it('names posts, those held elsewhere with their place', async () => {
  const posts: Identity['posts'] = [
    { unitName: '第一党支部', post: 'publicity' },
    { unitName: '第一党小组', post: 'group-leader' },
  ]
  answer({ posts, position: { claimId: idOf(1), text: '登记岗', submissionId: null } })
  await open()
  expect(text()).toContain('职务宣传委员第一党小组 · 党小组组长岗位登记岗')
})

it('says who sets duties where there are none, and lists them with their tasks', async () => {
  answer()
  await open()
  expect(text()).toContain('还没有岗位职责由支部设置')
  answer({ duties: [{ text: '联系群众', tasks: ['每季度走访一次'] }] })
  await open()
  expect(text()).toContain('1. 联系群众每季度走访一次')
})

it.each(['INTERNAL', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
  wire.refuse(identity, code)
  await open()
  expect(text()).toContain(refusals[code])
  answer()
  await tap('重试')
  expect(text()).toContain('王小明')
})

describe('for oneself', () => {
  it('leads to what can be changed, and says what waits and what came back', async () => {
    const returned = { state: 'returned', comment: '请写全称' } as const
    answer({ mine: true, claims: [claimOf(), claimOf({ claimId: idOf(2), state: 'returned' }, returned)] })
    await open(member)
    expect(text()).toContain('1 项待支部审核1 项已退回')
    await tap('编辑我的亮身份')
    expect(lastVisit()?.url).toBe('/showcase/pages/profile/index')
  })

  it('changes nothing for whoever is no member of the Party', async () => {
    answer({ mine: true, standing: 'activist' })
    await open(member)
    expect(text()).toContain('入党积极分子')
    expect(screen.queryByRole('button', { name: '编辑我的亮身份' })).toBeNull()
    expect(text()).not.toContain('岗位职责')
  })
})

describe('for an officer of the branch', () => {
  const badge = { claimId: idOf(1), text: '先锋岗', submissionId: idOf(701) }

  it('leads to the duties', async () => {
    answer({ maySetDuties: true })
    await open()
    await tap('设置岗位职责')
    expect(lastVisit()?.url).toBe(`/showcase/pages/duties/index?memberId=${member.id}`)
  })

  it('decides once what waits, with what shows it in sight', async () => {
    answer({ maySetDuties: true, claims: [claimOf({ evidence: [{ kind: 'link', url: 'https://example.cn/1', title: '公示' }] })] })
    wire.answer(decide, { decided: 1, already: 0 })
    await open()
    expect(text()).toContain('荣誉标识：先锋岗待审核公示')
    answer({ maySetDuties: true, badges: [badge] })
    await tapTwice('通过')
    expect(wire.sent(decide)).toMatchObject([{ items: [{ kind: 'submission', submissionId: idOf(700) }], decision: 'approved' }])
    expect(text()).not.toContain('待支部审核')
    expect(text()).toContain('正式党员先锋岗')
  })

  it('undoes what was confirmed in error, with a reason', async () => {
    answer({ maySetDuties: true, badges: [badge] })
    wire.answer(revoke, {})
    await open()
    await tap('撤销认定有误的岗位或荣誉标识')
    expect(text()).toContain('荣誉标识：先锋岗')
    await tap('撤销')
    type('原因', '名单有误')
    await tap('确定撤销')
    expect(wire.sent(revoke)).toMatchObject([{ submissionId: idOf(701), reason: '名单有误' }])
  })

  it('is not shown what is their own to decide', async () => {
    answer({ mine: true, maySetDuties: true, claims: [claimOf()] })
    await open()
    expect(screen.queryByRole('button', { name: '通过' })).toBeNull()
  })
})
