import { fileTypeFromBuffer } from 'file-type/core'
import type { FileType } from '../kernel/contract'
import { officeTypeOf } from './office-document'

const begins = (bytes: Buffer, text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text

/** How what is taken can begin. Anything else is not shown to `file-type`, whose readers of rarer kinds a file could be made to hold up. */
const mayBe = (bytes: Buffer) =>
  begins(bytes, '\xff\xd8\xff') || begins(bytes, '\x89PNG') || begins(bytes, 'RIFF') || begins(bytes, '%PDF-') || begins(bytes, 'ftyp', 4)

/** What a file is by its content alone; null for whatever is not taken. */
export async function fileTypeOf(bytes: Buffer): Promise<FileType | null> {
  if (begins(bytes, 'PK')) return officeTypeOf(bytes)
  if (!mayBe(bytes)) return null
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  switch (found?.ext) {
    case 'jpg':
    case 'png':
    case 'webp':
    case 'mp4':
      return found.ext
    case 'pdf':
      // A whole one ends so (ISO 32000-1, 7.5.5); readers look for it in the last kilobyte.
      return bytes.subarray(-1024).includes('%%EOF') ? 'pdf' : null
    default:
      return null
  }
}
