import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { identity } from '../../cloudfunctions/showcase/identity-contract'
import { idOf, member } from './samples'

type Identity = OutputOf<typeof identity>
type Claim = Identity['claims'][number]

/** Somebody who has said nothing of themselves yet. */
export const identityOf = (own: Partial<Identity> = {}): Identity => ({
  memberId: member.id,
  name: member.name,
  unitName: '第一党支部',
  groupName: '第一党小组',
  standing: 'full',
  posts: [],
  photo: null,
  joinedOn: null,
  introduction: '',
  position: null,
  badges: [],
  duties: [],
  mine: false,
  maySetDuties: false,
  claims: [],
  ...own,
})

/** A badge that waits for the branch. */
export const claimOf = (own: Partial<Claim> = {}, submission: Partial<Claim['submission']> = {}): Claim => ({
  claimId: idOf(600),
  kind: 'badge',
  text: '先锋岗',
  state: 'waiting',
  submission: {
    ...{ submissionId: idOf(700), kind: 'badge', state: 'waiting', submittedAt: '2026-11-23T09:00:00+08:00' },
    ...{ decidedAt: null, decidedBy: null, comment: null },
    ...submission,
  },
  evidence: [],
  ...own,
})
