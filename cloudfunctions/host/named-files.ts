import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Files } from '../kernel/files'
import { localFiles } from '../kernel/local-files'

/**
 * The store in the directory that FILES_DIR names, beside the data where it names none. FILES_SECRET signs the links;
 * without it a secret is made once and kept in that directory, which the processes of one installation share.
 */
export function openNamedFiles(): Files {
  const { DATA_DIR = './.data', FILES_DIR = join(DATA_DIR, 'files'), FILES_SECRET } = process.env
  try {
    mkdirSync(FILES_DIR, { recursive: true })
    return localFiles(FILES_DIR, FILES_SECRET ?? keptSecret(join(FILES_DIR, 'link-secret')))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new Error(`无法使用文件目录 ${FILES_DIR}（${code ?? message}）。请用 FILES_DIR 指定另一个目录。`)
  }
}

function keptSecret(path: string): string {
  const beside = `${path}.${process.pid}`
  try {
    writeFileSync(beside, randomBytes(32).toString('base64url'), { mode: 0o600 })
    // A link appears whole, and only the first of several processes makes it.
    linkSync(beside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(beside, { force: true })
  }
  return readFileSync(path, 'utf8')
}
