import type { AddressInfo } from 'node:net'
import { implementations } from '../cloudfunctions/api/implementations'
import { createBallotBox } from '../cloudfunctions/ballot-box/box'
import { checkHere } from '../cloudfunctions/ballot-box/check-here'
import { seedDemoOnce } from '../cloudfunctions/demo'
import { buildAppWhenStale } from '../cloudfunctions/host/h5-build'
import { createHost } from '../cloudfunctions/host/server'
import { createApi } from '../cloudfunctions/kernel/api'
import type { Database } from '../cloudfunctions/kernel/database'
import { openTestDatabase } from '../cloudfunctions/testing/database'
import { memoryFiles } from '../cloudfunctions/testing/files'
import { ask, signIn } from './browser'

export interface App {
  origin: string
  database: Database
  /** What the server's clock shows. */
  now: () => Date
  /** Moves the server's clock on, by milliseconds. */
  advance: (by: number) => void
  stop: () => Promise<void>
}

/** The whole product as `npm start` runs it, on a free port, with a demo organisation of its own. */
export async function startApp(): Promise<App> {
  const app = await buildAppWhenStale((line) => console.error(line))
  const database = await openTestDatabase()
  let ahead = 0
  const clock = () => new Date(Date.now() + ahead)
  await seedDemoOnce(database, clock())
  const api = createApi({ database, files: memoryFiles(), clock, implementations, log: (line) => console.error(line) })
  const box = createBallotBox({ database, clock, check: checkHere, log: (line) => console.error(line) })
  const server = createHost({ api, box, app })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await database.close()
  }
  const advance = (by: number) => {
    ahead += by
  }
  return { origin: `http://127.0.0.1:${port}`, database, now: clock, advance, stop }
}

export interface Code {
  code: string
  link: string
  validFrom: string
  validUntil: string
}

export interface OpenMeeting {
  meetingId: string
  title: string
  /** The secretary's session. */
  token: string
  codes: () => Promise<Code[]>
  attendance: () => Promise<{
    present: number
    late: number
    people: { name: string; state: string; how: string | null; flags: string[] }[]
  }>
}

/** An assembly of the first branch, begun: its secretary is secretary1, member1 and those after are expected. */
export async function openMeeting(origin: string, title: string): Promise<OpenMeeting> {
  const { token, me } = await signIn(origin, 'secretary1')
  const startsAt = new Date(Date.now() + 5 * 60_000).toISOString()
  const { meetingId } = await ask<{ meetingId: string }>(origin, token, 'meetings.schedule', {
    unitId: me.unitId,
    kind: 'assembly',
    title,
    startsAt,
    place: '三楼会议室',
  })
  await ask(origin, token, 'meetings.open', { meetingId })
  return {
    meetingId,
    title,
    token,
    codes: async () => (await ask<{ codes: Code[] }>(origin, token, 'meetings.code', { meetingId })).codes,
    attendance: () => ask(origin, token, 'meetings.attendance', { meetingId }),
  }
}

/** The path that a scanned code opens on this app. */
export async function checkInPath({ codes }: OpenMeeting): Promise<string> {
  const [current] = await codes()
  return `/check-in?c=${current?.code}`
}
