import { guard } from '../cloudfunctions/meetings/check-in-queries'
import { countLineChanges } from '../cloudfunctions/testing/line-changes'
import { addOrganisation, addPerson } from '../cloudfunctions/testing/organisation'
import { anotherProcess, intercepted } from '../cloudfunctions/testing/processes'
import { openWorld, type World } from '../cloudfunctions/testing/world'
import { startPostgres } from '../e2e/postgres'
import { playRounds, scansAtOnce, Violation } from './race/rounds'
import { machineFacts } from './statistics'

/** Rounds whose tables are judged together, and people who take them in turn. */
const hall = 100
const controlRounds = 20

/** `npm run test:race -- [rounds] [--control]`; the control alone ends well only if it found the violation it provoked. */
async function run(parameters: string[]) {
  const rounds = Number(parameters.find((each) => /^\d+$/.test(each)) ?? 10_000)
  const { url } = await startPostgres()
  process.env.DATABASE_URL = url
  const first = await openWorld()
  const processes = [first, await anotherProcess(first)]
  const organisation = await addOrganisation(first)
  const people = await Promise.all(
    Array.from({ length: hall }, (_, index) =>
      addPerson(first, { orgId: organisation.orgId, units: organisation, name: `person-${index}`, home: 'branch' }),
    ),
  )
  await countLineChanges(first)
  console.log(machineFacts())

  const found = await violationIn(() => playRounds(processes.map(withoutGuard), organisation, people.slice(0, controlRounds)))
  if (!found) throw new Error(`the control found nothing in ${controlRounds} rounds without the guard`)
  console.log(`control: without the guard it is seen that ${found.message}`)
  if (parameters.includes('--control')) return

  const started = Date.now()
  let writes = 0
  const counting = processes.map((world) =>
    intercepted(world, (text) => {
      if (text.includes('update meetings_attendances')) writes++
      return text
    }),
  )
  for (let done = 0; done < rounds; ) {
    const players = people.slice(0, rounds - done)
    await playRounds(counting, organisation, players)
    done += players.length
    if (done % 1_000 === 0 || done === rounds) console.log(`${done} rounds, ${seconds(started)} s`)
  }
  const perRound = `one change, ${scansAtOnce} identical successes and one audit entry in each`
  console.log(`${rounds} rounds of ${scansAtOnce} identical scans over two processes in ${seconds(started)} s: ${perRound};`)
  console.log(`${writes - rounds} writes came second, and the database let them change nothing`)
}

const seconds = (since: number) => ((Date.now() - since) / 1000).toFixed(1)

const withoutGuard = (world: World) => intercepted(world, (text) => text.replace(guard, ''))

async function violationIn(work: () => Promise<void>): Promise<Violation | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof Violation) return error
    throw error
  }
}

// PostgreSQL is stopped, and its files removed, by `startPostgres` at exit.
run(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof Violation ? `violation: ${error.message}` : error)
    process.exit(1)
  },
)
