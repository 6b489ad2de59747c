import { createLinkSigner } from './file-link'

const signer = createLinkSigner('secret')
const now = new Date('2026-11-24T09:03:00+08:00')
const place = 'organisation/file'
const link = signer.link(place, now)
const open = (address: string, at = now, by = signer) => {
  const { pathname, searchParams } = new URL(address, 'http://host')
  return by.opened(pathname, searchParams, at)
}
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)

it('opens its place, for ten minutes at least and twenty at most', () => {
  expect(link).toMatch(/^\/files\/organisation\/file\?e=\d{10}&s=[\w-]{43}$/)
  for (const at of [now, after(600), after(1019)]) expect(open(link, at)).toBe(place)
  for (const at of [after(1020), after(86_400)]) expect(open(link, at)).toBeUndefined()
})

it('is the same for a while, so that a picture is not loaded again', () => {
  expect(signer.link(place, after(60))).toBe(link)
  expect(signer.link(place, after(420))).not.toBe(link)
})

it.each([
  ['another file', (address: string) => address.replace('/file?', '/other?')],
  ['another organisation', (address: string) => address.replace('/organisation/', '/other/')],
  ['a later end', (address: string) => address.replace(/e=(\d+)/, (_, until) => `e=${Number(until) + 600}`)],
  ['no end', (address: string) => address.replace(/e=\d+&/, '')],
  ['an end that is no number', (address: string) => address.replace(/e=\d+/, 'e=NaN')],
  ['no signature', (address: string) => address.replace(/&s=.*/, '')],
  ['half a signature', (address: string) => address.slice(0, -20)],
  ['another signature', (address: string) => address.replace(/s=./, (start) => (start === 's=A' ? 's=B' : 's=A'))],
  ['an end of another link with the slash moved', (address: string) => address.replace('organisation/file', 'organisation%2Ffile')],
  ['another beginning', (address: string) => address.replace('/files/', '/filed/')],
])('with %s opens nothing', (_, change) => {
  expect(change(link)).not.toBe(link)
  expect(open(change(link))).toBeUndefined()
})

it('of another secret opens nothing', () => {
  expect(open(link, now, createLinkSigner('another secret'))).toBeUndefined()
})
