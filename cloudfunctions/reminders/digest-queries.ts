import { sql } from 'kysely'
import { openDuties } from '../duties'
import type { Db } from '../kernel/database'
import { alone } from './alone-queries'
import { weekStart } from './days'

/** Most people named in one message. */
const mostNamed = 20

/**
 * Tells whoever answers for people what these had not done by this week's Monday, eight o'clock: the leader of their group, or the branch's
 * secretary where there is none. Once a week for each group or branch, where there is something. One statement; repeating it does no harm.
 */
export async function writeDigests(db: Db, orgId: string, now: Date): Promise<void> {
  const week = sql`${weekStart(now)}::timestamptz`
  await sql`
    with alone as materialized (${alone(orgId)}),
    overdue as (
      select d.member_id, count(*)::int as duties
      from ${openDuties(orgId)} d
      where exists (select from alone) and d.kind not in ('meeting', 'review') and d.due_at < ${week}
      group by d.member_id),
    led as (select distinct unit_id from organisation_posts where org_id = ${orgId} and post = 'group-leader'),
    answered as (
      select p.member_id, p.unit_id, count(*) as people, sum(o.duties) as duties,
        array_agg(m.name || ' ' || o.duties || ' 项' order by o.duties desc, m.name) as lines
      from overdue o
      join organisation_members m on m.org_id = ${orgId} and m.member_id = o.member_id and m.erased_at is null
      left join led on led.unit_id = m.group_id
      join organisation_posts p on p.org_id = ${orgId}
        and p.unit_id = case when led.unit_id is null then m.unit_id else m.group_id end
        and p.post = case when led.unit_id is null then 'secretary' else 'group-leader' end
      group by p.member_id, p.unit_id)
    insert into reminders_messages (org_id, message_id, member_id, kind, subject_id, step, due_at, title, text, at, outside_at)
    select ${orgId}::uuid, gen_random_uuid(), a.member_id, 'overdue-digest', a.unit_id, 'weekly', ${week},
      u.name || '有 ' || a.people || ' 人共 ' || a.duties || ' 项任务已过截止时间',
      array_to_string(a.lines[1:${sql.lit(mostNamed)}], '，') || case when a.people > ${sql.lit(mostNamed)} then '，等' else '' end || '。',
      ${now}::timestamptz, ${now}::timestamptz
    from answered a
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = a.unit_id
    on conflict (org_id, member_id, kind, subject_id, step, due_at) do nothing`.execute(db)
}
