import type { Me } from '../platform/session'
import { branchId, groupId, idOf, member, otherBranchId, units as tree } from '../test/samples'
import { arrangeableUnits, visibleUnits } from './units'

const { units } = tree
const holding = (...posts: [unitId: string, post: Me['posts'][number]['post']][]): Me => ({
  ...member,
  posts: posts.map(([unitId, post]) => ({ unitId, unitName: '', post })),
})
const names = (found: { name: string }[]) => found.map(({ name }) => name)

it.each([
  ['nobody without a post', holding(), []],
  ['a secretary: the branch and its groups', holding([branchId, 'secretary']), ['第一党支部', '第一党小组']],
  ['a group leader: the group alone', holding([groupId, 'group-leader']), ['第一党小组']],
  ['a secretary of another branch: not this group', holding([otherBranchId, 'secretary']), ['第二党支部']],
  ['an officer of the committee: not the branches below', holding([idOf(9), 'organisation']), ['县局党委']],
  ['a leader or administrator: none', holding([idOf(9), 'leader'], [idOf(9), 'administrator']), []],
])('arranges meetings — %s', (_, me, expected) => {
  expect(names(arrangeableUnits(me, units))).toEqual(expected)
})

it.each([
  ['a member: the own branch', holding(), ['第一党支部']],
  ['a leader: every branch, the own first', { ...holding([idOf(9), 'leader']), unitId: otherBranchId }, ['第二党支部', '第一党支部']],
  ['an administrator: everything but groups', holding([idOf(9), 'administrator']), ['第一党支部', '县局党委', '第二党支部']],
])('looks at meetings — %s', (_, me, expected) => {
  expect(names(visibleUnits(me, units))).toEqual(expected)
})
