import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import type { Worksheet } from 'exceljs'
import { escapeFormula } from './formula-text'

export interface SheetColumn {
  header: string
  /** In characters. */
  width: number
  /** Where the choices for its cells stand, such as `选项!$A$1:$A$4`. */
  choices?: string
}

export interface SheetToWrite {
  name: string
  /** Above the columns, over the whole width. */
  title?: string
  columns: SheetColumn[]
  rows: readonly (readonly (string | number)[])[]
  hidden?: boolean
  /** How many rows below the header offer the columns' choices. */
  choiceRows?: number
}

/** How many rows are written before others get their turn. */
const turn = 200

/** An .xlsx to hand out. Everything in it is text or a number: what begins like a formula is escaped. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  // Loaded when it is first needed: it takes as long as all the rest of a cloud function that starts for a scan.
  const { default: exceljs } = await import('exceljs')
  const into = new PassThrough()
  const written = buffer(into)
  // Row by row: as a whole, ten thousand rows would hold up everyone else for a second.
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: into, useStyles: true, useSharedStrings: false })
  for (const sheet of sheets) {
    const worksheet = workbook.addWorksheet(sheet.name, {
      state: sheet.hidden ? 'hidden' : 'visible',
      views: [{ state: 'frozen', ySplit: headerRow(sheet) }],
    })
    await fill(worksheet, sheet)
    await worksheet.commit()
  }
  await workbook.commit()
  return written
}

/** The row that names the columns: below the title, if there is one. */
const headerRow = ({ title }: SheetToWrite) => (title === undefined ? 1 : 2)

async function fill(worksheet: Worksheet, sheet: SheetToWrite) {
  const { title, columns, rows, choiceRows = 0 } = sheet
  const first = headerRow(sheet) + 1
  worksheet.columns = columns.map(({ width }) => ({ width }))
  if (title !== undefined) {
    worksheet.mergeCells(1, 1, 1, columns.length)
    const row = worksheet.getRow(1)
    row.getCell(1).value = title
    row.getCell(1).font = { bold: true, size: 16 }
    row.getCell(1).alignment = { horizontal: 'center' }
    row.commit()
  }
  const header = worksheet.addRow(columns.map((column) => column.header))
  header.font = { bold: true }
  header.commit()
  for (const [index, row] of rows.entries()) {
    worksheet.addRow(row.map((value) => (typeof value === 'string' ? escapeFormula(value) : value))).commit()
    if (index % turn === turn - 1) await setImmediate()
  }
  columns.forEach(({ choices }, index) => {
    if (!choices) return
    for (let row = first + rows.length; row < first + rows.length + choiceRows; row++)
      worksheet.getCell(row, index + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [choices], showErrorMessage: false }
  })
}
