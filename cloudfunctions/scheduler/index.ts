import { systemClock } from '../kernel/clock'
import { cloudFiles } from '../kernel/cloud-files'
import { openDatabase } from '../kernel/database'
import { runJobs } from '../kernel/jobs'
import { connectWechat } from '../kernel/wechat'
import { jobsWith, type Means } from './jobs'

// One container serves many calls: the pool is opened once, and a failed attempt is not kept.
let opening: Promise<Means> | undefined

async function open(): Promise<Means> {
  const { DATABASE_URL, DATABASE_CONNECTIONS = '5', TCB_ENV, SCF_NAMESPACE, WECHAT_SERVICE_URL } = process.env
  const database = await openDatabase({ url: DATABASE_URL, connections: Number(DATABASE_CONNECTIONS) })
  const wechat = connectWechat({ env: TCB_ENV ?? SCF_NAMESPACE ?? '', serviceUrl: WECHAT_SERVICE_URL })
  return { database, files: cloudFiles(wechat.storage), wechat }
}

/** The deployed function `scheduler`, called by its timer each minute (config.json). Whatever is due is done once, also when two run at once. */
export async function main() {
  if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL is not set')
  opening ??= open().catch((error) => {
    opening = undefined
    throw error
  })
  const means = await opening
  return { ran: await runJobs(means.database, jobsWith(means), systemClock, (line) => console.error(line)) }
}
