import { hashPhone, maskPhone, normalizePhone } from './phone'

it.each(['13800138000', ' 138 0013 8000 ', '138-0013-8000', '+8613800138000', '+86 138 0013 8000', '8613800138000', '008613800138000'])(
  'reads %j as one and the same number',
  (typed) => expect(normalizePhone(typed)).toBe('+8613800138000'),
)

it.each(['', '1380013800', '138001380001', '12800138000', '010-88886666', '+85291234567', '一三八', '13800138000x'])(
  'does not take %j for a mobile number',
  (typed) => expect(normalizePhone(typed)).toBeUndefined(),
)

it('shows the first three and the last four digits', () => {
  expect(maskPhone('+8613800138000')).toBe('138****8000')
})

it('keeps a hash that depends on the number and on the key', () => {
  const hash = hashPhone('+8613800138000', 'key')
  expect(hash).toMatch(/^[\w-]{43}$/)
  expect(hashPhone('+8613800138000', 'key')).toBe(hash)
  expect(hashPhone('+8613800138001', 'key')).not.toBe(hash)
  expect(hashPhone('+8613800138000', 'another key')).not.toBe(hash)
})
