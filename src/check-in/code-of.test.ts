import { codeOf } from './code-of'

const code = 'AAAAAAAAbbbbCCCCCCCC-_'

it.each([
  ['the link on the screen', `https://example.cn/check-in?c=${code}`],
  ['a link with more in it', `https://example.cn/check-in?from=wx&c=${code}&x=1#top`],
  ['a bare code', code],
  ['a code with blanks around it', ` ${code}\n`],
])('finds the code in %s', (_, text) => {
  expect(codeOf(text)).toBe(code)
})

it.each([
  ['an empty text', ''],
  ['any other link', 'https://example.cn/menu?table=12'],
  ['a link whose code is cut off', `https://example.cn/check-in?c=${code.slice(1)}`],
  ['a code with more behind it', `${code}A`],
  ['a parameter that only ends in c', `https://example.cn/?abc=${code}`],
  ['a payment code', '286512345678901234'],
])('finds none in %s', (_, text) => {
  expect(codeOf(text)).toBeUndefined()
})
