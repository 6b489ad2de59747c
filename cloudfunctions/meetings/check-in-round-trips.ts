import { batch } from '../kernel/batch'
import { type Database, repeatOnConflict } from '../kernel/database'
import { type Code, type CodeMeeting, findMeetings, type ScanAnswer, type ScanRequest, writeScans } from './check-in-queries'
import { openMeetings } from './open-meetings'

export interface RoundTrips {
  /** A meeting that was seen open is not looked up again, unless `afresh`. */
  findMeeting(code: Code, afresh: boolean): CodeMeeting | Promise<CodeMeeting | null>
  /** Null where the session is not a running one. */
  scan(request: ScanRequest): Promise<ScanAnswer | null>
}

const tripsByDatabase = new WeakMap<Database, RoundTrips>()

/** A meeting starts for everyone at once: scans that arrive together share their round trips. */
export function roundTrips(database: Database): RoundTrips {
  const known = tripsByDatabase.get(database)
  if (known) return known
  const open = openMeetings<CodeMeeting>()
  const find = batch(
    (code: Code) => code.orgId,
    (codes) => findMeetings(database, codes),
  )
  const trips: RoundTrips = {
    findMeeting(code, afresh) {
      const kept = afresh ? undefined : open.find(code.orgId, code.tag)
      return kept ?? find(code).then((found) => open.keep(code.orgId, code.tag, found))
    },
    scan: batch(
      (request: ScanRequest) => request.session.orgId,
      (requests) => repeatOnConflict(() => writeScans(database, requests)),
    ),
  }
  tripsByDatabase.set(database, trips)
  return trips
}
