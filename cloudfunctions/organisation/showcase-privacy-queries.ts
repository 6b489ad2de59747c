import { sql } from 'kysely'
import type { Db } from '../kernel/database'

/** What the person shows of themselves in 三亮, and what others said of it; a part for each table. */
export async function collectShowcase(db: Db, orgId: string, memberId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select
      (select json_build_object('introduction', p.introduction, 'joinedOn', p.joined_on, 'photo', f.name, 'changedAt', p.changed_at)
         from showcase_profiles p left join files f on f.org_id = ${orgId} and f.file_id = p.photo_id
        where p.org_id = ${orgId} and p.member_id = ${memberId}) as profile,
      (select json_agg(json_build_object('kind', c.kind, 'text', c.text, 'state', c.state, 'claimedAt', c.claimed_at, 'confirmedAt', c.confirmed_at)
          order by c.claimed_at)
         from showcase_claims c where c.org_id = ${orgId} and c.member_id = ${memberId}) as claims,
      (select json_agg(json_build_object('duty', d.text, 'tasks', d.tasks, 'setAt', d.set_at) order by d.place)
         from showcase_duties d where d.org_id = ${orgId} and d.member_id = ${memberId}) as duties,
      (select json_agg(json_build_object('year', p.year, 'category', p.category, 'text', p.text, 'measure', p.measure, 'target', p.target,
          'dueOn', p.due_on, 'state', p.state, 'progress', p.progress, 'publishedAt', p.published_at, 'outcome', p.outcome_text,
          'settledAt', p.settled_at,
          'versions', (select json_agg(json_build_object('version', v.version, 'category', v.category, 'text', v.text, 'measure', v.measure,
              'target', v.target, 'dueOn', v.due_on, 'reason', v.reason, 'approvedAt', v.approved_at) order by v.version)
             from showcase_pledge_versions v where v.org_id = ${orgId} and v.pledge_id = p.pledge_id),
          'notes', (select json_agg(json_build_object('at', n.at, 'text', n.text, 'progress', n.progress) order by n.at)
             from showcase_pledge_notes n where n.org_id = ${orgId} and n.pledge_id = p.pledge_id)) order by p.created_at)
         from showcase_pledges p where p.org_id = ${orgId} and p.member_id = ${memberId}) as pledges,
      (select json_agg(json_build_object('year', e.year, 'quarter', e.quarter, 'text', e.text, 'figure', e.figure, 'unit', e.figure_unit,
          'state', e.state, 'verifiedAt', e.verified_at) order by e.created_at)
         from showcase_performances e where e.org_id = ${orgId} and e.member_id = ${memberId}) as performances,
      (select json_agg(json_build_object('year', p.year, 'kind', p.kind, 'name', p.name, 'goal', p.goal, 'dueOn', p.due_on, 'state', p.state,
          'result', p.result, 'stopReason', p.stop_reason, 'approvedAt', p.approved_at, 'settledAt', p.settled_at,
          'milestones', (select json_agg(json_build_object('text', m.text, 'dueOn', m.due_on, 'metAt', m.met_at, 'note', m.note) order by m.place)
             from showcase_milestones m where m.org_id = ${orgId} and m.project_id = p.project_id)) order by p.created_at)
         from showcase_projects p where p.org_id = ${orgId} and p.member_id = ${memberId}) as projects,
      (select json_agg(json_build_object('kind', p.kind, 'name', p.name, 'note', p.note, 'since', p.since, 'endedAt', p.ended_at) order by p.since)
         from showcase_pairings p where p.org_id = ${orgId} and p.member_id = ${memberId}) as pairings,
      (select json_agg(json_build_object('content', s.content, 'state', s.state, 'submittedAt', s.submitted_at, 'decidedAt', s.decided_at,
          'comment', s.comment) order by s.submitted_at)
         from showcase_submissions s where s.org_id = ${orgId} and s.member_id = ${memberId}) as submissions,
      (select json_agg(json_build_object('title', e.title, 'url', e.url, 'addedAt', e.added_at) order by e.added_at, e.subject_id, e.place)
         from showcase_evidence e where e.org_id = ${orgId} and e.member_id = ${memberId}) as evidence,
      (select json_build_object('open', c.open, 'changedAt', c.changed_at)
         from showcase_cards c where c.org_id = ${orgId} and c.member_id = ${memberId}) as card,
      (select json_agg(json_build_object('kind', w.kind, 'text', w.text, 'state', w.state, 'leftOn', w.left_on, 'publishedAt', w.published_at)
          order by w.left_on, w.word_id)
         from showcase_words w where w.org_id = ${orgId} and w.member_id = ${memberId}) as "wordsAboutMe"`.execute(db)
  return rows[0] ?? {}
}

/**
 * Takes down what the person showed. What facts refer to stays, without its words: points once given can be shown to come from
 * something that was.
 */
export async function eraseShowcase(db: Db, orgId: string, memberId: string, now: Date): Promise<void> {
  await emptyTrail(db, orgId, memberId)
  await letGoOfFiles(db, orgId, memberId)
  await emptySubmissions(db, orgId, memberId, now)
  await sql`delete from directory_cards where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
  for (const table of ['evidence', 'profiles', 'claims', 'duties', 'pairings', 'cards', 'words'])
    await sql`delete from ${sql.table(`showcase_${table}`)} where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
  await erasePledges(db, orgId, memberId)
  await erasePerformances(db, orgId, memberId)
  await eraseProjects(db, orgId, memberId)
}

/** Comments and reasons may speak of the person by name. */
const emptyTrail = (db: Db, orgId: string, memberId: string) =>
  sql`update audit_entries set detail = detail - '{comment,reason,text,name,note}'::text[]
    where org_id = ${orgId} and (action like 'showcase.%' or action = 'approvals.decide') and subject_id in (
      select ${memberId}::uuid
      union all select subject_id from showcase_submissions where org_id = ${orgId} and member_id = ${memberId}
      union all select claim_id from showcase_claims where org_id = ${orgId} and member_id = ${memberId}
      union all select pledge_id from showcase_pledges where org_id = ${orgId} and member_id = ${memberId}
      union all select performance_id from showcase_performances where org_id = ${orgId} and member_id = ${memberId}
      union all select project_id from showcase_projects where org_id = ${orgId} and member_id = ${memberId}
      union all select pairing_id from showcase_pairings where org_id = ${orgId} and member_id = ${memberId}
      union all select word_id from showcase_words where org_id = ${orgId} and member_id = ${memberId})`.execute(db)

/** The next sweep removes them. */
const letGoOfFiles = (db: Db, orgId: string, memberId: string) =>
  sql`update files set loose_since = to_timestamp(0)
    where org_id = ${orgId} and uploaded_by = ${memberId} and file_id in (
      select file_id from showcase_evidence where org_id = ${orgId} and member_id = ${memberId}
      union all select photo_id from showcase_profiles where org_id = ${orgId} and member_id = ${memberId})`.execute(db)

async function emptySubmissions(db: Db, orgId: string, memberId: string, now: Date): Promise<void> {
  await sql`update showcase_submissions set state = 'taken-back', decided_at = ${now}, decided_by = ${memberId}
    where org_id = ${orgId} and member_id = ${memberId} and state = 'waiting'`.execute(db)
  await sql`update showcase_submissions set content = jsonb_build_object('kind', kind), comment = null
    where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
}

