import { type Database, type Db, repeatOnConflict } from '../kernel/database'
import { listOrganisations } from '../kernel/organisations'
import { writeBirthdays } from './birthday-queries'
import { writeDigests } from './digest-queries'
import { writeReminders } from './remind-queries'
import { removeOld } from './sweep-queries'

type Write = (db: Db, orgId: string, now: Date) => Promise<void>

/**
 * One organisation after the other, each in one statement and no transaction around it: when this process is killed, the statement is whole or
 * it never was, and the next pass finds what is missing. It may run twice at once.
 */
const everywhere = (write: Write) => async (database: Database, now: Date) => {
  for (const orgId of await listOrganisations(database.db)) await repeatOnConflict(() => write(database.db, orgId, now))
}

export const remindOfDuties = everywhere(writeReminders)
export const tellOverdue = everywhere(writeDigests)
export const greetBirthdays = everywhere(writeBirthdays)
export const sweepMessages = everywhere(removeOld)
