import { Workbook } from 'exceljs'
import { type Lie, zip } from '../testing/zip'
import { readWorksheet, type Worksheet } from './read-workbook'
import { UnreadableFile } from './zip'

const limits = { unpacked: 1_000_000, rows: 100, columns: 20 }
const first = (names: readonly string[]) => names[0]
const read = (bytes: Buffer, own: Partial<typeof limits> = {}) => readWorksheet(bytes, { ...limits, ...own }, first)
const failure = (bytes: Buffer, own: Partial<typeof limits> = {}) =>
  read(bytes, own).then(
    () => 'read',
    (error) => (error instanceof UnreadableFile ? error.reason : Promise.reject(error)),
  )
const texts = ({ rows }: Worksheet) =>
  rows.map(({ number, cells }) => [number, [...cells].map(([column, { kind, text }]) => [column, kind, text])])

const exceljs = async (fill: (workbook: Workbook) => void) => {
  const workbook = new Workbook()
  fill(workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const zipOf = (entries: Record<string, string | Buffer>, lie: Lie = {}) =>
  zip(
    Object.entries(entries).map(([name, content]) => ({ name, content })),
    lie,
  )

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const book = (sheet: string | Buffer, strings = '') =>
  zipOf({
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${relationship}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${relationship}"><sheets><sheet name="名册" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relationship}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relationship}/sharedStrings" Target="/xl/strings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/strings.xml': strings,
  })
const data = (rows: string) => `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`

describe('a workbook as a spreadsheet program writes it', () => {
  it('is read with what each cell holds', async () => {
    const bytes = await exceljs((workbook) => {
      const sheet = workbook.addWorksheet('名册')
      sheet.addRow(['姓名', 12.5, true, { formula: 'A1', result: '甲' }, { richText: [{ text: '李' }, { text: '静' }] }])
      sheet.getCell('C3').value = 'a<b & "c"\n_x000D_'
      sheet.getCell('B4').value = { error: '#N/A' }
      sheet.mergeCells('A5:B6')
    })
    const sheet = await read(bytes)
    expect(sheet.name).toBe('名册')
    expect(texts(sheet)).toEqual([
      [
        1,
        [
          [1, 'text', '姓名'],
          [2, 'number', '12.5'],
          [3, 'boolean', '1'],
          [4, 'formula', '甲'],
          [5, 'text', '李静'],
        ],
      ],
      [3, [[3, 'text', expect.stringContaining('a<b & "c"\n')]]],
      [4, [[2, 'error', '#N/A']]],
    ])
    expect(sheet.merged).toEqual([{ top: 5, left: 1, bottom: 6, right: 2 }])
  })

  it('offers its sheets by name', async () => {
    const bytes = await exceljs((workbook) => {
      workbook.addWorksheet('说明').addRow(['甲'])
      workbook.addWorksheet('名册 & 其他').addRow(['乙'])
    })
    const chosen = await readWorksheet(bytes, limits, (names) => {
      expect(names).toEqual(['说明', '名册 & 其他'])
      return names[1]
    })
    expect(texts(chosen)).toEqual([[1, [[1, 'text', '乙']]]])
  })
})

describe('a workbook of another maker', () => {
  it('may name its tags with a prefix, leave out references, and write texts in place', async () => {
    const sheet =
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(texts(await read(book(sheet)))).toEqual([
      [
        1,
        [
          [1, 'text', '甲'],
          [2, 'number', '1'],
        ],
      ],
    ])
  })

  it('does not read a text aloud', async () => {
    const strings = '<sst><si><t>李静</t><rPh sb="0" eb="1"><t>リ</t></rPh></si></sst>'
    expect(texts(await read(book(data('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings)))).toEqual([[1, [[1, 'text', '李静']]]])
  })

  it('may hold comments and CDATA', async () => {
    const row = '<!-- <row> --><row r="2"><c r="B2" t="str"><v><![CDATA[<甲>]]></v></c></row>'
    expect(texts(await read(book(data(row))))).toEqual([[2, [[2, 'text', '<甲>']]]])
  })
})

describe('what is made to do harm', () => {
  const bomb = Buffer.alloc(50_000_000, ' ')

  it('is unpacked no further than allowed, whatever its directory says', async () => {
    expect(await failure(book(bomb))).toBe('too-large')
    expect(await failure(zipOf({ '_rels/.rels': bomb }, { size: 10 }))).toBe('too-large')
  })

  it('is unpacked no further than allowed in all its parts together', async () => {
    expect(await failure(book(data(' '.repeat(600_000)), ' '.repeat(600_000)))).toBe('too-large')
  })

  it('has no more rows than allowed', async () => {
    const rows = Array.from({ length: 101 }, (_, index) => `<row r="${index + 1}"><c t="str"><v>x</v></c></row>`).join('')
    expect(await failure(book(data(rows)))).toBe('too-large')
    expect(await failure(book(data(rows)), { rows: 101 })).toBe('read')
  })

  it('cannot place a row or a merged range so that looking for it takes long', async () => {
    const sheet = `${data('<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c><c r="A1048576" t="str"><v>甲</v></c></row>').replace('</worksheet>', '')}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`
    const { rows, merged } = await read(book(sheet))
    expect(rows.map(({ number, cells }) => [number, [...cells.keys()]])).toEqual([[1_048_576, [1]]])
    expect(merged).toEqual([{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }])
  })

  it.each<[string, string]>([
    ['entities of its own', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'],
    ['a tag without end', `<worksheet ${'a'.repeat(100_000)}`],
    ['an attribute without end', '<worksheet a="'],
    ['a comment without end', '<worksheet><!-- '],
    ['many tags without end', '<'.repeat(100_000)],
  ])('cannot have %s', async (_, sheet) => {
    expect(await failure(book(sheet))).toBe('broken')
  })
})

describe('what is no workbook', () => {
  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'not-a-zip'],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1_024, '0'), 'hex'), 'not-a-zip'],
    ['a text', Buffer.from('姓名,用户名\n'.repeat(10)), 'not-a-zip'],
    ['the beginning of a zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)]), 'broken'],
    ['a zip of something else', zipOf({ 'a.txt': 'a' }), 'broken'],
    ['a zip with a directory too long', zipOf({ 'a.txt': 'a' }, { count: 60_000 }), 'broken'],
    ['a zip with a directory too short', zipOf({ 'a.txt': 'a' }, { count: 9 }), 'broken'],
  ])('is %s', async (_, bytes, reason) => {
    expect(await failure(bytes)).toBe(reason)
  })
})
