import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import { implementations } from '../api/implementations'
import { createBallotBox } from '../ballot-box/box'
import { checkInWorkers } from '../ballot-box/check-in-workers'
import { seedDemoOnce } from '../demo'
import { createApi } from '../kernel/api'
import { systemClock } from '../kernel/clock'
import type { Database } from '../kernel/database'
import { runJobs } from '../kernel/jobs'
import { jobsWith, type Means } from '../scheduler/jobs'
import { lanAddress } from './edge'
import { buildAppWhenStale } from './h5-build'
import { openNamedDatabase } from './named-database'
import { openNamedFiles } from './named-files'
import { createHost } from './server'
import { welcomeLines } from './welcome-lines'

const say = (line: string) => console.log(line)

async function start() {
  const { PORT = '3000', DATABASE_URL, DATABASE_CONNECTIONS, PUBLIC_URL, NODE_ENV, H5_BUILD, TRUST_PROXY, PHONE_KEY } = process.env
  const app = H5_BUILD === 'skip' ? undefined : await buildAppWhenStale(say)
  const database = await openNamedDatabase(DATABASE_CONNECTIONS ? Number(DATABASE_CONNECTIONS) : undefined)
  const files = openNamedFiles()
  const demo = NODE_ENV === 'production' ? 'not-a-demo' : await seedDemoOnce(database, systemClock())

  const lan = lanAddress()
  const api = createApi({ database, files, clock: systemClock, implementations, log: (line) => console.error(line), phoneKey: PHONE_KEY })
  const { check } = checkInWorkers(Math.max(1, availableParallelism() - 1))
  const box = createBallotBox({ database, clock: systemClock, check, log: (line) => console.error(line) })
  const lanUrl = lan && `http://${lan}:${PORT}`
  const server = createHost({ api, box, app, lanUrl, publicUrl: PUBLIC_URL?.replace(/\/+$/, ''), trustProxy: TRUST_PROXY === 'yes' })
  await listen(server, Number(PORT))
  stopOnSignal(server, database)
  runJobsEachMinute({ database, files, wechat: undefined })
  const { port } = server.address() as AddressInfo
  for (const line of welcomeLines({ port, lanUrl: PUBLIC_URL ?? lanUrl, demo: demo !== 'not-a-demo', embedded: !DATABASE_URL })) say(line)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Lets requests under way finish, then closes the database; whoever asks twice does not wait. */
function stopOnSignal(server: Server, database: Database) {
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(130)
    stopping = true
    say('正在停止…')
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 1_000).unref()
    await closed
    await database.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** What is due, at the start and each minute; of several processes on one database, one does it. */
function runJobsEachMinute(means: Means) {
  const run = () =>
    runJobs(means.database, jobsWith(means), systemClock, (line) => console.error(line)).catch((error) =>
      console.error(`what is due was not done: ${error.message}`),
    )
  void run()
  setInterval(run, 60_000).unref()
}

/** One line that says what is wrong and, where it is known, what to do. */
function explain({ code, message, syscall, port }: NodeJS.ErrnoException & { port?: number }): string {
  if (code === 'EADDRINUSE' && syscall === 'listen') return `端口 ${port} 已被占用。请先停止占用它的程序，或用 PORT 指定另一个端口。`
  return message
}

start().catch((error) => {
  console.error(explain(error))
  process.exit(1)
})
