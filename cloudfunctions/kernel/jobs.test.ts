import { openTestDatabase } from '../testing/database'
import type { Database } from './database'
import { heldFor, type Job, runJobs } from './jobs'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

let now = new Date('2026-11-23T09:00:00+08:00')
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const log: string[] = []
beforeEach(() => {
  later(1_000)
  log.length = 0
})

const run = (...jobs: Job[]) =>
  runJobs(
    database,
    jobs,
    () => now,
    (line) => void log.push(line),
  )
/** A job of a name nobody has used, counting how often it ran. */
function counted(work: () => Promise<unknown> = async () => {}, every = 5) {
  const times = { ran: 0 }
  const job: Job = {
    name: `test.${Math.random()}`,
    every,
    run: async () => {
      times.ran++
      await work()
    },
  }
  return { job, times }
}

it('runs a job at once, and then when its time has come', async () => {
  const { job, times } = counted()
  expect(await run(job)).toEqual([job.name])
  expect(await run(job)).toEqual([])
  later(4)
  expect(await run(job)).toEqual([])
  later(1)
  expect(await run(job)).toEqual([job.name])
  expect(times.ran).toBe(2)
})

it('runs it in one of many processes that ask at once', async () => {
  const { job, times } = counted()
  await Promise.all(Array.from({ length: 8 }, () => run(job)))
  expect(times.ran).toBe(1)
})

it('leaves a job to the process that has begun it, and takes it over when that counts as dead', async () => {
  let finish = () => {}
  const slow = counted(() => new Promise<void>((resolve) => (finish = resolve)))
  const first = run(slow.job)
  while (!slow.times.ran) await new Promise((resolve) => setTimeout(resolve, 5))
  const { times, job } = counted()
  const same = { ...job, name: slow.job.name }
  later(heldFor / 60_000 - 1)
  await run(same)
  expect(times.ran).toBe(0)
  later(1)
  await run(same)
  expect(times.ran).toBe(1)
  finish()
  await first
})

it('tells of a job that fails by its name, goes on with the next, and tries it again at its next time', async () => {
  const failing = counted(() => Promise.reject(new Error('no network')))
  const next = counted()
  expect(await run(failing.job, next.job)).toEqual([failing.job.name, next.job.name])
  expect(log).toEqual([`the job ${failing.job.name} failed: Error: no network`])
  later(5)
  await run(failing.job)
  expect(failing.times.ran).toBe(2)
})
