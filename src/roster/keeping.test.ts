import { branchId, groupId, idOf, member, otherBranchId, secretary, units } from '../test/samples'
import { asTree } from '../ui/unit-tree'
import { keptUnits, unitsAround } from './keeping'

const all = units.units
const ids = (those: readonly { id: string }[]) => those.map(({ id }) => id)

describe('whose roster may be kept', () => {
  it('is every unit’s by an administrator', () => {
    expect(ids(keptUnits({ posts: [{ unitId: idOf(9), unitName: '县局党委', post: 'administrator' }] }, all))).toEqual(ids(all))
  })
  it('is the branch’s and its groups’ by its secretary', () => {
    expect(ids(keptUnits(secretary, all))).toEqual([branchId, groupId])
  })
  it('is nobody’s by a member or the leader of a group', () => {
    expect(keptUnits(member, all)).toEqual([])
    expect(keptUnits({ posts: [{ unitId: groupId, unitName: '第一党小组', post: 'group-leader' }] }, all)).toEqual([])
  })
})

describe('the tree', () => {
  it('puts each unit under the one it stands in', () => {
    expect(asTree(all).map(({ unit, depth }) => [unit.name, depth])).toEqual([
      ['县局党委', 0],
      ['第一党支部', 1],
      ['第一党小组', 2],
      ['第二党支部', 1],
    ])
  })
  it('begins with a unit whose parent is not shown', () => {
    expect(asTree(keptUnits(secretary, all)).map(({ depth }) => depth)).toEqual([0, 1])
  })
})

it('offers posts in the unit, above it and in its groups', () => {
  expect(ids(unitsAround(branchId, all))).toEqual([branchId, idOf(9), groupId])
  expect(ids(unitsAround(otherBranchId, all))).toEqual([otherBranchId, idOf(9)])
})
