import { createInflateRaw } from 'node:zlib'
import type { FileType } from '../kernel/contract'
import { type ZipEntry, zipEntries } from '../kernel/zip-entries'

/** What an archive may become when it is opened, in bytes: a spreadsheet of 10 MB with room to spare, and no bomb. */
const largestUnpacked = 100 * 1024 * 1024
/** A list of a document's parts is longer than this in no real one. */
const largestList = 1024 * 1024

/** What the list of parts calls the one each kind is made around (ECMA-376 part 2, 10.1.2). */
const kinds = [
  { type: 'docx', called: 'wordprocessingml.document.main+xml' },
  { type: 'xlsx', called: 'spreadsheetml.sheet.main+xml' },
  { type: 'pptx', called: 'presentationml.presentation.main+xml' },
] as const

/** Which office document these bytes are; null for any other archive, one with macros, and one that unpacks to more than can be meant. */
export async function officeTypeOf(bytes: Buffer): Promise<FileType | null> {
  const entries = zipEntries(bytes)
  if (!entries) return null
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const list = byName.get('[Content_Types].xml')
  if (!list || !byName.has('_rels/.rels') || entries.length !== byName.size) return null
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) return null
  const parts = (await unpack(list, largestList))?.text ?? ''
  const kind = kinds.find(({ called }) => byName.has(partCalled(called, parts) ?? ''))
  if (!kind || /macroEnabled/i.test(parts)) return null
  let room = largestUnpacked
  for (const entry of entries) {
    const size = (await unpack(entry, room, false))?.size
    if (size === undefined) return null
    room -= size
  }
  return kind.type
}

function partCalled(called: string, parts: string): string | undefined {
  const overrides = parts.match(/<Override\b[^>]*>/g) ?? []
  const main = overrides.find((each) => each.includes(`"application/vnd.openxmlformats-officedocument.${called}"`))
  return /PartName="\/([^"]+)"/.exec(main ?? '')?.[1]
}

/** Undefined where it is broken or becomes larger than `limit` bytes; never keeps more than that. */
async function unpack({ method, packed }: ZipEntry, limit: number, keep = true): Promise<{ size: number; text: string } | undefined> {
  if (method === 'stored') return packed.length > limit ? undefined : { size: packed.length, text: keep ? packed.toString('utf8') : '' }
  const inflate = createInflateRaw()
  inflate.end(packed)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of inflate) {
      size += chunk.length
      if (size > limit) return undefined
      if (keep) chunks.push(chunk)
    }
  } catch {
    return undefined
  }
  return { size, text: Buffer.concat(chunks).toString('utf8') }
}
