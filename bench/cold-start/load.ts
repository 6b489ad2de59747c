import { execFileSync } from 'node:child_process'

const script = (path: string) =>
  `const began = performance.now(); require(${JSON.stringify(path)}); process.stdout.write(String(performance.now() - began))`

/** How long a fresh process takes to load a built function, in ms, once for each round. */
export const loadTimes = (path: string, rounds: number): number[] =>
  Array.from({ length: rounds }, () => Number(execFileSync(process.execPath, ['-e', script(path)], { encoding: 'utf8' })))
