import { newId } from '../kernel/ids'
import type { Person } from './organisation'
import { addSubmitted } from './showcase'
import type { World } from './world'

export interface ShowcaseTraces {
  /** With a fact about each. */
  proven: { pledgeId: string; performanceId: string; projectId: string }
  /** Without. */
  drafts: { pledgeId: string; performanceId: string; projectId: string }
  /** Of the draft pledge. */
  waitingId: string
}

/** A row about the person in every table of 三亮, each text holding `name`; `files` are theirs, loose: the photo, then a piece of evidence. */
export async function leaveShowcaseTraces(world: World, person: Person, name: string, files: [string, string]): Promise<ShowcaseTraces> {
  const { db } = world.database
  const now = world.clock.now()
  const mine = { org_id: person.orgId, member_id: person.memberId }
  const [photo_id, file_id] = files
  await db
    .insertInto('showcase_profiles')
    .values({ ...mine, photo_id, introduction: `${name}的简介`, joined_on: '2011-07-01', changed_at: now })
    .execute()
  await db.updateTable('files').set({ loose_since: null }).where('file_id', 'in', files).execute()
  await db
    .insertInto('showcase_claims')
    .values({ ...mine, claim_id: newId(), kind: 'position', text: `${name}岗`, state: 'confirmed', claimed_at: now, confirmed_at: now })
    .execute()
  await db
    .insertInto('showcase_duties')
    .values({ ...mine, place: 0, text: `${name}负责窗口`, tasks: [`${name}值班`], set_by: person.memberId, set_at: now })
    .execute()
  await db
    .insertInto('showcase_pairings')
    .values({ ...mine, pairing_id: newId(), kind: 'customer', name: `${name}挂户`, note: '', project_id: null, since: now, ended_at: null })
    .execute()
  const tag = newId()
  await db
    .insertInto('showcase_cards')
    .values({ ...mine, tag, open: true, changed_at: now })
    .execute()
  await db
    .insertInto('directory_cards')
    .values({ ...mine, tag })
    .execute()
  const left = { state: 'published' as const, left_on: '2026-11-20', published_at: now }
  await db
    .insertInto('showcase_words')
    .values({ ...mine, word_id: newId(), kind: 'thanks', text: `谢谢${name}`, ...left })
    .execute()
  const proven = await addThings(world, person, name, 'proven')
  const drafts = await addThings(world, person, name, 'draft')
  await db
    .insertInto('showcase_evidence')
    .values({ ...mine, subject_id: proven.performanceId, place: 0, file_id, url: null, title: `${name}.jpg`, added_at: now })
    .execute()
  const text = { category: 'study', text: `${name}的承诺`, measure: '次数', target: '12 次', dueOn: '2026-12-31' } as const
  const waitingId = await addSubmitted(world, person, drafts.pledgeId, { kind: 'pledge', ...text })
  await addSubmitted(world, person, proven.pledgeId, { kind: 'pledge', ...text }, 'approved')
  await db
    .updateTable('showcase_submissions')
    .set({ comment: `${name}同志请抓紧` })
    .where('member_id', '=', person.memberId)
    .execute()
  await db
    .insertInto('audit_entries')
    .values({
      ...{ org_id: person.orgId, entry_id: newId(), at: now, actor_id: person.memberId, action: 'showcase.revoke' },
      ...{ subject_id: proven.performanceId, detail: JSON.stringify({ kind: 'performance', reason: `${name}登记有误` }) },
    })
    .execute()
  return { proven, drafts, waitingId }
}

/** A pledge, an entry and a project with everything that hangs on them. */
async function addThings({ database: { db }, clock }: World, person: Person, name: string, how: 'proven' | 'draft') {
  const now = clock.now()
  const proven = how === 'proven'
  const [pledgeId, performanceId, projectId] = [newId(), newId(), newId()]
  const { unit_id } = await db
    .selectFrom('organisation_members')
    .select('unit_id')
    .where('member_id', '=', person.memberId)
    .executeTakeFirstOrThrow()
  const mine = { org_id: person.orgId, member_id: person.memberId, unit_id, year: 2026, created_at: now, changed_at: now }
  const at = proven ? now : null
  const text = {
    category: 'study' as const,
    text: `${name}的承诺`,
    measure: `${name}的尺子`,
    target: `${name}的目标`,
    due_on: '2026-12-31',
  }
  await db
    .insertInto('showcase_pledges')
    .values({
      ...{ ...mine, ...text, pledge_id: pledgeId, state: proven ? 'kept' : 'proposed', version: proven ? 1 : 0 },
      ...{ published_at: at, settled_at: at, outcome_text: proven ? `${name}做到了` : null, outcome_id: null },
    })
    .execute()
  await db
    .insertInto('showcase_performances')
    .values({
      ...{ ...mine, performance_id: performanceId, quarter: 4, pledge_id: pledgeId, project_id: null, text: `${name}的绩效` },
      ...{ figure: '12.5', figure_unit: `${name}次`, state: proven ? 'verified' : 'draft', verified_at: at },
    })
    .execute()
  await db
    .insertInto('showcase_projects')
    .values({
      ...{ ...mine, project_id: projectId, kind: 'innovation', name: `${name}的项目`, goal: `${name}的计划`, due_on: '2026-12-31' },
      ...{
        state: proven ? 'accepted' : 'draft',
        result: proven ? `${name}的成果` : null,
        result_id: null,
        stop_reason: proven ? `${name}停止的原因` : null,
        approved_at: at,
        settled_at: at,
      },
    })
    .execute()
  await db
    .insertInto('showcase_milestones')
    .values({
      ...{ org_id: person.orgId, milestone_id: newId(), project_id: projectId, place: 0, text: `${name}的节点`, due_on: '2026-06-30' },
      ...{ met_at: at, note: proven ? `${name}的说明` : null },
    })
    .execute()
  if (!proven) return { pledgeId, performanceId, projectId }
  const approved = { approved_by: person.memberId, approved_at: now }
  await db
    .insertInto('showcase_pledge_versions')
    .values({ org_id: person.orgId, pledge_id: pledgeId, ...text, version: 1, reason: `${name}有变化`, ...approved })
    .execute()
  await db
    .insertInto('showcase_pledge_notes')
    .values({ org_id: person.orgId, pledge_id: pledgeId, note_id: newId(), text: `${name}的进展`, progress: 50, at: now })
    .execute()
  const fact = { org_id: person.orgId, member_id: person.memberId, unit_id, happened_at: now, recorded_at: now }
  const evidence = [
    ['pledge-kept', pledgeId],
    ['performance-verified', performanceId],
    ['project-accepted', projectId],
  ] as const
  for (const [kind, evidence_id] of evidence)
    await db
      .insertInto('facts')
      .values({ ...fact, fact_id: newId(), kind, evidence_id, filter: '', reverses_id: null, reason: null, author_id: null })
      .execute()
  return { pledgeId, performanceId, projectId }
}
