import type { Context } from '../kernel/action'
import { toMoment } from '../kernel/clock'
import type { OutputOf } from '../kernel/contract'
import type { Place } from '../kernel/keyset'
import { listLeaveAsked, listMakeUpsHandedIn } from '../meetings'
import { evidenceOf, listWaiting } from '../showcase'
import type { waiting } from './contract'
import { oldest } from './order'

type Shown = OutputOf<typeof waiting>['items'][number]

/** What waits at these units, the oldest first: the first `limit` after a place, from whichever feature it comes. */
export async function listEverything(context: Context, unitIds: readonly string[], after: Place | null, limit: number): Promise<Shown[]> {
  const { db, actor } = context
  const [submissions, leave, makeUps] = [
    await listWaiting(db, actor, unitIds, after, limit),
    await listLeaveAsked(db, actor.orgId, unitIds, after, limit),
    await listMakeUpsHandedIn(db, actor.orgId, unitIds, after, limit),
  ]
  const first = oldest(
    [
      ...submissions.map((row) => ({ ...row, from: 'submission' as const })),
      ...leave.map((row) => ({ ...row, from: 'leave' as const, decidable: true })),
      ...makeUps.map((row) => ({ ...row, from: 'make-up' as const, decidable: true })),
    ],
    limit,
  )
  const evidence = await evidenceOf(
    context,
    first.flatMap((row) => (row.from === 'submission' ? [row.evidenceId] : [])),
  )
  return first.map((row): Shown => {
    const { key, memberId, name, unitId, unitName, decidable } = row
    const waits = { key, at: toMoment(row.at), memberId, name, unitId, unitName, mine: memberId === actor.memberId, decidable }
    if (row.from === 'submission') {
      const { submissionId, evidenceId, content } = row
      return { kind: 'submission', submissionId, ...waits, content, evidence: evidence.get(evidenceId) ?? [] }
    }
    const asked = { meetingId: row.meetingId, title: row.title, startsAt: toMoment(row.startsAt) }
    if (row.from === 'leave') return { kind: 'leave', ...waits, ...asked, reason: row.reason }
    return { kind: 'make-up', ...waits, ...asked, instructions: row.instructions, note: row.note }
  })
}
