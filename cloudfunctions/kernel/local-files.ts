import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createLinkSigner } from './file-link'
import type { Files } from './files'
import { isId } from './ids'

/** Files in a directory of this machine, one for each place; `secret` signs the links. */
export function localFiles(directory: string, secret: string): Files {
  const signer = createLinkSigner(secret)
  return {
    async put(path, bytes) {
      const whole = pathIn(directory, path)
      await mkdir(dirname(whole), { recursive: true })
      await writeWhole(whole, bytes)
      return path
    },
    async get(place) {
      const file = await open(pathIn(directory, place))
      return file.createReadStream()
    },
    remove: (place) => rm(pathIn(directory, place), { force: true }),
    link: async (places, now) => places.map((place) => signer.link(place, now)),
    opened: signer.opened,
    // Nothing comes past the server here.
    collect: async () => undefined,
  }
}

/** A place is `<organisation>/<file>`, two ids: nothing else reaches the file system. */
function pathIn(directory: string, place: string): string {
  const parts = place.split('/')
  if (parts.length !== 2 || !parts.every(isId)) throw new Error('not a place of this store')
  return join(directory, ...parts)
}

/** A reader finds all of it or nothing, also after a power cut: written beside, forced to the disk, then renamed. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
    await forceName(dirname(path))
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** The new name is on the disk once its directory is. Windows cannot open one. */
async function forceName(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
