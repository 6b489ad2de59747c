import { openDatabase } from '../kernel/database'
import { remindOfDuties } from '../reminders'

/** A scheduler of its own: runs the pass over and over at one moment, until it is killed. Given the database's address and the moment. */
async function run([url, moment]: string[]) {
  const database = await openDatabase({ url, connections: 1 })
  process.send?.('ready')
  for (;;) await remindOfDuties(database, new Date(moment ?? ''))
}

run(process.argv.slice(2)).catch((error) => {
  console.error(error)
  process.exit(1)
})
