import type { RefusalCode } from '../kernel/refusals'
import type { Outcome, PledgeState, SubmissionState } from './contract'

/** What its owner does with a pledge; what the branch does is decided on their submissions. */
export const pledgeActs = ['draft', 'discard', 'propose', 'revise', 'note', 'report'] as const
export type PledgeAct = (typeof pledgeActs)[number]

const needs: Record<PledgeAct, { state: PledgeState; otherwise: RefusalCode }> = {
  draft: { state: 'draft', otherwise: 'NOT_A_DRAFT' },
  discard: { state: 'draft', otherwise: 'NOT_A_DRAFT' },
  propose: { state: 'draft', otherwise: 'NOT_A_DRAFT' },
  revise: { state: 'published', otherwise: 'PLEDGE_NOT_PUBLISHED' },
  note: { state: 'published', otherwise: 'PLEDGE_NOT_PUBLISHED' },
  report: { state: 'published', otherwise: 'PLEDGE_NOT_PUBLISHED' },
}

/** Why this may not be done to a pledge in this state; null where it may. A published pledge is revised and never drafted again. */
export const refusalOf = (act: PledgeAct, state: PledgeState): RefusalCode | null =>
  needs[act].state === state ? null : needs[act].otherwise

/** A pledge is for one year: it is due within it. Both in China. */
export const liesInYear = (day: string, year: number): boolean => day.startsWith(`${year}-`)

/** What was promised and done is shown; that it was not done needs no proof. */
export const wantsEvidence = (outcome: Outcome): boolean => outcome !== 'broken'

interface Last {
  state: SubmissionState
  comment: string | null
}

/** The branch's reason for the last thing put before it, where it said no or undid its yes, until something else is put before it. */
export const returnedReason = (last: Last | undefined): string | null =>
  last && (last.state === 'returned' || last.state === 'revoked') ? last.comment : null

/** What was put before the branch and came to nothing: its owner goes on from it. */
export const cameToNothing = ({ state }: Pick<Last, 'state'>): boolean =>
  state === 'returned' || state === 'taken-back' || state === 'revoked'

/** The last day of those within `days` of today; `YYYY-MM-DD`. */
export const dayAfter = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
