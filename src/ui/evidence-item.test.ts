import { linkOf, toSend } from './evidence-item'

it('sends of a file nothing but its id, and a link as it is', () => {
  const file = { kind: 'file', fileId: 'a', name: '合影.jpg', type: 'jpg', bytes: 5 } as const
  const link = { kind: 'link', url: 'https://a.cn', title: '公示' } as const
  expect(toSend([file, link])).toEqual([{ kind: 'file', fileId: 'a' }, link])
})

it.each([
  ['https://a.cn/b', '公示', { kind: 'link', url: 'https://a.cn/b', title: '公示' }],
  [' a.cn/b ', '', { kind: 'link', url: 'https://a.cn/b', title: 'a.cn/b' }],
  ['HTTP://a.cn', ' 公示 ', { kind: 'link', url: 'http://a.cn', title: '公示' }],
  ['在第一页', '', undefined],
  ['javascript:alert(1)', '', undefined],
  ['', '公示', undefined],
])('reads the address %p with the title %p', (url, title, item) => {
  expect(linkOf(url, title)).toEqual(item)
})

it('names a long address by its beginning', () => {
  expect(linkOf(`https://a.cn/${'b'.repeat(200)}`, '')).toMatchObject({ title: `a.cn/${'b'.repeat(55)}` })
})
