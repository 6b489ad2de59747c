import { mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** The embedded database cannot be started; the message is one line for the person at the terminal. */
export class DataDirectoryError extends Error {}

/**
 * Takes a data directory for this process alone and returns how to give it back.
 * Two processes on one PGlite directory lose rows silently, so a second one is refused.
 * A lock left behind by a killed process is taken over.
 */
export function lockDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, 'sanliang.lock')
  for (;;) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, `${process.pid} ${hostname()}\n`)
      const unlock = () => rmSync(path, { force: true })
      process.once('exit', unlock)
      return unlock
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      setAsideDeadLock(path, directory)
    }
  }
}

function setAsideDeadLock(path: string, directory: string) {
  const holder = readOrEmpty(path)
  const [pid, host] = holder.trim().split(' ')
  if (host !== hostname() || isAlive(Number(pid))) {
    throw new DataDirectoryError(`数据目录 ${directory} 正被另一个进程使用（进程 ${pid}）。请先停止它，或用 DATA_DIR 指定另一个目录。`)
  }
  const aside = `${path}.${process.pid}`
  renameSync(path, aside)
  const moved = readOrEmpty(aside)
  rmSync(aside, { force: true })
  // Someone else took over between our look and our move: it was their lock.
  if (moved !== holder) throw new DataDirectoryError(`数据目录 ${directory} 刚刚被另一个进程占用，请稍后再试。`)
}

function readOrEmpty(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid: number) {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
