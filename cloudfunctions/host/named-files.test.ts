import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryDirectory } from '../testing/terminal'
import { openNamedFiles } from './named-files'

const directory = temporaryDirectory()
const now = new Date('2026-11-24T09:00:00+08:00')
const before = { ...process.env }
beforeEach(() => {
  process.env = { ...before, FILES_DIR: join(directory.path, 'files') }
})
afterAll(() => {
  process.env = before
  directory.remove()
})
const link = async () => (await openNamedFiles().link(['organisation/file'], now))[0]

it('makes a secret once, for this directory, that nobody else on the machine may read', async () => {
  const first = await link()
  expect(await link()).toBe(first)
  const path = join(directory.path, 'files', 'link-secret')
  expect(readFileSync(path, 'utf8')).toHaveLength(43)
  expect(statSync(path).mode & 0o077).toBe(0)
  process.env.FILES_DIR = join(directory.path, 'other')
  expect(await link()).not.toBe(first)
})

it('takes the secret of the environment where there is one', async () => {
  const kept = await link()
  process.env.FILES_SECRET = 'a secret that several machines share'
  const shared = await link()
  expect(shared).not.toBe(kept)
  process.env.FILES_DIR = join(directory.path, 'another machine')
  expect(await link()).toBe(shared)
})

it('lies beside the data where no directory is named', () => {
  process.env = { ...before, DATA_DIR: join(directory.path, 'data') }
  delete process.env.FILES_DIR
  openNamedFiles()
  expect(statSync(join(directory.path, 'data', 'files', 'link-secret')).isFile()).toBe(true)
})

it('says in one line that the directory cannot be used', () => {
  writeFileSync(join(directory.path, 'in the way'), '')
  process.env.FILES_DIR = join(directory.path, 'in the way')
  expect(openNamedFiles).toThrow(/^无法使用文件目录 .*（EEXIST）。请用 FILES_DIR 指定另一个目录。$/)
})
