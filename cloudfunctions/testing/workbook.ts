import { type CellValue, Workbook } from 'exceljs'
import { upload } from '../files/contract'
import { uploadOf } from './file-samples'
import type { Person } from './organisation'
import type { World } from './world'

export const headings = ['姓名', '用户名', '身份', '所在党组织', '党小组', '职务', '手机号', '因故不能参会']

/** An .xlsx as a person's spreadsheet program would write it. */
export async function workbookOf(rows: readonly (readonly CellValue[])[], name = '党员名册'): Promise<Buffer> {
  const workbook = new Workbook()
  workbook.addWorksheet(name).addRows(rows.map((row) => [...row]))
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** The rows of a sheet as text, to look at what was written. */
export async function rowsOfWorkbook(base64: string, sheet = 0): Promise<string[][]> {
  const workbook = new Workbook()
  const bytes = Buffer.from(base64, 'base64')
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  const rows: string[][] = []
  workbook.worksheets[sheet]?.eachRow((row) => {
    rows.push(Array.from({ length: row.cellCount }, (_, index) => row.getCell(index + 1).text))
  })
  return rows
}

export const uploadWorkbook = async (world: World, as: Person, bytes: Buffer): Promise<string> =>
  (await world.succeed(as, upload, { name: '名册.xlsx' }, { upload: uploadOf(bytes) })).fileId
