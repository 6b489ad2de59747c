import { linkFiles } from '../files'
import { type Context, type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment } from '../kernel/clock'
import { may, permit } from '../kernel/permit'
import { type ClaimRow, listClaims } from './claim-queries'
import type { ClaimKind } from './contract'
import { evidenceOf } from './evidence'
import * as contract from './identity-contract'
import { changeProfile, findIdentity, replaceDuties } from './identity-queries'
import { lockMyself, lockOwner, showsThemselves } from './owner'

/** Who somebody is, what they say of themselves, and what the branch wants of them. */
export const identityActions: Implementation[] = [
  read(contract.identity, async ({ memberId }, context) => {
    const { db, actor } = context
    const found = await findIdentity(db, actor.orgId, memberId ?? actor.memberId)
    if (!found) throw new AppError('NOT_FOUND')
    const { unitId, photoId, ...shown } = found
    const mine = found.memberId === actor.memberId
    const maySetDuties = showsThemselves(found) && (await may(context, contract.setDuties.name, { unitId }))
    const claims = await listClaims(db, actor.orgId, found.memberId)
    const [photo] = photoId ? await linkFiles(context, [photoId]) : []
    const confirmed = (kind: ClaimKind) =>
      claims
        .filter((each) => each.state === 'confirmed' && each.kind === kind)
        .map(({ claimId, text, submission }) => ({ claimId, text, submissionId: maySetDuties ? submission.submissionId : null }))
    return {
      ...shown,
      ...{ mine, maySetDuties },
      photo: photo?.link ?? null,
      position: confirmed('position')[0] ?? null,
      badges: confirmed('badge'),
      claims: mine || maySetDuties ? await withEvidence(context, claims) : [],
    }
  }),

  write(contract.saveProfile, async ({ introduction, joinedOn }, context) => {
    const { db, actor, now } = context
    if (joinedOn && joinedOn > toMoment(now).slice(0, 10)) throw new AppError('INVALID_INPUT', { joinedOn: '入党日期不能晚于今天' })
    const { memberId } = await lockMyself(context)
    await changeProfile(db, actor.orgId, memberId, { introduction, joined_on: joinedOn }, now)
    await record(context, memberId)
    return {}
  }),

  write(contract.setDuties, async ({ memberId, duties }, context) => {
    const { db, actor, now } = context
    const owner = await lockOwner(context, memberId)
    await permit(context, { unitId: owner.unitId })
    if (!showsThemselves(owner)) throw new AppError('PARTY_MEMBERS_ONLY')
    await replaceDuties(db, { org_id: actor.orgId, member_id: memberId, set_by: actor.memberId, set_at: now }, duties)
    await record(context, memberId, { duties: duties.length })
    return {}
  }),
]

async function withEvidence(context: Context, claims: ClaimRow[]) {
  const open = claims.flatMap((claim) => (claim.state === 'confirmed' ? [] : [{ ...claim, state: claim.state }])).reverse()
  const evidence = await evidenceOf(
    context,
    open.map(({ claimId }) => claimId),
  )
  return open.map((claim) => ({ ...claim, evidence: evidence.get(claim.claimId) ?? [] }))
}
