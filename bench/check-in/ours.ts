import type { AddressInfo } from 'node:net'
import { implementations } from '../../cloudfunctions/api/implementations'
import { createHost } from '../../cloudfunctions/host/server'
import { createApi } from '../../cloudfunctions/kernel/api'
import { systemClock } from '../../cloudfunctions/kernel/clock'
import { openDatabase } from '../../cloudfunctions/kernel/database'
import { memoryFiles } from '../../cloudfunctions/testing/files'

/** The host as `host/main.ts` starts it: every action, ten connections, the server's clock. */
async function start() {
  const database = await openDatabase({ url: process.env.DATABASE_URL, connections: 10 })
  const api = createApi({ database, files: memoryFiles(), clock: systemClock, implementations, log: (line) => console.error(line) })
  const server = createHost({ api })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
}

void start()
