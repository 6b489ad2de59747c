import { statSync } from 'node:fs'
import { join } from 'node:path'
import { buildFunctions, functionNames } from '../../config/functions'
import { machineFacts, median, spread } from '../statistics'
import { loadTimes } from './load'

const rounds = Number(process.argv[2] ?? 15)
/** What a member waits for at most, in ms, when no function is running yet: more than that is felt after a scan. */
const limit = 200

/** `npm run bench:cold-start`: how long each built cloud function takes to load. */
async function run() {
  await buildFunctions()
  console.log(`${machineFacts()}, ${rounds} fresh processes each`)
  for (const name of functionNames) {
    const path = join(__dirname, '../../dist/cloudfunctions', name, 'index.js')
    const loads = loadTimes(path, rounds)
    const [elapsed, worked] = [loads.map((load) => load.elapsed), loads.map((load) => load.worked)]
    const size = (statSync(path).size / 1e6).toFixed(1)
    console.log(`${name}: ${spread(elapsed, 0)} ms of at most ${limit}, processor ${spread(worked, 0)} ms, ${size} MB`)
    if (median(elapsed) > limit) process.exitCode = 1
  }
}

run()
