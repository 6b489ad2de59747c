import { DataDirectoryError } from '../kernel/data-directory'
import { type Database, openDatabase } from '../kernel/database'
import { migrate } from '../kernel/migrate'
import { fillInitials } from '../organisation'

/** The database that DATABASE_URL or DATA_DIR names, and what was done to bring its tables up to date. */
export async function migrateNamedDatabase(): Promise<string[]> {
  const database = await connect()
  try {
    const ran = await migrate(database)
    await fillInitials(database)
    return ran
  } finally {
    await database.close()
  }
}

/**
 * The database that DATABASE_URL or DATA_DIR names, with its tables up to date.
 * Rejects with one line that tells the person at the terminal what is wrong.
 */
export async function openNamedDatabase(connections?: number): Promise<Database> {
  const database = await connect(connections)
  await migrate(database)
  return database
}

function connect(connections?: number): Promise<Database> {
  const { DATABASE_URL: url, DATA_DIR = './.data' } = process.env
  return openDatabase({ url, dataDirectory: DATA_DIR, connections }).catch((error) => {
    if (error instanceof DataDirectoryError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    const reason = code ?? message.split('\n')[0]
    throw new Error(
      url
        ? `数据库连接失败（${reason}）。请检查 DATABASE_URL 和数据库是否在运行。`
        : `无法打开数据目录 ${DATA_DIR}（${reason}）。请用 DATA_DIR 指定另一个目录，或从备份恢复。`,
    )
  })
}
