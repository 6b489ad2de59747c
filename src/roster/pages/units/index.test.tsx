import { units } from '../../../../cloudfunctions/organisation/contract'
import type { Me } from '../../../platform/session'
import { openPage, settle, tap, text } from '../../../test/open-page'
import { lastVisit } from '../../../test/phone'
import { branchId, idOf, member, secretary, units as tree } from '../../../test/samples'
import { wire } from '../../../test/wire'
import UnitsPage from './index'

const administrator: Me = { ...member, posts: [{ unitId: idOf(9), unitName: '县局党委', post: 'administrator' }] }
const open = (as: Me) => openPage(UnitsPage, { path: '/roster/pages/units/index', as })
beforeEach(() => wire.answer(units, tree))

it('shows the administrator the whole tree', async () => {
  open(administrator)
  await settle()
  expect(text()).toContain('县局党委党委第一党支部党支部第一党小组党小组第二党支部党支部')
})

it('shows an officer their branch and its groups, and leads there', async () => {
  open(secretary)
  await settle()
  expect(text()).toContain('第一党支部党支部第一党小组党小组')
  expect(text()).not.toContain('第二党支部')
  await tap(/第一党支部/)
  expect(lastVisit()?.url).toBe(`/roster/pages/unit/index?unitId=${branchId}`)
})

it('tells everyone else who keeps a roster', async () => {
  open(member)
  await settle()
  expect(text()).toContain('没有由您管理的组织支部委员可以管理本支部的名册')
})

it('says what went wrong, and a retry works', async () => {
  wire.refuse(units, 'INTERNAL')
  open(administrator)
  await settle()
  wire.answer(units, tree)
  await tap('重试')
  expect(text()).toContain('第二党支部')
})
