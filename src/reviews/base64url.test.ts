import { toBytes, toText } from './base64url'

it.each([0, 1, 2, 3, 32, 64, 65])('writes %d bytes as the server does, and reads them again', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 89 + 251) % 256)
  expect(toText(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
  expect([...toBytes(toText(bytes))]).toEqual([...bytes])
})

it('refuses what is no base64url', () => {
  expect(() => toBytes('AB+/')).toThrow()
})
