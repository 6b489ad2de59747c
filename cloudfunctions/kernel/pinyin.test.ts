import { initialsOf } from './pinyin'

it.each([
  ['王小明', 'wxm'],
  // A surname is read as one, whatever the character means elsewhere.
  ['曾国藩', 'zgf'],
  ['单雄信', 'sxx'],
  ['仇英', 'qy'],
  ['查良镛', 'zly'],
  ['欧阳修', 'oyx'],
  ['重庆', 'cq'],
  ['阿布都·热合曼', 'abdrhm'],
  ['Tom Li', 'tomli'],
  ['同志12', 'tz12'],
  // Nothing to read: sought by the name itself.
  ['𠮷', ''],
])('reads %s as %s', async (name, initials) => {
  expect(await initialsOf([name])).toEqual([initials])
})

it('answers in the order asked for', async () => {
  expect(await initialsOf(['李四', '', '张三'])).toEqual(['ls', '', 'zs'])
})
