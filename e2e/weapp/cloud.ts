import type { AddressInfo } from 'node:net'
import { implementations } from '../../cloudfunctions/api/implementations'
import { seedDemoOnce } from '../../cloudfunctions/demo'
import { createHost } from '../../cloudfunctions/host/server'
import { createApi } from '../../cloudfunctions/kernel/api'
import { openTestDatabase } from '../../cloudfunctions/testing/database'
import { memoryFiles } from '../../cloudfunctions/testing/files'
import type { App } from '../app'

export interface Cloud extends App {
  /** `wx.cloud.callFunction` of the person with this openid. */
  callFunction: (name: string, event: unknown, openId: string) => Promise<unknown>
}

/** The demo organisation in the cloud, and over HTTP for what a test prepares. */
export async function startCloud(): Promise<Cloud> {
  const database = await openTestDatabase()
  let ahead = 0
  const clock = () => new Date(Date.now() + ahead)
  await seedDemoOnce(database, clock())
  const api = createApi({ database, files: memoryFiles(), clock, implementations, log: (line) => console.error(line) })
  const server = createHost({ api })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    database,
    advance: (by) => {
      ahead += by
    },
    callFunction: async (name, event, _openId) => {
      if (name !== 'api') throw new Error(`there is no cloud function ${name}`)
      const { action, input, token } = event as { action: string; input: unknown; token?: string }
      const { body } = await api.handle({ action, input, token, address: 'wechat', device: '微信小程序', origin: 'https://sanliang.test' })
      return body
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await database.close()
    },
  }
}
