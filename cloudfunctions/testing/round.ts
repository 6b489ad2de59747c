import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import { newId } from '../kernel/ids'
import { newRoundKey } from '../reviews/ballot-token'
import { toText } from '../reviews/bytes'
import type { RoundState } from '../reviews/contract'
import { addRound } from '../reviews/queries'
import type { Person } from './organisation'
import type { World } from './world'

export interface Rounds {
  draftId: string
  openId: string
  /** Some rater who was issued a token for the subject in the open round. */
  issuedTo: string
  /** Something a phone might have blinded, 43 characters. */
  blinded: string
}

/** Any point of the group will do. */
const blinded = toText(ristretto255_oprf.oprf.blind(Uint8Array.of(1)).blinded)

interface Around {
  orgId: string
  unitId: string
  raters: Person[]
  subject: Person
}

/** A round that is prepared and one that is open, made by rows: these people rate, and one of them is rated. */
export async function addRounds(world: World, around: Around): Promise<Rounds> {
  const draftId = await addRoundRow(world, around, 'draft')
  const openId = await addRoundRow(world, around, 'open')
  const { db } = world.database
  const { orgId: org_id, unitId: unit_id, raters, subject } = around
  const key = { org_id, round_id: openId }
  await db
    .insertInto('reviews_subjects')
    .values({ ...key, subject_id: subject.memberId, unit_id, name: subject.name })
    .execute()
  await db
    .insertInto('reviews_raters')
    .values(raters.map(({ memberId }) => ({ ...key, member_id: memberId, unit_id, part: 'mutual' as const })))
    .execute()
  const issuedTo = raters.find(({ memberId }) => memberId !== subject.memberId)?.memberId ?? subject.memberId
  await db
    .insertInto('reviews_issues')
    .values({ ...key, member_id: issuedTo, subject_id: subject.memberId, part: 'mutual', blinded: 'x', evaluated: 'x', proof: 'x' })
    .execute()
  return { draftId, openId, issuedTo, blinded }
}

async function addRoundRow({ database: { db }, clock }: World, { orgId, unitId, subject }: Around, state: RoundState): Promise<string> {
  const round_id = newId()
  const now = clock.now()
  const key = { org_id: orgId, round_id, unit_id: unitId, created_by: subject.memberId, created_at: now }
  const setting = { title: '一评', criteria: [{ name: '岗位履职', weight: 1 }], raters: ['mutual' as const], comments: false }
  await addRound(db, { ...key, ...setting, template: 'review', minimum_ballots: 3, closes_at: new Date(now.getTime() + 7 * 86_400_000) })
  if (state === 'open') {
    const { secretKey, publicKey } = newRoundKey((count) => new Uint8Array(count).fill(7))
    await db
      .updateTable('reviews_rounds')
      .set({ state, opened_at: now, secret_key: toText(secretKey), public_key: toText(publicKey) })
      .where('round_id', '=', round_id)
      .execute()
  }
  return round_id
}

/** A closed round in which somebody rated, was rated, and once lost their phone. */
export async function leaveReviewTraces(world: World, person: Person, unitId: string, mate: Person): Promise<string> {
  const { db } = world.database
  const { orgId: org_id, memberId: member_id } = person
  const { openId: round_id } = await addRounds(world, { orgId: org_id, unitId, raters: [person, mate], subject: mate })
  const key = { org_id, round_id }
  const rated = { ...key, subject_id: member_id }
  await db
    .insertInto('reviews_subjects')
    .values({ ...rated, unit_id: unitId, name: person.name })
    .execute()
  await db
    .insertInto('reviews_voids')
    .values({
      ...{ ...key, void_id: newId(), member_id, subject_id: mate.memberId, part: 'mutual', reason: '手机丢失' },
      ...{ voided_by: mate.memberId, voided_at: world.clock.now() },
    })
    .execute()
  const line = { ...rated, part: 'mutual' as const, serial: 'x', marks: [90], comment: null }
  await db.insertInto('reviews_lines').values(line).execute()
  const result = { ballots: 1, issued: 1, score: '90.00', grade: null, cap: null, cap_reason: null, tallies: '{"dropped":[]}' }
  await db
    .insertInto('reviews_results')
    .values({ ...rated, ...result })
    .execute()
  return round_id
}
