import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '..', '..')

export interface Program {
  child: ChildProcess
  /** What it wrote so far, errors included. */
  text: () => string
  /** Resolves once it wrote `words`; rejects with all it wrote when it ends without. */
  said: (words: string) => Promise<void>
  /** Its exit code once it ended. */
  ended: Promise<number | null>
}

/** Starts a script as a person would at a terminal, without a database of the tests' own in its environment. */
export function start(script: string, parameters: string[], env: Record<string, string>): Program {
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...parameters], { cwd: root, env: { ...inherited, ...env } })
  let text = ''
  let look = () => {}
  const hear = (chunk: Buffer) => {
    text += chunk
    look()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const said = (words: string) =>
    new Promise<void>((resolve, reject) => {
      look = () => {
        if (text.includes(words)) resolve()
      }
      look()
      void ended.then(() => reject(new Error(`it ended without saying ${words}:\n${text}`)))
    })
  return { child, text: () => text, said, ended }
}

/** A directory of its own, and how to remove it. */
export function temporaryDirectory(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'sanliang-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
