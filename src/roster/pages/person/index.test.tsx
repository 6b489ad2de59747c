import { fireEvent, screen } from '@testing-library/react'
import {
  changeMember,
  endPost,
  givePost,
  issueActivationCode,
  linkBranch,
  person,
  units,
  unlinkBranch,
} from '../../../../cloudfunctions/organisation/contract'
import type { Me } from '../../../platform/session'
import { openPage, settle, tap, tapTwice, text, type } from '../../../test/open-page'
import { phone } from '../../../test/phone'
import { branchId, groupId, idOf, member, otherBranchId, secretary, units as tree } from '../../../test/samples'
import { wire } from '../../../test/wire'
import type { Person } from '../../person'
import PersonPage from './index'

const administrator: Me = { ...member, posts: [{ unitId: idOf(9), unitName: '县局党委', post: 'administrator' }] }
const somebody = (own: Partial<Person> = {}): Person => ({
  id: idOf(21),
  name: '赵一',
  login: 'zhaoyi',
  standing: 'probationary',
  unitId: branchId,
  unitName: '第一党支部',
  groupId,
  unable: false,
  phone: null,
  activated: true,
  posts: [],
  linkedBranches: [],
  warnings: [],
  ...own,
})
const publicity = { unitId: branchId, unitName: '第一党支部', post: 'publicity' as const }
const leader = { unitId: idOf(9), unitName: '县局党委', post: 'leader' as const }
const open = (as: Me = administrator) => openPage(PersonPage, { path: '/roster/pages/person/index', params: { memberId: idOf(21) }, as })
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))

beforeEach(() => {
  wire.answer(units, tree)
  wire.answer(person, somebody())
})

it('shows grey lines, then the person', async () => {
  wire.hold(person)
  open()
  await settle()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(person)
  await settle()
  expect(text()).toContain('党组织第一党支部用户名zhaoyi')
  expect(screen.getByRole('radio', { name: '预备党员' }).getAttribute('aria-checked')).toBe('true')
})

it.each([
  ['NOT_FOUND', '没有找到这位同志'],
  ['NOT_ALLOWED', '这位同志的信息不由您管理'],
] as const)('says so where the answer is %s', async (code, words) => {
  wire.refuse(person, code)
  open()
  await settle()
  expect(text()).toContain(words)
  expect(screen.queryByText('重试')).toBeNull()
})

it('says what went wrong, and a retry works', async () => {
  wire.refuse(person, 'INTERNAL')
  open()
  await settle()
  wire.answer(person, somebody())
  await tap('重试')
  expect(text()).toContain('zhaoyi')
})

it('sends only what was changed, once', async () => {
  wire.answer(changeMember, {})
  open(secretary)
  await settle()
  choose('正式党员')
  choose('因故不能参会')
  await tapTwice('保存')
  expect(wire.sent(changeMember)).toEqual([{ memberId: idOf(21), standing: 'full', unable: true, requestId: expect.any(String) }])
  expect(phone.said.at(-1)).toBe('已保存')
})

it('has nothing to save before something is changed', async () => {
  open()
  await settle()
  expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true)
  type('姓名', ' 赵一 ')
  expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true)
})

it('replaces a phone number, of which it shows no more than is kept', async () => {
  wire.answer(person, somebody({ phone: '138****8000' }))
  wire.refuse(changeMember, 'INVALID_INPUT', { phone: '请填写 11 位手机号' })
  open(secretary)
  await settle()
  expect(screen.getByPlaceholderText('138****8000，填写新号码即可更换')).toBeTruthy()
  type('手机号', '123')
  await tap('保存')
  expect(screen.getByRole('alert').textContent).toBe('请填写 11 位手机号')
  wire.answer(changeMember, {})
  type('手机号', '13911112222')
  await tap('保存')
  expect(wire.sent(changeMember).at(-1)).toMatchObject({ memberId: idOf(21), phone: '13911112222' })
})

describe('posts', () => {
  it('are given in the units around, with a warning before a second one', async () => {
    wire.answer(person, somebody({ posts: [publicity] }))
    wire.answer(givePost, { warnings: [] })
    open()
    await settle()
    fireEvent.click(screen.getAllByRole('button', { name: '任职' })[0] as HTMLElement)
    await settle()
    expect(text()).toContain('这位同志已担任其他职务，一般一人一岗')
    choose('县局党委')
    expect(screen.queryByRole('radio', { name: '党小组组长' })).toBeNull()
    choose('班子成员')
    fireEvent.click(screen.getAllByRole('button', { name: '任职' }).at(-1) as HTMLElement)
    await settle()
    expect(wire.sent(givePost)).toMatchObject([{ memberId: idOf(21), unitId: idOf(9), post: 'leader' }])
  })

  it('end after asking', async () => {
    wire.answer(person, somebody({ posts: [publicity] }))
    wire.answer(endPost, {})
    open()
    await settle()
    phone.agrees = false
    await tap('免去')
    expect(wire.sent(endPost)).toEqual([])
    phone.agrees = true
    await tap('免去')
    expect(phone.asked.at(-1)).toBe('免去赵一的第一党支部宣传委员？')
    expect(wire.sent(endPost)).toMatchObject([{ memberId: idOf(21), unitId: branchId, post: 'publicity' }])
  })

  it('are the administrator’s to give', async () => {
    open(secretary)
    await settle()
    expect(text()).toContain('没有担任职务职务由管理员设置。')
    expect(screen.queryByRole('button', { name: '任职' })).toBeNull()
  })
})

describe('linked branches', () => {
  it('are given to a leader and taken back', async () => {
    wire.answer(person, somebody({ posts: [leader], linkedBranches: [{ unitId: branchId, unitName: '第一党支部' }] }))
    wire.answer(linkBranch, {})
    wire.answer(unlinkBranch, {})
    open()
    await settle()
    await tap('添加联系支部')
    await tap('第二党支部')
    expect(wire.sent(linkBranch)).toMatchObject([{ memberId: idOf(21), unitId: otherBranchId }])
    await tap('取消联系')
    expect(wire.sent(unlinkBranch)).toMatchObject([{ memberId: idOf(21), unitId: branchId }])
  })

  it('are no matter for anyone else', async () => {
    open()
    await settle()
    expect(text()).not.toContain('联系支部')
  })
})

describe('the activation code', () => {
  it('is issued after asking and shown this one time', async () => {
    wire.answer(issueActivationCode, { activationCode: '7KQ4M-2XHVP' })
    open(secretary)
    await settle()
    await tap('重设密码（发放激活码）')
    expect(phone.asked.at(-1)).toContain('原来的密码和所有登录随即失效。')
    expect(text()).toContain('7KQ4M-2XHVP')
    expect(text()).toContain('用户名 zhaoyi')
  })

  it('says why it is not issued', async () => {
    wire.refuse(issueActivationCode, 'NOT_ALLOWED')
    open(secretary)
    await settle()
    await tap('重设密码（发放激活码）')
    expect(text()).toContain('您没有这项操作的权限')
  })
})
