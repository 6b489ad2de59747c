import { newId } from '../kernel/ids'
import type { Schema } from '../kernel/schema'
import type { Person } from './organisation'
import type { World } from './world'

export const promise = {
  category: 'service',
  text: '窗口不让群众多跑一趟',
  measure: '一次办结率',
  target: '95%',
  dueOn: '2026-12-20',
} as const

type Given = Partial<Pick<Schema['showcase_pledges'], 'state' | 'year' | 'due_on' | 'text'>>

/** A pledge as it is in this state, published by default; without the submissions and facts that led to it. Answers its id. */
export async function addPledge({ database: { db }, clock }: World, { orgId, memberId }: Person, given: Given = {}): Promise<string> {
  const now = clock.now()
  const { state = 'published', year = 2026, due_on = promise.dueOn, text = promise.text } = given
  const { unit_id } = await db
    .selectFrom('organisation_members')
    .select('unit_id')
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  const published = state !== 'draft' && state !== 'proposed'
  const settled = published && state !== 'published'
  const key = { org_id: orgId, pledge_id: newId() }
  const words = { category: promise.category, text, measure: promise.measure, target: promise.target, due_on }
  await db
    .insertInto('showcase_pledges')
    .values({
      ...{ ...key, ...words, member_id: memberId, unit_id, year, state, version: published ? 1 : 0, created_at: now, changed_at: now },
      ...{ published_at: published ? now : null, settled_at: settled ? now : null },
      ...{ outcome_text: settled ? '已按期完成' : null, outcome_id: settled ? newId() : null },
    })
    .execute()
  if (published)
    await db
      .insertInto('showcase_pledge_versions')
      .values({ ...key, ...words, version: 1, reason: null, approved_by: memberId, approved_at: now })
      .execute()
  return key.pledge_id
}
