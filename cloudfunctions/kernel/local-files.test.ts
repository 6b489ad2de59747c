import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { temporaryDirectory } from '../testing/terminal'
import { filePath } from './files'
import { newId } from './ids'
import { localFiles } from './local-files'

const directory = temporaryDirectory()
const root = join(directory.path, 'files')
const files = localFiles(root, 'secret')
afterAll(() => directory.remove())
afterEach(() => jest.restoreAllMocks())

const bytes = Buffer.from('the minutes')
const newPath = () => filePath(newId(), newId())
const lying = (path: string) => readdirSync(join(root, path.split('/')[0] ?? ''))

it('keeps bytes under ids and gives them back', async () => {
  const path = newPath()
  const place = await files.put(path, bytes)
  expect(await buffer(await files.get(place))).toEqual(bytes)
  expect(readFileSync(join(root, path))).toEqual(bytes)
  expect(lying(path)).toEqual([path.split('/')[1]])
})

it('removes them, and also what is not there', async () => {
  const place = await files.put(newPath(), bytes)
  await files.remove(place)
  await files.remove(place)
  await expect(files.get(place)).rejects.toThrow('ENOENT')
})

it.each([
  '../secret',
  '..%2fsecret',
  '../../etc/passwd',
  '/etc/passwd',
  `${newId()}/../secret`,
  `${newId()}/..`,
  `${newId()}`,
  `${newId()}/${newId()}/${newId()}`,
  `${newId()}\\${newId()}`,
  `${newId()}/${newId()}\u0000`,
  'link-secret',
  '',
])('reaches nothing at %j', async (place) => {
  mkdirSync(root, { recursive: true })
  writeFileSync(join(directory.path, 'secret'), 'not ours to show')
  await expect(files.put(place, bytes)).rejects.toThrow('not a place of this store')
  await expect(files.get(place)).rejects.toThrow('not a place of this store')
  await expect(async () => files.remove(place)).rejects.toThrow('not a place of this store')
  expect(existsSync(join(directory.path, 'secret'))).toBe(true)
})

it('leaves nothing behind where the disk is full halfway', async () => {
  const path = newPath()
  jest.spyOn(fs, 'rename').mockRejectedValueOnce(new Error('ENOSPC'))
  await expect(files.put(path, bytes)).rejects.toThrow('ENOSPC')
  expect(lying(path)).toEqual([])
})