/** Whether a fact was ever written about it; `id` is its column. */
const noFactOf = (orgId: string, id: string) =>
  sql`not exists (select from facts f where f.org_id = ${orgId} and f.evidence_id = ${sql.ref(id)})`

async function erasePledges(db: Db, orgId: string, memberId: string): Promise<void> {
  const mine = sql`select pledge_id from showcase_pledges where org_id = ${orgId} and member_id = ${memberId}`
  const unproven = sql`${mine} and ${noFactOf(orgId, 'pledge_id')}`
  await sql`delete from showcase_pledge_versions where org_id = ${orgId} and pledge_id in (${unproven})`.execute(db)
  await sql`delete from showcase_pledge_notes where org_id = ${orgId} and pledge_id in (${unproven})`.execute(db)
  await sql`delete from showcase_pledges where org_id = ${orgId} and pledge_id in (${unproven})`.execute(db)
  await sql`update showcase_pledge_versions
    set text = '（已删除）', measure = '（已删除）', target = '（已删除）', reason = case when reason is not null then '（已删除）' end
    where org_id = ${orgId} and pledge_id in (${mine})`.execute(db)
  await sql`update showcase_pledge_notes set text = '（已删除）' where org_id = ${orgId} and pledge_id in (${mine})`.execute(db)
  await sql`update showcase_pledges
    set text = '（已删除）', measure = '（已删除）', target = '（已删除）', outcome_text = case when outcome_text is not null then '（已删除）' end
    where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
}

async function erasePerformances(db: Db, orgId: string, memberId: string): Promise<void> {
  await sql`delete from showcase_performances
    where org_id = ${orgId} and member_id = ${memberId} and ${noFactOf(orgId, 'performance_id')}`.execute(db)
  await sql`update showcase_performances set text = '（已删除）', figure = null, figure_unit = null
    where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
}

async function eraseProjects(db: Db, orgId: string, memberId: string): Promise<void> {
  const mine = sql`select project_id from showcase_projects where org_id = ${orgId} and member_id = ${memberId}`
  const unproven = sql`${mine} and ${noFactOf(orgId, 'project_id')}`
  await sql`delete from showcase_milestones where org_id = ${orgId} and project_id in (${unproven})`.execute(db)
  await sql`delete from showcase_projects where org_id = ${orgId} and project_id in (${unproven})`.execute(db)
  await sql`update showcase_milestones set text = '（已删除）', note = case when note is not null then '（已删除）' end
    where org_id = ${orgId} and project_id in (${mine})`.execute(db)
  await sql`update showcase_projects
    set name = '（已删除）', goal = '（已删除）', result = case when result is not null then '（已删除）' end,
      stop_reason = case when stop_reason is not null then '（已删除）' end
    where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
}
