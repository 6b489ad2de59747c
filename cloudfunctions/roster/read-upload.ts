import { readOwnFile } from '../files/index'
import type { DirectContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { readWorksheet, type Worksheet } from '../kernel/read-workbook'
import { UnreadableFile } from '../kernel/zip'
import { mostRows } from './contract'
import { chooseSheet } from './workbooks'

/** Above the people stand at most ten rows of titles; what is right of column AX is no roster. */
const limits = { unpacked: 12 * 1024 * 1024, rows: mostRows + 10, columns: 50 }

/** The sheet with the people of an .xlsx the caller uploaded. */
export async function readUpload(context: DirectContext, fileId: string): Promise<Worksheet> {
  const { actor, files, database } = context
  const { bytes } = await readOwnFile({ actor, files, db: database.db }, fileId, ['xlsx'])
  try {
    return await readWorksheet(bytes, limits, chooseSheet)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    throw new AppError(error.reason === 'too-large' ? 'WORKBOOK_TOO_LARGE' : 'WORKBOOK_UNREADABLE')
  }
}
