import { fireEvent, screen } from '@testing-library/react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { addMember, addUnit, people, renameUnit, units } from '../../../../cloudfunctions/organisation/contract'
import type { Me } from '../../../platform/session'
import { openPage, settle, tap, tapTwice, text, type, wait } from '../../../test/open-page'
import { lastVisit, loseNetwork, phone } from '../../../test/phone'
import { branchId, groupId, idOf, member, secretary, units as tree } from '../../../test/samples'
import { wire } from '../../../test/wire'
import UnitPage from './index'

type People = OutputOf<typeof people>
const administrator: Me = { ...member, posts: [{ unitId: idOf(9), unitName: '县局党委', post: 'administrator' }] }
const one = (own: Partial<People['people'][number]> = {}): People['people'][number] => ({
  id: idOf(21),
  name: '赵一',
  login: 'zhaoyi',
  standing: 'full',
  groupId,
  unable: false,
  phone: null,
  activated: true,
  posts: [],
  ...own,
})
const found = (own: Partial<People> = {}): People => ({
  people: [one()],
  total: 1,
  counts: { full: 1, probationary: 0, activist: 0, colleague: 0 },
  warnings: [],
  ...own,
})
const open = (as: Me = administrator, unitId = branchId) => openPage(UnitPage, { path: '/roster/pages/unit/index', params: { unitId }, as })

beforeEach(() => {
  wire.answer(units, tree)
  wire.answer(people, found())
})

it('shows grey lines, then who belongs to the unit and what is remarkable about it', async () => {
  wire.hold(people)
  wire.answer(
    people,
    found({
      people: [
        one({ posts: [{ unitId: branchId, unitName: '第一党支部', post: 'secretary' }], unable: true }),
        one({ id: idOf(22), name: '钱二', login: 'qianer', standing: 'activist', groupId: null, activated: false }),
      ],
      total: 2,
      counts: { full: 1, probationary: 0, activist: 1, colleague: 0 },
      warnings: ['正式党员不足 3 人，不够成立党支部的条件'],
    }),
  )
  open()
  await settle()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(people)
  await settle()
  expect(text()).toContain('类型党支部上级县局党委党小组第一党小组')
  expect(text()).toContain('正式党员不足 3 人')
  expect(text()).toContain('共 2 人 · 正式党员 1 · 入党积极分子 1')
  expect(text()).toContain('赵一正式党员因故不能参会zhaoyi · 第一党小组 · 书记')
  expect(text()).toContain('钱二入党积极分子未激活qianer')
  await tap(/赵一/)
  expect(lastVisit()?.url).toBe(`/roster/pages/person/index?memberId=${idOf(21)}`)
})

it('says who will appear where nobody is yet', async () => {
  wire.answer(people, found({ people: [], total: 0, counts: { full: 0, probationary: 0, activist: 0, colleague: 0 } }))
  open()
  await settle()
  expect(text()).toContain('还没有人员您添加或管理员导入的人员会显示在这里。')
})

it('says what went wrong, and a retry works', async () => {
  wire.refuse(people, 'INTERNAL')
  open()
  await settle()
  expect(text()).toContain('没有加载成功服务暂时出现问题')
  wire.answer(people, found())
  await tap('重试')
  expect(text()).toContain('赵一')
})

it('says that the network is gone', async () => {
  open()
  await settle()
  loseNetwork()
  await settle()
  expect(text()).toContain('网络已断开')
})

it('asks the server for a name once the fingers rest, and says when nobody has it', async () => {
  open()
  await settle()
  wire.answer(people, found({ people: [], total: 0 }))
  type('查找', '赵')
  type('查找', '赵一')
  await wait(0.4)
  expect(wire.sent(people)).toEqual([{ unitId: branchId }, { unitId: branchId, sought: '赵一' }])
  expect(text()).toContain('没有找到换一个姓名或用户名再试。')
})

it('turns pages, a hundred people each', async () => {
  wire.answer(people, found({ total: 250 }))
  open()
  await settle()
  expect(text()).toContain('第 1 / 3 页')
  await tap('下一页')
  expect(text()).toContain('第 2 / 3 页')
  expect(wire.sent(people).at(-1)).toEqual({ unitId: branchId, page: 2 })
  await tap('上一页')
  expect(wire.sent(people).at(-1)).toEqual({ unitId: branchId })
})

describe('adding a person', () => {
  const fill = async () => {
    open(secretary)
    await settle()
    await tap('添加人员')
    type('姓名', '孙三')
    type('用户名', 'sunsan')
    fireEvent.click(screen.getByRole('radio', { name: '预备党员' }))
    fireEvent.click(screen.getByRole('radio', { name: '第一党小组' }))
  }

  it('sends it once, and shows the code for the first sign-in this one time', async () => {
    wire.answer(addMember, { memberId: idOf(30), activationCode: '7KQ4M-2XHVP' })
    await fill()
    await tapTwice('添加')
    expect(wire.sent(addMember)).toMatchObject([{ unitId: branchId, name: '孙三', login: 'sunsan', standing: 'probationary', groupId }])
    expect(text()).toContain('7KQ4M-2XHVP请转告孙三：用户名 sunsan')
    expect(text()).toContain('激活码只显示这一次，14 天内有效。')
    await tap('关闭')
    expect(text()).not.toContain('7KQ4M-2XHVP')
  })

  it('says at the sign-in name that it is taken, and keeps what was typed', async () => {
    wire.refuse(addMember, 'LOGIN_TAKEN')
    await fill()
    await tap('添加')
    expect(screen.getByRole('alert').textContent).toBe('这个用户名已被使用，请换一个')
    expect(screen.getByDisplayValue('孙三')).toBeTruthy()
  })
})

describe('the administrator', () => {
  it('adds what may stand in the unit', async () => {
    wire.answer(addUnit, { unitId: idOf(40) })
    open(administrator, idOf(9))
    await settle()
    await tap('添加下级组织')
    expect(screen.getAllByRole('radio').map((each) => each.textContent)).toEqual(['党委', '党总支', '党支部'])
    type('名称', '第三党支部')
    await tap('添加')
    expect(wire.sent(addUnit)).toMatchObject([{ kind: 'branch', name: '第三党支部', parentId: idOf(9) }])
    expect(phone.said.at(-1)).toBe('已添加')
  })

  it('renames it', async () => {
    wire.answer(renameUnit, {})
    open()
    await settle()
    await tap('改名')
    type('名称', '第一支部')
    await tap('保存')
    expect(wire.sent(renameUnit)).toMatchObject([{ unitId: branchId, name: '第一支部' }])
  })
})

it('offers an officer people, and not the tree', async () => {
  open(secretary)
  await settle()
  expect(screen.queryByRole('button', { name: '改名' })).toBeNull()
  expect(screen.queryByRole('button', { name: '添加下级组织' })).toBeNull()
  expect(screen.getByRole('button', { name: '添加人员' })).toBeTruthy()
})

it('does not open a roster that is not mine to keep', async () => {
  open(secretary, idOf(3))
  await settle()
  expect(text()).toContain('这个组织的名册不由您管理')
  expect(wire.sent(people)).toEqual([])
})
