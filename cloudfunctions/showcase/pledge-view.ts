import type { OutputOf } from '../kernel/contract'
import type { EvidenceShown } from './contract'
import type { pledge, pledges } from './pledge-contract'
import type { PledgeRow } from './pledge-queries'
import { cameToNothing, returnedReason } from './pledge-rules'
import type { LastSubmission } from './submission-queries'

type Proposal = OutputOf<typeof pledge>['proposal']
type Summary = OutputOf<typeof pledges>['pledges'][number]

/** `last` is what was put before the branch last; without it nothing is said of that. */
export function summaryOf(row: PledgeRow, last: LastSubmission | undefined): Summary {
  const { pledgeId, category, text, measure, target, dueOn, state, progress, version } = row
  const waiting = last?.state === 'waiting' ? (kinds.find((kind) => kind === last.kind) ?? null) : null
  return { pledgeId, category, text, measure, target, dueOn, state, progress, version, waiting, returned: returnedReason(last) }
}

const kinds = ['pledge', 'pledge-revision', 'pledge-outcome'] as const

export const proposalOf = (last: LastSubmission | undefined, evidence: EvidenceShown): Proposal =>
  last?.state === 'waiting' ? asSubmitted(last, evidence) : null

export const unfinishedOf = (last: LastSubmission | undefined, evidence: EvidenceShown): Proposal =>
  last && cameToNothing(last) ? asSubmitted(last, evidence) : null

function asSubmitted({ submissionId, content }: LastSubmission, evidence: EvidenceShown): Proposal {
  if (content.kind === 'pledge-revision') {
    const { kind, category, text, measure, target, dueOn, reason } = content
    return { kind, submissionId, category, text, measure, target, dueOn, reason }
  }
  if (content.kind === 'pledge-outcome') {
    const { kind, outcome, text } = content
    return { kind, submissionId, outcome, text, evidence }
  }
  return null
}
