import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import { type Outcome, type PledgeState, pledgeStateNames } from '../../cloudfunctions/showcase/contract'
import type { pledge, pledges } from '../../cloudfunctions/showcase/pledge-contract'

export type Pledge = OutputOf<typeof pledge>
export type PledgeSummary = OutputOf<typeof pledges>['pledges'][number]

type Tone = 'plain' | 'red' | 'success' | 'warning'
interface Word {
  text: string
  tone: Tone
}

const tones: Record<PledgeState, Tone> = {
  draft: 'plain',
  proposed: 'warning',
  published: 'red',
  kept: 'success',
  partly: 'warning',
  broken: 'plain',
}

/** How a pledge stands, and what else is to be known of it at a glance. */
export function pledgeMarks({
  state,
  version,
  waiting,
  returned,
}: Pick<PledgeSummary, 'state' | 'version' | 'waiting' | 'returned'>): Word[] {
  return [
    { text: pledgeStateNames[state], tone: tones[state] },
    ...(version > 1 ? [{ text: '已修订', tone: 'plain' as const }] : []),
    ...(waiting === 'pledge-revision' ? [{ text: '修订待审核', tone: 'warning' as const }] : []),
    ...(waiting === 'pledge-outcome' ? [{ text: '结果待审核', tone: 'warning' as const }] : []),
    ...(returned !== null && waiting === null ? [{ text: '已退回', tone: 'warning' as const }] : []),
  ]
}

/** Before it is published there is nothing to be far with. */
export const isPublic = (state: PledgeState) => state !== 'draft' && state !== 'proposed'

export const outcomeNames: Record<Outcome, string> = { kept: '已兑现', partly: '部分兑现', broken: '未兑现' }
export const outcomeHints: Record<Outcome, string> = {
  kept: '目标全部达到',
  partly: '做到了一部分',
  broken: '没有做到，说明原因',
}
