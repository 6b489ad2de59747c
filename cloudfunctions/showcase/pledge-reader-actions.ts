import { type Context, type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { toDay, toMoment, toMomentOrNull } from '../kernel/clock'
import { may } from '../kernel/permit'
import { revoke } from './contract'
import { evidenceOf } from './evidence'
import { findOwner, hasOtherOfficer, type Owner } from './owner-queries'
import * as contract from './pledge-contract'
import { listDue, listPledges, notesOf, versionsOf, yearsOfPledges } from './pledge-list-queries'
import { findPledge, type PledgeRow } from './pledge-queries'
import { dayAfter } from './pledge-rules'
import { proposalOf, summaryOf, unfinishedOf } from './pledge-view'
import { lastSubmissions, submissionsAbout } from './submission-queries'

/** What everybody sees of pledges, and what only their owner and the branch's officers do. */
export const pledgeReaderActions: Implementation[] = [
  read(contract.pledges, async ({ memberId, year }, context) => {
    const { db, actor, now } = context
    const owner = await requireOwner(context, memberId ?? actor.memberId)
    const mine = owner.memberId === actor.memberId
    const officer = await decides(context, owner.unitId)
    const shelf = { memberId: owner.memberId, drafts: mine, proposedTo: officer ? owner.unitId : null }
    const today = toDay(now)
    const shown = year ?? Number(today.slice(0, 4))
    const rows = await listPledges(db, actor.orgId, shelf, shown)
    const last = await lastSubmissions(
      db,
      actor.orgId,
      rows.map((row) => row.pledgeId),
    )
    return {
      ...{ today, memberId: owner.memberId, name: owner.name, year: shown, mine },
      years: await yearsOfPledges(db, actor.orgId, shelf),
      pledges: rows.map((row) => summaryOf(row, mine || officer ? last.get(row.pledgeId) : undefined)),
    }
  }),

  read(contract.pledge, async ({ pledgeId }, context) => {
    const { db, actor, now } = context
    const row = await findPledge(db, actor.orgId, pledgeId)
    if (!row) throw new AppError('NOT_FOUND')
    const { memberId, name } = await requireOwner(context, row.memberId)
    const mine = memberId === actor.memberId
    const officer = await decides(context, row.unitId)
    if (!isSeen(row, mine, officer)) throw new AppError('NOT_FOUND')
    const last = mine || officer ? (await lastSubmissions(db, actor.orgId, [pledgeId])).get(pledgeId) : undefined
    const notes = await notesOf(db, actor.orgId, pledgeId)
    const evidence = await evidenceOf(context, [...notes.map(({ noteId }) => noteId), ...(row.outcomeId ? [row.outcomeId] : [])])
    const ofOutcome = (row.outcomeId && evidence.get(row.outcomeId)) || []
    return {
      ...summaryOf(row, last),
      ...{ today: toDay(now), year: row.year, memberId, name, unitName: row.unitName, mine },
      mayDecide: officer && !(mine && (await hasOtherOfficer(db, actor.orgId, row.unitId, memberId))),
      publishedAt: toMomentOrNull(row.publishedAt),
      settledAt: toMomentOrNull(row.settledAt),
      outcome: row.outcomeText === null ? null : { text: row.outcomeText, evidence: ofOutcome },
      notes: notes.map((note) => ({ ...note, at: toMoment(note.at), evidence: evidence.get(note.noteId) ?? [] })),
      versions: (await versionsOf(db, actor.orgId, pledgeId)).map((version) => ({ ...version, approvedAt: toMoment(version.approvedAt) })),
      submissions: mine || officer ? await submissionsAbout(db, actor.orgId, pledgeId) : [],
      proposal: proposalOf(last, ofOutcome),
      unfinished: mine && row.state === 'published' ? unfinishedOf(last, ofOutcome) : null,
    }
  }),

  read(contract.duePledges, async (_, { db, actor, now }) => {
    const today = toDay(now)
    return { today, pledges: await listDue(db, actor.orgId, actor.memberId, dayAfter(today, contract.dueSoonDays)) }
  }),
]

async function requireOwner({ db, actor }: Context, memberId: string): Promise<Owner> {
  const owner = await findOwner(db, actor.orgId, memberId)
  if (!owner) throw new AppError('NOT_FOUND')
  return owner
}

/** Whether what is put before this unit is the caller's to decide. */
const decides = (context: Context, unitId: string) => may(context, revoke.name, { unitId })

const isSeen = ({ state }: PledgeRow, mine: boolean, officer: boolean) => mine || (state !== 'draft' && (state !== 'proposed' || officer))
