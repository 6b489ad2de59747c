import { utf8 } from './utf8'

it.each(['https://example.cn/check-in?c=AAAAAAAAbbbbCCCCCCCC-_', '三亮一评', '100 % 🚩', ''])('writes %j as everyone does', (text) => {
  expect([...utf8(text)]).toEqual([...Buffer.from(text, 'utf8')])
})
