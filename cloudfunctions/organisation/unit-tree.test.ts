import { unitKinds } from './contract'
import { mayStandIn, suits } from './unit-tree'

it.each([
  ['committee', ['committee']],
  ['general-branch', ['committee']],
  ['branch', ['committee', 'general-branch']],
  ['group', ['branch']],
] as const)('lets a %s stand in %j and nowhere else', (kind, parents) => {
  expect(unitKinds.filter((parent) => mayStandIn(kind, parent))).toEqual(parents)
})

it.each([
  ['group-leader', ['group']],
  ['leader', ['committee']],
  ['administrator', ['committee']],
  ['secretary', ['committee', 'general-branch', 'branch']],
  ['discipline', ['committee', 'general-branch', 'branch']],
] as const)('gives the post %s to %j and nowhere else', (post, units) => {
  expect(unitKinds.filter((unit) => suits(post, unit))).toEqual(units)
})
