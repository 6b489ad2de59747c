import { newId } from '../kernel/ids'
import type { Schema } from '../kernel/schema'
import type { Person } from './organisation'
import type { World } from './world'

/** Two of somebody's entries. */
export interface Performances {
  /** With evidence, so that it can be submitted. */
  draftPerformanceId: string
  verifiedPerformanceId: string
}

export async function addPerformances(world: World, person: Person, pledgeId: string): Promise<Performances> {
  const draftPerformanceId = await addPerformance(world, person, { pledge_id: pledgeId })
  const verifiedPerformanceId = await addPerformance(world, person, { pledge_id: pledgeId, state: 'verified' })
  return { draftPerformanceId, verifiedPerformanceId }
}

/** An entry with a link as evidence, by rows: a draft about the third quarter unless said otherwise. */
export async function addPerformance(
  { database: { db }, clock }: World,
  { orgId, memberId }: Person,
  more: Partial<Schema['showcase_performances']>,
): Promise<string> {
  const performance_id = newId()
  const now = clock.now()
  const { unit_id } = await db
    .selectFrom('organisation_members')
    .select('unit_id')
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  const mine = { org_id: orgId, member_id: memberId }
  await db
    .insertInto('showcase_performances')
    .values({
      ...{ ...mine, performance_id, unit_id, year: 2026, quarter: 3 },
      ...{ pledge_id: null, project_id: null, text: '走访企业 12 家', figure: '12', figure_unit: '家', state: 'draft' },
      ...{ verified_at: more.state === 'verified' ? now : null, created_at: now, changed_at: now, ...more },
    })
    .execute()
  await db
    .insertInto('showcase_evidence')
    .values({
      ...{ ...mine, subject_id: performance_id, place: 0, file_id: null },
      ...{ url: 'https://example.org/visits', title: '走访台账', added_at: now },
    })
    .execute()
  return performance_id
}
