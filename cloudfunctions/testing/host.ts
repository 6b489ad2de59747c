import type { AddressInfo } from 'node:net'
import { implementations } from '../api/implementations'
import { createBallotBox } from '../ballot-box/box'
import { checkHere } from '../ballot-box/check-here'
import { createHost, type HostOptions } from '../host/server'
import { type Api, createApi } from '../kernel/api'
import type { World } from './world'

export interface Host {
  origin: string
  stop: () => Promise<void>
}

interface HostFor extends Omit<HostOptions, 'api' | 'box'> {
  /** Stands between the wire and the actions, to look at what is asked or to slow it down. */
  around?: (api: Api) => Api
}

/** The actions of a world over HTTP, on a free port. */
export async function startHost(
  { database, clock, files, log }: World,
  { around = (api) => api, ...options }: HostFor = {},
): Promise<Host> {
  const api = createApi({ database, files, clock: clock.read, implementations, log: (line) => void log.push(line) })
  const box = createBallotBox({ database, clock: clock.read, check: checkHere, log: (line) => void log.push(line) })
  const server = createHost({ api: around(api), box, ...options })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { origin: `http://127.0.0.1:${port}`, stop }
}
