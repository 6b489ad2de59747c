import { type Context, type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { toMomentOrNull } from '../kernel/clock'
import { may } from '../kernel/permit'
import { type PerformanceState, performanceStates, revoke } from './contract'
import { evidenceOf } from './evidence'
import { showsThemselves } from './owner'
import { findOwner, hasOtherOfficer } from './owner-queries'
import * as contract from './performance-contract'
import { findPerformance, listPerformances, type PerformanceRow, performanceYears, tallyVerified } from './performance-queries'
import { listSubjects, type SubjectKey } from './performance-subject-queries'
import { quarterOf, quartersToChoose, trendOf, trendStart } from './quarter'
import { submissionsAbout } from './submission-queries'

export const performanceReadActions: Implementation[] = [
  read(contract.performances, async ({ memberId: asked, year: askedYear }, context) => {
    const { db, actor, now } = context
    const { orgId } = actor
    const owner = await findOwner(db, orgId, asked ?? actor.memberId)
    if (!owner) throw new AppError('NOT_FOUND')
    const { memberId, name, unitId } = owner
    const mine = memberId === actor.memberId
    const current = quarterOf(now)
    const year = askedYear ?? current.year
    const looked = { orgId, memberId, states: await statesFor(context, unitId, mine) }
    const rows = await listPerformances(db, looked, year)
    const evidence = await evidenceOf(
      context,
      rows.map(({ performanceId }) => performanceId),
    )
    return {
      ...{ current, memberId, name, year, mine, mayAdd: mine && showsThemselves(owner) },
      years: await performanceYears(db, looked),
      entries: rows.map((row) => ({ ...entryOf(row, mine), evidence: evidence.get(row.performanceId) ?? [] })),
      trend: trendOf(await tallyVerified(db, orgId, memberId, trendStart(now)), now),
    }
  }),

  read(contract.performance, async ({ performanceId }, context) => {
    const { db, actor } = context
    const row = await findPerformance(db, actor.orgId, performanceId)
    const mine = row?.memberId === actor.memberId
    if (!row || !(await statesFor(context, row.unitId, mine)).includes(row.state)) throw new AppError('NOT_FOUND')
    const { memberId, name, unitId, unitName, verifiedAt } = row
    const officer = await decides(context, unitId)
    return {
      ...entryOf(row, mine),
      ...{ memberId, name, unitName, mine, verifiedAt: toMomentOrNull(verifiedAt) },
      // Their own is decided by another officer, where there is one.
      mayDecide: officer && !(mine && (await hasOtherOfficer(db, actor.orgId, unitId, memberId))),
      evidence: (await evidenceOf(context, [performanceId])).get(performanceId) ?? [],
      submissions: mine || officer ? await submissionsAbout(db, actor.orgId, performanceId) : [],
    }
  }),

  read(contract.performanceSubjects, async (_, { db, actor, now }) => {
    const rows = await listSubjects(db, actor.orgId, actor.memberId, quarterOf(now).year - 1)
    return {
      quarters: quartersToChoose(now),
      subjects: rows.map(({ year, text, ...key }) => ({ year, about: aboutOf(key, text) })),
    }
  }),
]

/** Whether what is put before this unit is the caller's to decide. */
const decides = (context: Context, unitId: string) => may(context, revoke.name, { unitId })

/** Drafts are their owner's alone; what waits is seen by those who decide on it as well, what is verified by everybody. */
async function statesFor(context: Context, unitId: string, mine: boolean): Promise<readonly PerformanceState[]> {
  if (mine) return performanceStates
  return (await decides(context, unitId)) ? ['submitted', 'verified'] : ['verified']
}

function entryOf(
  { performanceId, year, quarter, aboutText, text, figure, figureUnit, state, comment, ...key }: PerformanceRow,
  mine: boolean,
) {
  return {
    ...{ performanceId, year, quarter, text, state, about: aboutOf(key, aboutText), comment: mine ? comment : null },
    figure: figure !== null && figureUnit !== null ? { value: figure, unit: figureUnit } : null,
  }
}

function aboutOf({ pledgeId, projectId }: SubjectKey, text: string) {
  if (pledgeId) return { kind: 'pledge' as const, pledgeId, text }
  if (projectId) return { kind: 'project' as const, projectId, text }
  throw new Error('an entry that belongs to nothing')
}
