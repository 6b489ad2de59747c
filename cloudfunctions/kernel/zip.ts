import { promisify } from 'node:util'
import { constants, inflateRaw } from 'node:zlib'
import { type ZipEntry, zipEntries } from './zip-entries'

const inflate = promisify(inflateRaw)

export type Unreadable = 'not-a-zip' | 'broken' | 'too-large'

/** The file cannot be read: what it is, not whose fault. */
export class UnreadableFile extends Error {
  constructor(readonly reason: Unreadable) {
    super(reason)
    this.name = 'UnreadableFile'
  }
}

export interface Zip {
  names: string[]
  /** The entry's bytes; undefined where there is no such entry. */
  read: (name: string) => Promise<Buffer | undefined>
}

/**
 * Opens a zip that a stranger may have made. All that is ever unpacked from it is `budget` bytes, measured while unpacking:
 * what its directory says about sizes is not believed. Throws UnreadableFile.
 */
export function openZip(bytes: Buffer, budget: number): Zip {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== firstSignature) throw new UnreadableFile('not-a-zip')
  const listed = zipEntries(bytes)
  if (!listed) throw new UnreadableFile('broken')
  const entries = new Map(listed.map((entry) => [entry.name, entry]))
  let left = budget
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      const content = await unpack(entry, left)
      left -= content.length
      return content
    },
  }
}

const firstSignature = 0x04034b50

async function unpack({ method, packed }: ZipEntry, most: number): Promise<Buffer> {
  if (method === 'stored') {
    if (packed.length > most) throw new UnreadableFile('too-large')
    return packed
  }
  try {
    // Runs beside the event loop, and stops at the limit instead of filling the memory.
    return await inflate(packed, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_FINISH })
  } catch (error) {
    throw new UnreadableFile((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken')
  }
}
