import { sql } from 'kysely'
import { toDay } from '../kernel/clock'
import type { Db } from '../kernel/database'
import { joinedMembers } from '../showcase'
import { alone } from './alone-queries'
import { dayStart } from './days'

/**
 * 政治生日: greets whoever joined the Party on this day of an earlier year, and tells the officers of the branch the day before. Whoever joined
 * on 29 February is greeted on the 28th of other years. One statement; repeating it does no harm.
 */
export async function writeBirthdays(db: Db, orgId: string, now: Date): Promise<void> {
  const [today, tomorrow] = [toDay(now), toDay(dayStart(now, 1))]
  await sql`
    with alone as materialized (${alone(orgId)}),
    born as (
      select m.member_id, m.unit_id, m.name, b.day, b.years, to_char(j.joined_on, 'YYYY"年"FMMM"月"FMDD"日"') as joined
      from (${joinedMembers(orgId)}) j
      cross join lateral (
        select d.day, (extract(year from d.day) - extract(year from j.joined_on))::int as years
        from (values (${today}::date), (${tomorrow}::date)) d (day)) b
      join organisation_members m on m.org_id = ${orgId} and m.member_id = j.member_id and m.erased_at is null
        and m.standing in ('full', 'probationary')
      where exists (select from alone) and b.years > 0 and (j.joined_on + make_interval(years => b.years))::date = b.day),
    said as (
      select member_id, member_id as subject_id, 'greeting' as step, day, '今天是您的政治生日' as title,
        joined || '，您加入中国共产党，至今 ' || years || ' 年。' as text
      from born where day = ${today}::date
      union all
      select p.member_id, b.member_id, 'eve', b.day, '明天是' || b.name || '同志的政治生日', b.joined || '入党，明天满 ' || b.years || ' 年。'
      from born b
      join organisation_posts p on p.org_id = ${orgId} and p.unit_id = b.unit_id and p.member_id <> b.member_id
        and p.post in ('secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline')
      where b.day = ${tomorrow}::date)
    insert into reminders_messages (org_id, message_id, member_id, kind, subject_id, step, due_at, title, text, at, outside_at)
    select ${orgId}::uuid, gen_random_uuid(), s.member_id, 'political-birthday', s.subject_id, s.step,
      s.day::timestamp at time zone interval '08:00', s.title, s.text, ${now}::timestamptz, ${now}::timestamptz
    from said s
    on conflict (org_id, member_id, kind, subject_id, step, due_at) do nothing`.execute(db)
}
