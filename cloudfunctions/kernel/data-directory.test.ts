import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { temporaryDirectory } from '../testing/terminal'
import { DataDirectoryError, lockDataDirectory } from './data-directory'

const directory = temporaryDirectory()
afterAll(() => directory.remove())

let count = 0
function heldBy(holder: string) {
  const path = join(directory.path, `held-${++count}`)
  mkdirSync(path)
  writeFileSync(join(path, 'sanliang.lock'), holder)
  return path
}
const lockOf = (path: string) => readFileSync(join(path, 'sanliang.lock'), 'utf8')

/** The number of a process that has ended. */
function deadProcess() {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  return pid
}

it('is made where it is missing, taken, and given back', () => {
  const path = join(directory.path, 'new', 'deep')
  const unlock = lockDataDirectory(path)
  expect(lockOf(path)).toBe(`${process.pid} ${hostname()}\n`)
  unlock()
  expect(existsSync(join(path, 'sanliang.lock'))).toBe(false)
  lockDataDirectory(path)()
})

it('is refused while another process is alive, with its number and what to do', () => {
  const path = heldBy(`${process.ppid} ${hostname()}\n`)
  expect(() => lockDataDirectory(path)).toThrow(DataDirectoryError)
  expect(() => lockDataDirectory(path)).toThrow(`数据目录 ${path} 正被另一个进程使用（进程 ${process.ppid}）。请先停止它`)
  expect(lockOf(path)).toBe(`${process.ppid} ${hostname()}\n`)
})

it('is refused while a process of another machine may be alive, since nobody here can know', () => {
  expect(() => lockDataDirectory(heldBy(`${deadProcess()} another-machine\n`))).toThrow(DataDirectoryError)
})

it('is taken over from a process that was killed', () => {
  const path = heldBy(`${deadProcess()} ${hostname()}\n`)
  const unlock = lockDataDirectory(path)
  expect(lockOf(path)).toBe(`${process.pid} ${hostname()}\n`)
  unlock()
})

it('is taken over from an earlier process that had this one’s number, as in a container', () => {
  lockDataDirectory(heldBy(`${process.pid} ${hostname()}\n`))()
})
