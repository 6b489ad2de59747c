import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { cloudFiles } from './cloud-files'

/** Stands in for the storage and for the server its links lead to. */
const kept = new Map<string, Buffer>()
const server = createServer((request, response) => {
  const bytes = kept.get(decodeURIComponent(request.url?.slice(1) ?? ''))
  if (bytes) response.end(bytes)
  else response.writeHead(403).end('<Error>AccessDenied</Error>')
})
const linked: number[] = []
const files = cloudFiles({
  upload: async (path, content) => {
    kept.set(`cloud://test.1-test/${path}`, content)
    return `cloud://test.1-test/${path}`
  },
  remove: async (fileIds) => {
    for (const fileId of fileIds) kept.delete(fileId)
  },
  link: async (fileId, seconds) => {
    linked.push(seconds)
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/${encodeURIComponent(fileId)}`
  },
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

const bytes = Buffer.from('the minutes')

it('keeps bytes in a folder apart from what apps bring, and gives them back', async () => {
  const place = await files.put('organisation/file', bytes)
  expect(place).toBe('cloud://test.1-test/files/organisation/file')
  expect(await buffer(await files.get(place))).toEqual(bytes)
  await files.remove(place)
  await expect(files.get(place)).rejects.toThrow('nothing is kept there')
})

it('links to the storage itself for twenty minutes, in order', async () => {
  const places = [await files.put('one', bytes), await files.put('two', bytes)]
  linked.length = 0
  const links = await files.link(places, new Date(0))
  expect(links.map((link) => decodeURIComponent(link).split('/').at(-1))).toEqual(['one', 'two'])
  expect(linked).toEqual([1_200, 1_200])
  expect(files.opened('/files/one', new URLSearchParams(), new Date(0))).toBeUndefined()
})

it('takes what an app brought up to the limit, and no more of it', async () => {
  const brought = 'cloud://test.1-test/uploads/photo'
  kept.set(brought, bytes)
  expect(await files.collect(brought, bytes.length)).toEqual(bytes)
  expect(await files.collect(brought, bytes.length - 1)).toBeUndefined()
  await expect(files.collect(`${brought}s`, 100)).rejects.toThrow('nothing is kept there')
})

it('asks the storage to remove only what can be its own', async () => {
  kept.set('organisation/file', bytes)
  await files.remove('organisation/file')
  expect(kept.has('organisation/file')).toBe(true)
})
