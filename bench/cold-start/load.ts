import { execFileSync } from 'node:child_process'

export interface Load {
  /** By the clock, in ms: what is felt, on a machine that does nothing else. */
  elapsed: number
  /** The processor's time, in ms: the same whatever else the machine does. */
  worked: number
}

const script = (path: string) => `
  const began = performance.now(), used = process.cpuUsage()
  require(${JSON.stringify(path)})
  const { user, system } = process.cpuUsage(used)
  process.stdout.write(JSON.stringify({ elapsed: performance.now() - began, worked: (user + system) / 1000 }))`

/** What it takes a fresh process to load a built function, once for each round. */
export const loadTimes = (path: string, rounds: number): Load[] =>
  Array.from({ length: rounds }, () => JSON.parse(execFileSync(process.execPath, ['-e', script(path)], { encoding: 'utf8' })))
