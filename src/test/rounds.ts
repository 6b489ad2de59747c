import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import { cast } from '../../cloudfunctions/reviews/ballot-contract'
import { issueToken, isToken, newRoundKey } from '../../cloudfunctions/reviews/ballot-token'
import { toBytes, toText } from '../../cloudfunctions/reviews/bytes'
import { issue, type results, type round, type rounds } from '../../cloudfunctions/reviews/contract'
import { branchId, idOf } from './samples'
import { wire } from './wire'

type Round = OutputOf<typeof round>
type Summary = OutputOf<typeof rounds>['rounds'][number]
type Result = OutputOf<typeof results>['subjects'][number]

export const roundId = idOf(900)
export const subjects = [
  { subjectId: idOf(21), name: '赵一', part: 'mutual' as const, issued: false },
  { subjectId: idOf(22), name: '钱二', part: 'mutual' as const, issued: false },
]

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))
const roundKey = newRoundKey(random)
export const publicKey = toText(roundKey.publicKey)

const head = {
  ...{ roundId, unitId: branchId, unitName: '第一党支部', template: 'review' as const, title: '四季度一评', state: 'open' as const },
  ...{ closesAt: '2026-11-30T18:00:00+08:00', closedAt: null },
} satisfies Partial<Summary>

export const summaryOf = (own: Partial<Summary> = {}): Summary => ({ ...head, toRate: 2, issued: 0, mayManage: false, ...own })
export const roundOf = (own: Partial<Round> = {}): Round => ({
  ...head,
  ...{ now: '2026-11-23T14:00:00+08:00', orgId: idOf(8), raters: ['mutual', 'public'], minimumBallots: 5, comments: false },
  criteria: [
    { name: '政治品德', weight: 40 },
    { name: '岗位履职', weight: 60 },
  ],
  ...{ publicKey, mayManage: false, subjects, progress: { expected: 30, issued: 4, ballots: 3 } },
  ...own,
})
export const resultOf = (own: Partial<Result> = {}): Result => ({
  ...{ subjectId: idOf(21), unitId: branchId, name: '赵一', mine: false, ballots: 6, issued: 6, overfull: false },
  ...{ score: '89.00', median: '85.50', grade: null, capReason: null, dropped: [], comments: [] },
  tallies: [
    { part: 'all', ballots: 6, score: '89.00', criteria: [{ name: '政治品德', mean: '95.00', distribution: spread({ 100: 4, 85: 2 }) }] },
  ],
  ...own,
})
const spread = (counts: Record<number, number>) => Array.from({ length: 21 }, (_, step) => counts[step * 5] ?? 0)

/** The server's two halves as they are: one issues once for each subject and knows who, the other takes ballots and knows nobody. */
export function openRound({ forgedKey = false } = {}) {
  const { secretKey } = forgedKey ? newRoundKey(random) : roundKey
  const issued = new Map<string, { blinded: string; evaluated: string; proof: string }>()
  const box = new Map<string, { subjectId: string; marks: number[]; comment?: string | undefined; revision: number }>()
  wire.answer(issue, ({ subjectId, blinded }) => {
    const before = issued.get(subjectId)
    if (before && before.blinded !== blinded) throw new Error('ALREADY_ISSUED')
    const { evaluated, proof } = before ?? sign(subjectId, blinded)
    issued.set(subjectId, { blinded, evaluated, proof })
    return { evaluated, proof }
  })
  wire.answer(cast, ({ subjectId, part, serial, token, marks, comment, revision }) => {
    if (!isToken({ roundId, subjectId, part }, roundKey.secretKey, toBytes(serial), toBytes(token))) throw new Error('TOKEN_INVALID')
    if (revision > (box.get(serial)?.revision ?? -1)) box.set(serial, { subjectId, marks, comment, revision })
    return {}
  })
  const sign = (subjectId: string, blinded: string) => {
    const { evaluated, proof } = issueToken({ roundId, subjectId, part: 'mutual' }, secretKey, toBytes(blinded), random)
    return { evaluated: toText(evaluated), proof: toText(proof) }
  }
  return { issued, box }
}
