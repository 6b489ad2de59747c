import { type Implementation, type WriteContext, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import type { ParsedInputOf } from '../kernel/contract'
import { permit } from '../kernel/permit'
import { keepEvidence } from './evidence'
import { lockOwnPledge } from './own-pledge'
import { lockMyself } from './owner'
import * as contract from './pledge-contract'
import { addDraft, addNote, changePledge, countPledges, type PledgeRow, removePledge } from './pledge-queries'
import { liesInYear, wantsEvidence } from './pledge-rules'
import { submit } from './submit'

/** What somebody does with their own pledges. The trail says what was done and not what was written: it may still be a draft. */
export const pledgeOwnerActions: Implementation[] = [
  write(contract.draftPledge, async ({ pledgeId, ...words }, context) =>
    pledgeId ? changeDraft(context, pledgeId, words) : addNewDraft(context, words),
  ),

  write(contract.discardPledge, async ({ pledgeId }, context) => {
    await lockOwnPledge(context, pledgeId, 'discard')
    await removePledge(context.db, context.actor.orgId, pledgeId)
    await record(context, pledgeId)
    return {}
  }),

  write(contract.proposePledge, async ({ pledgeId }, context) => {
    const { db, actor, now } = context
    const { owner, pledge } = await lockOwnPledge(context, pledgeId, 'propose')
    const submissionId = await submit(context, owner, pledgeId, { kind: 'pledge', ...textOf(pledge) })
    await changePledge(db, actor.orgId, pledgeId, { state: 'proposed', unit_id: owner.unitId, changed_at: now })
    await record(context, pledgeId, { submissionId })
    return { submissionId }
  }),

  write(contract.revisePledge, async ({ pledgeId, reason, ...words }, context) => {
    const { db, actor, now } = context
    const { owner, pledge } = await lockOwnPledge(context, pledgeId, 'revise')
    requireDueInYear(words.dueOn, pledge.year)
    const before = textOf(pledge)
    if (isSame(words, before)) throw new AppError('INVALID_INPUT', { text: '与现在的承诺相同，请先修改' })
    const submissionId = await submit(context, owner, pledgeId, { kind: 'pledge-revision', ...words, reason, before })
    await changePledge(db, actor.orgId, pledgeId, { unit_id: owner.unitId, changed_at: now })
    await record(context, pledgeId, { submissionId })
    return { submissionId }
  }),

  write(contract.notePledge, async ({ pledgeId, text, progress, evidence }, context) => {
    const { db, actor, now, newId } = context
    await lockOwnPledge(context, pledgeId, 'note')
    const noteId = newId()
    await addNote(db, { org_id: actor.orgId, note_id: noteId, pledge_id: pledgeId, text, progress, at: now })
    await keepEvidence(context, noteId, evidence)
    await changePledge(db, actor.orgId, pledgeId, { progress, changed_at: now })
    await record(context, pledgeId, { noteId, progress })
    return { noteId }
  }),

  write(contract.reportOutcome, async ({ pledgeId, outcome, text, evidence }, context) => {
    const { db, actor, now, newId } = context
    const { owner, pledge } = await lockOwnPledge(context, pledgeId, 'report')
    if (wantsEvidence(outcome) && !evidence.length) throw new AppError('EVIDENCE_WANTED')
    const content = { kind: 'pledge-outcome', pledge: pledge.text, target: pledge.target, outcome, text } as const
    const submissionId = await submit(context, owner, pledgeId, content)
    // One id for every report of this pledge: a returned one is sent again with the files it holds already.
    const outcomeId = pledge.outcomeId ?? newId()
    await keepEvidence(context, outcomeId, evidence)
    await changePledge(db, actor.orgId, pledgeId, { outcome_id: outcomeId, unit_id: owner.unitId, changed_at: now })
    await record(context, pledgeId, { submissionId, outcome })
    return { submissionId }
  }),
]

type Draft = Omit<ParsedInputOf<typeof contract.draftPledge>, 'pledgeId' | 'requestId'>
type Words = Omit<Draft, 'year'>

async function addNewDraft(context: WriteContext, { dueOn, ...words }: Draft): Promise<{ pledgeId: string }> {
  const { db, actor, now, newId } = context
  await permit(context, { unitId: actor.unitId, owner: true })
  const { memberId, unitId } = await lockMyself(context)
  requireDueInYear(dueOn, words.year)
  await requireRoom(context, words.year)
  const key = { org_id: actor.orgId, pledge_id: newId(), member_id: memberId, unit_id: unitId }
  await addDraft(db, { ...key, ...words, due_on: dueOn, created_at: now })
  await record(context, key.pledge_id, { year: words.year })
  return { pledgeId: key.pledge_id }
}

async function changeDraft(context: WriteContext, pledgeId: string, { dueOn, ...words }: Draft): Promise<{ pledgeId: string }> {
  const { db, actor, now } = context
  const { pledge } = await lockOwnPledge(context, pledgeId, 'draft')
  requireDueInYear(dueOn, words.year)
  if (words.year !== pledge.year) await requireRoom(context, words.year)
  await changePledge(db, actor.orgId, pledgeId, { ...words, due_on: dueOn, changed_at: now })
  await record(context, pledgeId, { year: words.year })
  return { pledgeId }
}

async function requireRoom({ db, actor }: WriteContext, year: number): Promise<void> {
  if ((await countPledges(db, actor.orgId, actor.memberId, year)) >= contract.mostPledges) throw new AppError('PLEDGES_FULL')
}

function requireDueInYear(dueOn: string, year: number): void {
  if (!liesInYear(dueOn, year)) throw new AppError('INVALID_INPUT', { dueOn: `完成日期须在 ${year} 年内` })
}

const textOf = ({ category, text, measure, target, dueOn }: PledgeRow): Words => ({ category, text, measure, target, dueOn })

const isSame = (one: Words, other: Words) =>
  one.category === other.category &&
  one.text === other.text &&
  one.measure === other.measure &&
  one.target === other.target &&
  one.dueOn === other.dueOn
