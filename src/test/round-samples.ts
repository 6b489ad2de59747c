import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { issued, round } from '../../cloudfunctions/reviews/contract'
import { branchId, idOf, member, secretary } from './samples'

export const roundId = idOf(950)

type Round = OutputOf<typeof round>
/** A round as its officer sees it. */
export const heldRound = (own: Partial<Round> = {}): Round => ({
  ...{ roundId, unitId: branchId, unitName: '第一党支部', template: 'review', title: '2026 年第四季度一评', state: 'draft' },
  ...{ closesAt: '2026-11-30T18:00:00+08:00', closedAt: null, now: '2026-11-23T14:00:00+08:00', orgId: idOf(9) },
  criteria: [
    { name: '岗位履职', weight: 60 },
    { name: '服务群众', weight: 40 },
  ],
  ...{ raters: ['mutual', 'public'], minimumBallots: 5, comments: false, publicKey: null, mayManage: true, subjects: [] },
  ...{ progress: { expected: 0, issued: 0, ballots: 0 }, ...own },
})

type Issued = OutputOf<typeof issued>
/** The member was issued a token for the secretary. */
export const issuedTokens = (own: Partial<Issued> = {}): Issued => ({
  subjects: [
    { subjectId: member.id, name: member.name },
    { subjectId: secretary.id, name: secretary.name },
  ],
  issued: [{ memberId: member.id, name: member.name, subjectId: secretary.id, part: 'mutual' }],
  ...own,
})
