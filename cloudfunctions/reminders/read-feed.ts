import { dutiesOf } from '../duties'
import type { Database } from '../kernel/database'
import { sha256 } from '../kernel/ids'
import { countTries } from '../kernel/tries'
import { listForCalendar } from '../meetings'
import { feedCalendar } from './feed-calendar'
import { findSubscribed } from './feed-queries'

const hour = 3_600_000
const day = 24 * hour

/** How often within the hour: one calendar is read, and one network asks for what is not there. */
export const feedLimits = { reads: 60, misses: 60 }

interface FeedRequest {
  tag: string | undefined
  /** Network address; only its hash is counted, and for a day at most. */
  address: string
  /** Where links lead. */
  origin: string
}

/**
 * The calendar under this tag as iCalendar, a month back and whatever is to come. `unknown` alike where there never was one, where it was
 * ended and where its owner is gone; `too-many` where it is asked for too often.
 */
export async function readFeed(
  { db }: Database,
  { tag, address, origin }: FeedRequest,
  now: Date,
): Promise<string | 'unknown' | 'too-many'> {
  const tagHash = tag && sha256(tag)
  const whose = tagHash ? await findSubscribed(db, tagHash) : undefined
  const subject = sha256(whose ? `calendar ${tagHash}` : `calendars from ${address}`)
  const tries = (await countTries(db, [subject], hour, now)).get(subject)?.failures ?? 0
  if (tries > (whose ? feedLimits.reads : feedLimits.misses)) return 'too-many'
  if (!whose) return 'unknown'
  const { orgId, memberId, whole } = whose
  const meetings = await listForCalendar(db, orgId, memberId, new Date(now.getTime() - 30 * day), 500)
  const duties = await dutiesOf(db, orgId, memberId, 500)
  return feedCalendar({ meetings, duties: duties.flatMap(ofCalendar), whole, origin }, now)
}

const ofCalendar = ({ kind, subject_id, title, due_at }: Awaited<ReturnType<typeof dutiesOf>>[number]) =>
  kind === 'meeting' ? [] : [{ kind, subjectId: subject_id, title, dueAt: due_at }]
