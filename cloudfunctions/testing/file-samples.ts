import type { Upload } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { zip } from './zip'

const fromBase64 = (text: string) => Buffer.from(text, 'base64')

/** The smallest whole pictures: one pixel. */
export const png = fromBase64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')
export const jpg = fromBase64(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxD/2Q==',
)
export const webp = fromBase64('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA')

export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
export const mp4 = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypisom'),
  Buffer.from([0, 0, 2, 0]),
  Buffer.from('isommp42'),
  Buffer.alloc(64),
])

const office = 'application/vnd.openxmlformats-officedocument'
const mains = {
  docx: { part: 'word/document.xml', called: `${office}.wordprocessingml.document.main+xml` },
  xlsx: { part: 'xl/workbook.xml', called: `${office}.spreadsheetml.sheet.main+xml` },
  pptx: { part: 'ppt/presentation.xml', called: `${office}.presentationml.presentation.main+xml` },
}

/** The parts of an office document, to leave one out or put one more in. */
export function officeParts(kind: keyof typeof mains) {
  const { part, called } = mains[kind]
  const types = `<Types><Override PartName="/${part}" ContentType="${called}"/></Types>`
  return [
    { name: '[Content_Types].xml', content: types },
    { name: '_rels/.rels', content: '<Relationships/>' },
    { name: part, content: '<document>纪要</document>' },
  ]
}
export const docx = zip(officeParts('docx'))
export const xlsx = zip(officeParts('xlsx'))
export const pptx = zip(officeParts('pptx'))

/** Bytes as the edge hands them to an action. */
export const uploadOf = (bytes: Buffer): Upload => ({
  read: async (limit) => {
    if (bytes.length > limit) throw new AppError('TOO_LARGE')
    return bytes
  },
})
