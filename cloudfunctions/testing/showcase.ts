import { newId, newSecret } from '../kernel/ids'
import type { SubmissionContent } from '../showcase/contract'
import { addSubmission } from '../showcase/submission-queries'
import type { Person } from './organisation'
import { addPerformances, type Performances } from './performance'
import { addPledge } from './pledge'
import { addPairing, addProject } from './project'
import type { World } from './world'

/** What somebody shows of themselves, one of everything; made by rows, so that what is tested does not build its own conditions. */
export interface Showcase extends Performances {
  /** Of a badge that waits for the branch. */
  waitingId: string
  /** Of a badge the branch confirmed. */
  approvedId: string
  /** That badge. */
  claimId: string
  draftPledgeId: string
  /** Of a published one. */
  pledgeId: string
  draftProjectId: string
  /** Of a running project whose only milestone is met. */
  projectId: string
  milestoneId: string
  /** Of a pairing that goes on. */
  pairingId: string
  /** Of a card that is open to the public. */
  cardTag: string
}

export async function addShowcase(world: World, person: Person): Promise<Showcase> {
  const approved = await addBadge(world, person, '先锋岗', 'confirmed')
  const approvedId = await addSubmitted(world, person, approved, { kind: 'badge', text: '先锋岗' }, 'approved')
  const waiting = await addBadge(world, person, '优秀共产党员', 'waiting')
  const waitingId = await addSubmitted(world, person, waiting, { kind: 'badge', text: '优秀共产党员' })
  const draftPledgeId = await addPledge(world, person, { state: 'draft' })
  const pledgeId = await addPledge(world, person)
  const performances = await addPerformances(world, person, pledgeId)
  const { projectId: draftProjectId } = await addProject(world, person, { state: 'draft' })
  const { projectId, milestoneId } = await addProject(world, person, { state: 'running', met: true })
  const pairingId = await addPairing(world, person)
  const badges = { waitingId, approvedId, claimId: approved }
  const cardTag = await addCard(world, person)
  return { ...badges, draftPledgeId, pledgeId, ...performances, draftProjectId, projectId, milestoneId, pairingId, cardTag }
}

export async function addBadge({ database, clock }: World, { orgId, memberId }: Person, text: string, state: 'waiting' | 'confirmed') {
  const now = clock.now()
  const row = { org_id: orgId, claim_id: newId(), member_id: memberId, kind: 'badge', text, state, claimed_at: now } as const
  await database.db
    .insertInto('showcase_claims')
    .values({ ...row, confirmed_at: state === 'confirmed' ? now : null })
    .execute()
  return row.claim_id
}

/** Opens this person's card, or finds it open; answers its code. */
export async function addCard({ database: { db }, clock }: World, { orgId, memberId }: Person): Promise<string> {
  const mine = { org_id: orgId, member_id: memberId }
  const found = await db.selectFrom('directory_cards').select('tag').where('member_id', '=', memberId).executeTakeFirst()
  if (found) return found.tag
  const tag = newSecret(16)
  await db
    .insertInto('showcase_cards')
    .values({ ...mine, tag, open: true, changed_at: clock.now() })
    .execute()
  await db
    .insertInto('directory_cards')
    .values({ ...mine, tag })
    .execute()
  return tag
}

/** Something of this person that was put before their branch; answers the submission's id. */
export async function addSubmitted(
  { database: { db }, clock }: World,
  { orgId, memberId }: Person,
  subjectId: string,
  content: SubmissionContent,
  state: 'waiting' | 'approved' = 'waiting',
): Promise<string> {
  const submissionId = newId()
  const { unit_id } = await db
    .selectFrom('organisation_members')
    .select('unit_id')
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  await addSubmission(db, {
    ...{ org_id: orgId, submission_id: submissionId, unit_id, member_id: memberId, kind: content.kind, subject_id: subjectId },
    ...{ content, submitted_at: clock.now() },
  })
  if (state === 'approved')
    await db.updateTable('showcase_submissions').set({ state, decided_at: clock.now() }).where('submission_id', '=', submissionId).execute()
  return submissionId
}
