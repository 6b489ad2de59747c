import type { AddressInfo } from 'node:net'
import { implementations } from '../../cloudfunctions/api/implementations'
import { createBallotBox } from '../../cloudfunctions/ballot-box/box'
import { checkHere } from '../../cloudfunctions/ballot-box/check-here'
import { seedDemoOnce } from '../../cloudfunctions/demo'
import { createHost } from '../../cloudfunctions/host/server'
import { createApi } from '../../cloudfunctions/kernel/api'
import { systemClock } from '../../cloudfunctions/kernel/clock'
import { cloudFiles } from '../../cloudfunctions/kernel/cloud-files'
import { openDatabase } from '../../cloudfunctions/kernel/database'
import { migrate } from '../../cloudfunctions/kernel/migrate'
import { connectWechat } from '../../cloudfunctions/kernel/wechat'
import { phoneKey } from '../../cloudfunctions/testing/wechat'
import { startWechatServer } from '../../cloudfunctions/testing/wechat-server'
import type { App } from '../app'
import { startFunction } from '../functions/running'
import { startPostgres } from '../postgres'

export interface Cloud extends App {
  /** `wx.cloud.callFunction` of the person with this openid. */
  callFunction: (name: string, event: object, openid: string) => Promise<unknown>
  /** WeChat's own servers, on the loopback. */
  wechat: Awaited<ReturnType<typeof startWechatServer>>
}

/**
 * The demo organisation on a PostgreSQL of its own, behind the cloud function as `npm run build:weapp` built it,
 * and over HTTP for what a test prepares.
 */
export async function startCloud(): Promise<Cloud> {
  const postgres = await startPostgres()
  const database = await openDatabase({ url: postgres.url })
  await migrate(database)
  await seedDemoOnce(database, systemClock())
  const wechat = await startWechatServer()
  // Files brought over HTTP and those the function shows lie in one store.
  const connected = connectWechat({ env: 'test', serviceUrl: wechat.serviceUrl })
  const api = createApi({
    database,
    files: cloudFiles(connected.storage),
    clock: systemClock,
    implementations,
    log: (line) => console.error(line),
    wechat: connected,
    phoneKey,
  })
  const box = createBallotBox({ database, clock: systemClock, check: checkHere, log: (line) => console.error(line) })
  const server = createHost({ api, box })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const cloudFunction = await startFunction('api', {
    DATABASE_URL: postgres.url,
    PUBLIC_URL: 'https://sanliang.test',
    PHONE_KEY: phoneKey,
    WECHAT_SERVICE_URL: wechat.serviceUrl,
    TCB_ENV: 'test',
    ...secrets,
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    database,
    wechat,
    now: systemClock,
    advance: () => {
      throw new Error("the cloud function's clock cannot be moved")
    },
    callFunction: (name, event, openid) => {
      if (name !== 'api') throw new Error(`there is no cloud function ${name}`)
      return cloudFunction.call(event, { openid })
    },
    stop: async () => {
      await cloudFunction.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await wechat.stop()
      await database.close()
      postgres.stop()
    },
  }
}

/** The SDK signs what it sends; the loopback does not look. */
const secrets = { TENCENTCLOUD_SECRETID: 'id', TENCENTCLOUD_SECRETKEY: 'key' }
Object.assign(process.env, secrets)
