import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import { collectMessages, eraseMessages } from './messages-privacy-queries'
import { releasePhone } from './phone-queries'
import { collectReports, eraseReports } from './reports-privacy-queries'
import { collectReviews, eraseReviews } from './reviews-privacy-queries'
import { collectShowcase, eraseShowcase } from './showcase-privacy-queries'
import { collectStudy, eraseStudy } from './study-privacy-queries'
import { unbind } from './wechat-queries'

export const giveConsentRow = (db: Db, orgId: string, memberId: string, purpose: 'location', now: Date) =>
  db
    .insertInto('organisation_consents')
    .values({ org_id: orgId, member_id: memberId, purpose, given_at: now, withdrawn_at: null })
    .onConflict((conflict) => conflict.columns(['org_id', 'member_id', 'purpose']).doUpdateSet({ given_at: now, withdrawn_at: null }))
    .execute()

export const withdrawConsentRow = (db: Db, orgId: string, memberId: string, purpose: 'location', now: Date) =>
  db
    .updateTable('organisation_consents')
    .set({ withdrawn_at: now })
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .execute()

/** Every row about one person, by table; no secrets (hashes, tokens). */
export async function collectPersonalData(db: Db, orgId: string, memberId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select
      (select json_build_object('name', m.name, 'standing', m.standing, 'unit', u.name, 'addedAt', m.created_at, 'unable', m.unable, 'phone', m.phone_masked)
         from organisation_members m join organisation_units u on u.org_id = ${orgId} and u.unit_id = m.unit_id
        where m.org_id = ${orgId} and m.member_id = ${memberId}) as person,
      (select json_build_object('login', c.login, 'changedAt', c.changed_at)
         from organisation_credentials c where c.org_id = ${orgId} and c.member_id = ${memberId}) as "signIn",
      (select json_build_object('boundAt', w.bound_at)
         from organisation_wechat_bindings w where w.org_id = ${orgId} and w.member_id = ${memberId}) as wechat,
      (select json_agg(json_build_object('unit', u.name, 'post', p.post, 'since', p.since))
         from organisation_posts p join organisation_units u on u.org_id = ${orgId} and u.unit_id = p.unit_id
        where p.org_id = ${orgId} and p.member_id = ${memberId}) as posts,
      (select json_agg(json_build_object('unit', u.name, 'since', l.since))
         from organisation_linked_branches l join organisation_units u on u.org_id = ${orgId} and u.unit_id = l.unit_id
        where l.org_id = ${orgId} and l.member_id = ${memberId}) as "linkedBranches",
      (select json_agg(json_build_object('device', s.device, 'startedAt', s.started_at))
         from sessions s where s.org_id = ${orgId} and s.member_id = ${memberId}) as sessions,
      (select json_agg(json_build_object('purpose', c.purpose, 'givenAt', c.given_at, 'withdrawnAt', c.withdrawn_at))
         from organisation_consents c where c.org_id = ${orgId} and c.member_id = ${memberId}) as consents,
      (select json_agg(json_build_object('meeting', t.title, 'startsAt', t.starts_at, 'state', a.state, 'how', a.how, 'at', a.at, 'flags', a.flags, 'reason', a.reason) order by t.starts_at)
         from meetings_attendances a join meetings t on t.org_id = ${orgId} and t.meeting_id = a.meeting_id
        where a.org_id = ${orgId} and a.member_id = ${memberId}) as attendances,
      (select json_agg(json_build_object('meeting', t.title, 'reason', l.reason, 'state', l.state, 'askedAt', l.asked_at))
         from meetings_leave_requests l join meetings t on t.org_id = ${orgId} and t.meeting_id = l.meeting_id
        where l.org_id = ${orgId} and l.member_id = ${memberId}) as leave,
      (select json_agg(json_build_object('meeting', t.title, 'drawnAt', r.drawn_at, 'result', r.result) order by r.drawn_at)
         from meetings_roll_calls r join meetings t on t.org_id = ${orgId} and t.meeting_id = r.meeting_id
        where r.org_id = ${orgId} and r.member_id = ${memberId}) as "rollCalls",
      (select json_agg(json_build_object('meeting', t.title, 'at', s.at, 'how', s.how) order by s.at)
         from meetings_sign_outs s join meetings t on t.org_id = ${orgId} and t.meeting_id = s.meeting_id
        where s.org_id = ${orgId} and s.member_id = ${memberId}) as "signOuts",
      (select json_agg(json_build_object('meeting', t.title, 'instructions', m.instructions, 'dueAt', m.due_at, 'state', m.state,
          'note', m.note, 'handedInAt', m.handed_in_at, 'decision', m.decision) order by m.due_at)
         from meetings_make_ups m join meetings t on t.org_id = ${orgId} and t.meeting_id = m.meeting_id
        where m.org_id = ${orgId} and m.member_id = ${memberId}) as "makeUps",
      (select json_agg(json_build_object('meeting', t.title) order by t.starts_at)
         from meetings_devices d join meetings t on t.org_id = ${orgId} and t.meeting_id = d.meeting_id
        where d.org_id = ${orgId} and d.member_id = ${memberId}) as "phonesRecognised",
      (select json_agg(json_build_object('meeting', t.title, 'version', v.version, 'chair', v.chair_id = ${memberId},
          'recorder', v.recorder_id = ${memberId}, 'confirmed', v.confirmed_by = ${memberId}) order by t.starts_at, v.version)
         from meetings_record_versions v join meetings t on t.org_id = ${orgId} and t.meeting_id = v.meeting_id
        where v.org_id = ${orgId} and ${memberId} in (v.chair_id, v.recorder_id, v.confirmed_by)) as "recordsOfMeetings",
      (select json_agg(json_build_object('meeting', t.title, 'savedAt', r.saved_at, 'mine', r.saved_by = ${memberId}) order by t.starts_at)
         from meetings_records r join meetings t on t.org_id = ${orgId} and t.meeting_id = r.meeting_id
        where r.org_id = ${orgId} and ${memberId} in (r.chair_id, r.recorder_id, r.saved_by)) as "draftsOfRecords",
      (select json_agg(json_build_object('motion', n.text, 'choice', v.choice, 'at', v.at, 'counted', v.counted) order by v.at)
         from motions_votes v join motions n on n.org_id = ${orgId} and n.motion_id = v.motion_id
        where v.org_id = ${orgId} and v.member_id = ${memberId}) as votes,
      (select json_agg(json_build_object('name', f.name, 'type', f.type, 'bytes', f.bytes, 'uploadedAt', f.uploaded_at) order by f.uploaded_at)
         from files f where f.org_id = ${orgId} and f.uploaded_by = ${memberId}) as files,
      (select json_agg(json_build_object('kind', f.kind, 'happenedAt', f.happened_at, 'reason', f.reason) order by f.happened_at)
         from facts f where f.org_id = ${orgId} and f.member_id = ${memberId}) as facts,
      (select json_agg(json_build_object('at', e.at, 'action', e.action) order by e.at)
         from audit_entries e where e.org_id = ${orgId} and e.actor_id = ${memberId}) as "changesMade",
      (select json_agg(json_build_object('at', e.at, 'action', e.action, 'detail', e.detail) order by e.at)
         from audit_entries e where e.org_id = ${orgId} and e.subject_id = ${memberId}) as "changesToMe"`.execute(db)
  return {
    ...rows[0],
    ...(await collectShowcase(db, orgId, memberId)),
    ...(await collectReviews(db, orgId, memberId)),
    ...(await collectStudy(db, orgId, memberId)),
    ...(await collectMessages(db, orgId, memberId)),
    ...(await collectReports(db, orgId, memberId)),
  }
}

/**
 * Takes the person out of everything that names them. Rows of past meetings stay without a name,
 * because a quorum that was reached stays reached.
 */
export async function erasePerson(db: Db, orgId: string, memberId: string, now: Date): Promise<void> {
  const mine = { orgId, memberId }
  // Every write of 三亮 takes this lock first: whatever is under way is finished, and erased as well.
  await sql`select from organisation_members where org_id = ${orgId} and member_id = ${memberId} for no key update`.execute(db)
  await sql`delete from sessions where org_id = ${mine.orgId} and member_id = ${mine.memberId}`.execute(db)
  await sql`delete from directory_sign_in_names where login =
    (select login from organisation_credentials where org_id = ${mine.orgId} and member_id = ${mine.memberId})`.execute(db)
  await sql`delete from organisation_credentials where org_id = ${mine.orgId} and member_id = ${mine.memberId}`.execute(db)
  await releasePhone(db, mine, null)
  await unbind(db, mine)
  await sql`delete from organisation_consents where org_id = ${mine.orgId} and member_id = ${mine.memberId}`.execute(db)
  await sql`delete from organisation_posts where org_id = ${mine.orgId} and member_id = ${mine.memberId}`.execute(db)
  await sql`delete from organisation_linked_branches where org_id = ${mine.orgId} and member_id = ${mine.memberId}`.execute(db)
  await sql`delete from meetings_devices where org_id = ${mine.orgId} and member_id = ${mine.memberId}`.execute(db)
  // Other people's replies may list the name, as the one to a roll-call does.
  await sql`delete from replies where org_id = ${mine.orgId}
    and (actor_id = ${mine.memberId} or position(${mine.memberId} in reply::text) > 0)`.execute(db)
  await sql`update meetings_leave_requests set reason = '（已删除）', decision = null where org_id = ${mine.orgId} and member_id = ${mine.memberId}`.execute(
    db,
  )
  // Whoever is gone makes nothing up.
  await sql`update meetings_make_ups set note = '（已删除）', decision = null,
      state = case when state in ('owed', 'handed-in', 'returned') then 'withdrawn' else state end
    where org_id = ${mine.orgId} and member_id = ${mine.memberId}`.execute(db)
  // A preview of an import that names the person; whoever made it uploads the file again.
  await sql`delete from roster_imports where org_id = ${mine.orgId} and position(${mine.memberId} in steps::text) > 0`.execute(db)
  await leaveComingMeetings(db, orgId, memberId)
  await eraseShowcase(db, orgId, memberId, now)
  await eraseReviews(db, orgId, memberId)
  await eraseStudy(db, orgId, memberId)
  await eraseMessages(db, orgId, memberId)
  await eraseReports(db, orgId, memberId)
  // What nothing holds is removed by the next sweep.
  await sql`update files set loose_since = to_timestamp(0), name = '（已删除）'
    where org_id = ${orgId} and uploaded_by = ${memberId} and loose_since is not null`.execute(db)
  await sql`update audit_entries set detail = detail #- '{before,name}' #- '{change,name}'
    where org_id = ${mine.orgId} and subject_id = ${mine.memberId} and action = 'organisation.changeMember'`.execute(db)
  await sql`update organisation_members set name = '已注销', initials = null, group_id = null, erased_at = ${now}, phone_hash = null, phone_masked = null
    where org_id = ${mine.orgId} and member_id = ${mine.memberId}`.execute(db)
}

/** Whoever is gone is no longer expected: otherwise a quorum would wait for them. */
async function leaveComingMeetings(db: Db, orgId: string, memberId: string): Promise<void> {
  const coming = sql`select meeting_id from meetings where org_id = ${orgId} and state in ('scheduled', 'open')`
  await sql`delete from meetings_leave_requests
    where org_id = ${orgId} and member_id = ${memberId} and meeting_id in (${coming})`.execute(db)
  await sql`delete from meetings_attendances
    where org_id = ${orgId} and member_id = ${memberId} and at is null and meeting_id in (${coming})`.execute(db)
}
