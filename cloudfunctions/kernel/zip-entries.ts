/** One member of a ZIP archive, as its directory at the end has it (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  name: string
  method: 'stored' | 'deflated'
  /** Its bytes as they lie in the archive. */
  packed: Buffer
}

const endLength = 22
const maxEntries = 5_000

/**
 * The members of an archive that fills all the bytes, or undefined where they are not exactly that: something before or behind it,
 * members that lie over one another, encrypted, of an unknown method or with a path that leads out.
 */
export function zipEntries(bytes: Buffer): ZipEntry[] | undefined {
  const end = bytes.length - endLength
  if (end < 0 || bytes.readUInt32LE(end) !== 0x06054b50 || bytes.readUInt16LE(end + 20) !== 0) return undefined
  const count = bytes.readUInt16LE(end + 10)
  const start = bytes.readUInt32LE(end + 16)
  // Several disks or ZIP64 have other numbers here; nothing of 10 MB needs them.
  if (count !== bytes.readUInt16LE(end + 8) || count > maxEntries || start + bytes.readUInt32LE(end + 12) !== end) return undefined
  const entries: ZipEntry[] = []
  const places: { from: number; until: number }[] = []
  let at = start
  for (let number = 0; number < count; number++) {
    const read = readEntry(bytes, at, start)
    if (!read) return undefined
    entries.push(read.entry)
    places.push(read)
    at = read.next
  }
  places.sort((one, other) => one.from - other.from)
  const apart = places.every(({ from }, index) => from >= (places[index - 1]?.until ?? 0))
  return at === end && apart && places[0]?.from === 0 ? entries : undefined
}

function readEntry(bytes: Buffer, at: number, limit: number) {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined
  const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1
  const method = methods[bytes.readUInt16LE(at + 10)]
  const size = bytes.readUInt32LE(at + 20)
  const nameLength = bytes.readUInt16LE(at + 28)
  const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
  const from = bytes.readUInt32LE(at + 42)
  if (encrypted || !method || leadsOut(name)) return undefined
  if (from + 30 > limit || bytes.readUInt32LE(from) !== 0x04034b50) return undefined
  const data = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28)
  const until = data + size
  if (until > limit || bytes.toString('utf8', from + 30, from + 30 + bytes.readUInt16LE(from + 26)) !== name) return undefined
  const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  return { entry: { name, method, packed: bytes.subarray(data, until) }, from, until, next }
}

const methods: Record<number, ZipEntry['method']> = { 0: 'stored', 8: 'deflated' }

const leadsOut = (name: string) => /^[/\\]|\\|\0|^[A-Za-z]:/.test(name) || name.split('/').includes('..')
