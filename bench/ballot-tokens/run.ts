import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { machineFacts, median, spread } from '../statistics'

const subjects = 30
const rounds = Number(process.argv[2] ?? 9)
/** What somebody waits for at most, in ms of JavaScript, before thirty ballots are ready. */
const limit = 1_000

/** `npm run bench:ballot-tokens`: tokens for thirty subjects in a fresh process without a compiler (`--jitless`, an old phone), beside one with it. */
async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'ballot-tokens-'))
  const outfile = join(folder, 'phone.js')
  await build({ entryPoints: [join(__dirname, 'phone.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20' })
  const measure = (flags: string[]): { phone: number; server: number } =>
    JSON.parse(
      execFileSync(process.execPath, [...flags, outfile, String(subjects)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  const pairs = Array.from({ length: rounds }, () => ({ old: measure(['--jitless']), fast: measure([]) }))
  rmSync(folder, { recursive: true })
  const phone = pairs.map(({ old }) => old.phone)
  console.log(`${machineFacts()}, ${rounds} fresh processes each, ${subjects} subjects`)
  console.log(
    `phone without a compiler: ${spread(phone, 0)} ms of at most ${limit}; ${spread(
      pairs.map(({ old, fast }) => old.phone / fast.phone),
      2,
    )} × with one`,
  )
  console.log(
    `server, with a compiler: ${spread(
      pairs.map(({ fast }) => fast.server),
      0,
    )} ms to issue them`,
  )
  if (median(phone) > limit) process.exitCode = 1
}

run()
