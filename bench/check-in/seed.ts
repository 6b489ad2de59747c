import { sql } from 'kysely'
import type { Database } from '../../cloudfunctions/kernel/database'
import { newId, newSecret } from '../../cloudfunctions/kernel/ids'
import { newSession } from '../../cloudfunctions/kernel/sessions'

/** 400 branches of 50 people: a city's 主题党日, on which everyone arrives at the same hour. */
export const branches = 400
export const people = 20_000
export const branchOf = (person: number) => Math.floor((person * branches) / people)

export interface Crowd {
  orgId: string
  unitIds: string[]
  members: { memberId: string; token: string }[]
}

export interface Gathering {
  meetingId: string
  tag: string
  secret: string
}

/** Everyone signed in once, and the table of the bare server. */
export async function seedCrowd({ db }: Database): Promise<Crowd> {
  const orgId = newId()
  const now = new Date()
  const unitIds = Array.from({ length: branches }, newId)
  const memberIds = Array.from({ length: people }, newId)
  const sessions = memberIds.map((memberId) => newSession(orgId, memberId, '安卓手机', newId(), now))
  await sql`create table baseline_attendances (
    meeting_id uuid not null, member_id uuid not null, at timestamptz not null, primary key (meeting_id, member_id))`.execute(db)
  await db.insertInto('organisations').values({ org_id: orgId, name: '全市机关', created_at: now, demo: false }).execute()
  await sql`
    insert into organisation_units (org_id, unit_id, kind, name, created_at)
    select ${orgId}::uuid, unit_id, 'branch', '第' || number || '党支部', ${now}::timestamptz
    from unnest(${unitIds}::uuid[]) with ordinality as u (unit_id, number)`.execute(db)
  await sql`
    insert into organisation_members (org_id, member_id, unit_id, name, standing, created_at)
    select ${orgId}::uuid, member_id, unit_id, '党员' || number, 'full', ${now}::timestamptz
    from unnest(${memberIds}::uuid[], ${memberIds.map((_, person) => unitIds[branchOf(person)])}::uuid[]) with ordinality
      as p (member_id, unit_id, number)`.execute(db)
  await sql`
    insert into sessions (org_id, token_hash, session_id, member_id, device, started_at, expires_at)
    select ${orgId}::uuid, token_hash, session_id, member_id, '安卓手机', ${now}::timestamptz, ${sessions[0]?.row.expires_at}::timestamptz
    from unnest(${sessions.map(({ row }) => row.token_hash)}::text[], ${sessions.map(({ row }) => row.session_id)}::uuid[],
      ${memberIds}::uuid[]) as s (token_hash, session_id, member_id)`.execute(db)
  return { orgId, unitIds, members: sessions.map(({ token }, person) => ({ memberId: memberIds[person] ?? '', token })) }
}

/** A fresh open meeting in each branch, with everyone of the branch expected. */
export async function seedGatherings({ db }: Database, { orgId, unitIds }: Crowd): Promise<Gathering[]> {
  const now = new Date()
  const gatherings = unitIds.map(() => ({ meetingId: newId(), tag: newSecret(6), secret: newSecret(32) }))
  await sql`
    insert into meetings (org_id, meeting_id, unit_id, kind, title, agenda, place, starts_at, duration_minutes, state, code_tag, code_secret,
      opened_at, created_at)
    select ${orgId}::uuid, meeting_id, unit_id, 'theme-day', '十一月主题党日', '', '三楼会议室', ${now}::timestamptz, 60, 'open', tag, secret,
      ${now}::timestamptz, ${now}::timestamptz
    from unnest(${gatherings.map((each) => each.meetingId)}::uuid[], ${unitIds}::uuid[], ${gatherings.map((each) => each.tag)}::text[],
      ${gatherings.map((each) => each.secret)}::text[]) as m (meeting_id, unit_id, tag, secret)`.execute(db)
  await sql`
    insert into meetings_attendances (org_id, meeting_id, member_id, state, counted, votes, changed_at)
    select ${orgId}::uuid, m.meeting_id, p.member_id, 'expected', true, true, ${now}::timestamptz
    from unnest(${gatherings.map((each) => each.meetingId)}::uuid[]) as m (meeting_id)
    join meetings on meetings.org_id = ${orgId} and meetings.meeting_id = m.meeting_id
    join organisation_members p on p.org_id = ${orgId} and p.unit_id = meetings.unit_id`.execute(db)
  return gatherings
}
