import { promisify } from 'node:util'
import { constants, inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)

export type Unreadable = 'not-a-zip' | 'broken' | 'too-large'

/** The file cannot be read: what it is, not whose fault. */
export class UnreadableFile extends Error {
  constructor(readonly reason: Unreadable) {
    super(reason)
    this.name = 'UnreadableFile'
  }
}

interface Entry {
  method: number
  /** Where its own header begins. */
  at: number
  packed: number
}

export interface Zip {
  names: string[]
  /** The entry's bytes; undefined where there is no such entry. */
  read: (name: string) => Promise<Buffer | undefined>
}

const mostEntries = 2_000

/**
 * Opens a zip that a stranger may have made. All that is ever unpacked from it is `budget` bytes, measured while unpacking:
 * what its directory says about sizes is not believed. Throws UnreadableFile.
 */
export function openZip(bytes: Buffer, budget: number): Zip {
  const entries = listEntries(bytes)
  let left = budget
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      const content = await unpack(bytes, entry, left)
      left -= content.length
      return content
    },
  }
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50

/** The directory at the end of the file (APPNOTE.TXT 4.3.12, 4.3.16). */
function listEntries(bytes: Buffer): Map<string, Entry> {
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== localSignature) throw new UnreadableFile('not-a-zip')
  let end = bytes.length - 22
  const last = Math.max(0, end - 0xffff)
  while (end >= last && bytes.readUInt32LE(end) !== endSignature) end--
  if (end < last) throw new UnreadableFile('broken')
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) throw new UnreadableFile('too-large')
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let number = 0; number < count; number++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw new UnreadableFile('broken')
    const [nameLength, extraLength, commentLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(name, { method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), at: bytes.readUInt32LE(at + 42) })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

async function unpack(bytes: Buffer, { method, at, packed }: Entry, most: number): Promise<Buffer> {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localSignature) throw new UnreadableFile('broken')
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const content = bytes.subarray(start, start + packed)
  if (content.length !== packed) throw new UnreadableFile('broken')
  if (method === 0) {
    if (content.length > most) throw new UnreadableFile('too-large')
    return content
  }
  if (method !== 8) throw new UnreadableFile('broken')
  try {
    // Runs beside the event loop, and stops at the limit instead of filling the memory.
    return await inflate(content, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_FINISH })
  } catch (error) {
    throw new UnreadableFile((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken')
  }
}
