import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { docx, jpg, mp4, officeParts, pdf, png, pptx, webp, xlsx } from '../testing/file-samples'
import { zip } from '../testing/zip'
import { fileTypeOf } from './file-content'

describe('a file is what its content says', () => {
  it.each(Object.entries({ jpg, png, webp, pdf, docx, xlsx, pptx, mp4 }))('a %s', async (type, bytes) => {
    expect(await fileTypeOf(bytes)).toBe(type)
  })

  it('a workbook as a spreadsheet program writes it', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('名册').addRow(['王小明', '正式党员'])
    expect(await fileTypeOf(Buffer.from(await workbook.xlsx.writeBuffer()))).toBe('xlsx')
  })
})

const withoutPart = (name: string) => zip(officeParts('docx').filter((part) => part.name !== name))
const withPart = (name: string, content: Uint8Array | string = 'x') => zip([...officeParts('docx'), { name, content }])
const asMacros = officeParts('docx').map(({ name, content }) => ({ name, content: content.replace('document.main', 'macroEnabled.main') }))
const text = (content: string) => Buffer.from(content)
/** Overwrites bytes near the end, where the archive says what it holds. */
const changed = (bytes: Buffer, fromEnd: number, value: number) => {
  const copy = Buffer.from(bytes)
  copy[copy.length - fromEnd] = value
  return copy
}

describe('what is not taken', () => {
  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['one byte', text('P')],
    ['plain text', text('各位同志：')],
    ['a web page', text('<!doctype html><script>alert(1)</script>')],
    ['a drawing that can run scripts', text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a web page that calls itself a PDF further on', text(`<script></script>${pdf.toString()}`)],
    ['a PDF that was cut off', text('%PDF-1.4\n1 0 obj')],
    ['a program', Buffer.concat([text('MZ'), Buffer.alloc(200)])],
    ['a GIF', text('GIF89a\x01\x00\x01\x00')],
    ['a sound in the wrapping of a WebP', text('RIFF\x24\x00\x00\x00WAVEfmt ')],
    ['a film in the wrapping of another kind', Buffer.concat([Buffer.from([0, 0, 0, 20]), text('ftypheic'), Buffer.alloc(40)])],
    ['a bare archive', zip([{ name: 'notes.txt', content: 'x' }])],
    ['an empty archive', zip([])],
    ['an archive that only names a document’s main part', zip([{ name: 'word/document.xml', content: '<document/>' }])],
    ['a document without its list of parts', withoutPart('[Content_Types].xml')],
    ['a document without its relations', withoutPart('_rels/.rels')],
    ['a document without its main part', withoutPart('word/document.xml')],
    ['a document with macros', withPart('word/vbaProject.bin')],
    ['a document whose list speaks of macros', zip(asMacros)],
    ['a document with a path that leads out', withPart('../../etc/passwd')],
    ['a document with a part twice', withPart('word/document.xml')],
    ['an encrypted document', zip(officeParts('docx').map((part) => ({ ...part, flags: 1 })))],
    ['a document with something before it', Buffer.concat([text('#!/bin/sh\n'), docx])],
    ['a document with something behind it', Buffer.concat([docx, text('<script>')])],
    ['a document that was cut off', docx.subarray(0, -10)],
    ['a document whose directory lies', changed(docx, 6, 0xff)],
    ['a document whose number of parts lies', changed(docx, 12, 200)],
  ])('%s', async (_, bytes) => {
    expect(await fileTypeOf(bytes)).toBeNull()
  })
})

describe('a bomb', () => {
  const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024)

  it('that unpacks to more than a hundred megabytes is refused, in one part or in many', async () => {
    const bomb = withPart('word/media/image1.png', megabytes(101))
    expect(bomb.length).toBeLessThan(200_000)
    expect(await fileTypeOf(bomb)).toBeNull()
    const many = Array.from({ length: 11 }, (_, index) => ({ name: `word/media/image${index}.png`, content: megabytes(10) }))
    expect(await fileTypeOf(zip([...officeParts('docx'), ...many]))).toBeNull()
    expect(await fileTypeOf(zip([...officeParts('docx'), ...many.slice(2)]))).toBe('docx')
  })

  it('that lies about its size is measured, not believed', async () => {
    const honest = withPart('word/media/image1.png', megabytes(101))
    const lying = Buffer.from(honest)
    const size = Buffer.alloc(4)
    size.writeUInt32LE(megabytes(101).length)
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size)) lying.writeUInt32LE(10, at)
    expect(lying.equals(honest)).toBe(false)
    expect(await fileTypeOf(lying)).toBeNull()
  })

  it('in the list of parts itself is refused before it is read', async () => {
    const [, ...others] = officeParts('docx')
    const list = Buffer.concat([Buffer.from(officeParts('docx')[0]?.content ?? ''), megabytes(2)])
    expect(await fileTypeOf(zip([{ name: '[Content_Types].xml', content: list }, ...others]))).toBeNull()
  })

  it('whose members lie over one another is refused', async () => {
    const archive = Buffer.from(docx)
    const directory = archive.readUInt32LE(archive.length - 6)
    // The second member says that it begins where the first does.
    const second = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), directory + 4)
    archive.writeUInt32LE(0, second + 42)
    expect(await fileTypeOf(archive)).toBeNull()
  })

  it('of broken data is refused', async () => {
    const archive = Buffer.from(docx)
    archive.fill(0xff, archive.indexOf(deflateRawSync('<Relationships/>')), archive.indexOf('word/document.xml') - 30)
    expect(await fileTypeOf(archive)).toBeNull()
  })
})
