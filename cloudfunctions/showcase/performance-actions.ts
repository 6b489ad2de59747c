import type { WriteContext } from '../kernel/action'
import { type Implementation, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { permit } from '../kernel/permit'
import { keepEvidence } from './evidence'
import { listEvidence } from './evidence-queries'
import { lockOwner, showsThemselves } from './owner'
import type { Owner } from './owner-queries'
import * as contract from './performance-contract'
import { changePerformance, countPerformances, findPerformance, putPerformance, removePerformance } from './performance-queries'
import { findSubject, type SubjectRow } from './performance-subject-queries'
import { hasBegun, type Quarter } from './quarter'
import { submit } from './submit'

/** An entry is its owner's as long as it is a draft; before the branch it is frozen, and verified it stays as it is. */
export const performanceActions: Implementation[] = [
  write(contract.savePerformance, async ({ performanceId, year, quarter, about, text, figure, evidence }, context) => {
    const { db, actor, now } = context
    const owner = await lockOwner(context, actor.memberId)
    const key = { pledgeId: null, projectId: null, ...about }
    const subject = await permitOwn(context, await findSubject(db, actor.orgId, key))
    if (performanceId) await requireDraft(context, performanceId)
    requireSubject(owner, subject)
    if (!hasBegun({ year, quarter }, now)) throw new AppError('INVALID_INPUT', { quarter: '这个季度还没有开始，请选择已经开始的季度' })
    const entryId = performanceId ?? context.newId()
    await requireRoom(context, { year, quarter }, entryId)
    await putPerformance(
      db,
      { org_id: actor.orgId, performance_id: entryId, member_id: actor.memberId },
      {
        ...{ unit_id: owner.unitId, year, quarter, pledge_id: key.pledgeId, project_id: key.projectId, text },
        ...{ figure: figure?.value ?? null, figure_unit: figure?.unit ?? null, changed_at: now },
      },
    )
    await keepEvidence(context, entryId, evidence)
    await record(context, entryId, { year, quarter })
    return { performanceId: entryId }
  }),

  write(contract.submitPerformance, async ({ performanceId }, context) => {
    const { db, actor } = context
    const owner = await lockOwner(context, actor.memberId)
    const entry = await requireDraft(context, performanceId)
    requireSubject(owner, await findSubject(db, actor.orgId, entry))
    if (!(await listEvidence(db, actor.orgId, [performanceId])).length) throw new AppError('EVIDENCE_WANTED')
    const { year, quarter, aboutText, text, figure, figureUnit } = entry
    const submissionId = await submit(context, owner, performanceId, {
      ...{ kind: 'performance', year, quarter, about: aboutText, text, figure, figureUnit },
    })
    await changePerformance(db, actor.orgId, performanceId, { state: 'submitted', unit_id: owner.unitId })
    await record(context, performanceId, { year, quarter })
    return { submissionId }
  }),

  write(contract.discardPerformance, async ({ performanceId }, context) => {
    const { db, actor } = context
    await lockOwner(context, actor.memberId)
    const { year, quarter } = await requireDraft(context, performanceId)
    await keepEvidence(context, performanceId, [])
    await removePerformance(db, actor.orgId, performanceId)
    await record(context, performanceId, { year, quarter })
    return {}
  }),
]

/** What was found, once it is known to be the caller's own. */
async function permitOwn<Found extends { memberId: string }>(context: WriteContext, found: Found | undefined): Promise<Found> {
  if (!found) throw new AppError('NOT_FOUND')
  await permit(context, { unitId: context.actor.unitId, owner: found.memberId === context.actor.memberId })
  return found
}

async function requireDraft(context: WriteContext, performanceId: string) {
  const entry = await permitOwn(context, await findPerformance(context.db, context.actor.orgId, performanceId))
  if (entry.state !== 'draft') throw new AppError('NOT_A_DRAFT')
  return entry
}

/** An entry that was written before may have lost its subject meanwhile: a project is stopped, an approval undone. */
function requireSubject(owner: Owner, subject: SubjectRow | undefined): void {
  if (!showsThemselves(owner)) throw new AppError('PARTY_MEMBERS_ONLY')
  if (!subject?.suits) throw new AppError('SUBJECT_UNSUITABLE')
}

async function requireRoom({ db, actor }: WriteContext, quarter: Quarter, entryId: string): Promise<void> {
  const others = await countPerformances(db, actor.orgId, actor.memberId, quarter, entryId)
  if (others >= contract.mostPerformances) throw new AppError('PERFORMANCES_FULL')
}
