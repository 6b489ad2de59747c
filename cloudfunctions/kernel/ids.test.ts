import { idFrom, isId, newId, newSecret, newTimelessId, sha256 } from './ids'

it('makes ids that no two share and that sort by the time they were made', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  expect(new Set(ids).size).toBe(10_000)
  expect([...ids].sort()).toEqual(ids)
  expect(ids.every(isId)).toBe(true)
})

it('makes an id that says nothing of the time, and one that is the same for the same text', () => {
  const versionOf = (id: string) => id[14]
  expect([newTimelessId(), newTimelessId()].map(versionOf)).toEqual(['4', '4'])
  expect(newTimelessId()).not.toBe(newTimelessId())
  expect(idFrom('a')).toBe(idFrom('a'))
  expect(idFrom('a')).not.toBe(idFrom('b'))
  expect([newTimelessId(), idFrom('a')].every(isId)).toBe(true)
})

it.each(['', 'nobody', newId().toUpperCase(), `${newId()} `, newId().replaceAll('-', ''), `${newId()}\n`])('takes %j for no id', (text) => {
  expect(isId(text)).toBe(false)
})

it('makes secrets of the asked size that fit into an address', () => {
  expect(newSecret(32)).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(newSecret(32)).not.toBe(newSecret(32))
})

it('hashes as SHA-256 does (FIPS 180-4, "abc")', () => {
  expect(Buffer.from(sha256('abc'), 'base64url').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
