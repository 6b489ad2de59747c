import { postKinds } from '../organisation/contract'
import { dutyTemplates, templateFor } from './duty-templates'
import { setDuties } from './identity-contract'

it.each(dutyTemplates)('the duties of a $post can be set as they are', ({ duties }) => {
  const memberId = '01930000-0000-7000-8000-000000000001'
  expect(setDuties.input.safeParse({ memberId, duties }).success).toBe(true)
  for (const { tasks } of duties) expect(tasks.length).toBeGreaterThan(0)
})

it('names an article for each, or says that it is customary', () => {
  for (const { source } of dutyTemplates) expect(source).toMatch(/第[一二三四五六七八九十]+条/)
  const committee = dutyTemplates.filter(({ source }) => source.includes('通行做法')).map(({ post }) => post)
  expect(committee).toEqual(['organisation', 'publicity', 'discipline'])
})

it('has one for every post in a branch, and one for everybody', () => {
  const posts = dutyTemplates.map(({ post }) => post)
  expect(posts).toEqual([...postKinds.filter((post) => post !== 'leader' && post !== 'administrator'), 'member'])
})

it.each([
  [['group-leader', 'secretary'] as const, 'secretary'],
  [['group-leader'] as const, 'group-leader'],
  [['leader'] as const, 'member'],
  [[] as const, 'member'],
])('of %p takes the one for %s', (posts, post) => {
  expect(templateFor(posts).post).toBe(post)
})
