import { type RawBuilder, sql } from 'kysely'
import { openDuties } from '../duties'
import type { Db } from '../kernel/database'
import { alone } from './alone-queries'
import { dayStart } from './days'
import { nearby, oldest, stepOf } from './step-queries'
import { dutyWords } from './words'

/** Most characters of a title within a sentence. */
const mostOfTitle = 40

const word = (which: 'before' | 'after' | 'ends' | 'todo') => sql`(${JSON.stringify(dutyWords)}::jsonb -> d.kind ->> ${sql.lit(which)})`
const local = (format: string) => sql`to_char(d.due_at at time zone interval '08:00', ${sql.lit(format)})`
const moment = local('FMMM"月"FMDD"日" HH24:MI')

const named = sql`${word('before')} || left(d.title, ${sql.lit(mostOfTitle)})
  || case when length(d.title) > ${sql.lit(mostOfTitle)} then '…' else '' end || ${word('after')}`

/** 今天, 明天, 还有 3 天: by the days in China from now. */
const distance = (now: Date) => sql`
  case when d.due_at < ${dayStart(now, 1)}::timestamptz then '今天'
    when d.due_at < ${dayStart(now, 2)}::timestamptz then '明天'
    when d.due_at < ${dayStart(now, 3)}::timestamptz then '还有 2 天' else '还有 3 天' end`

const title = (now: Date) => sql`
  ${named} || case when d.step = 'soon' then '即将开始' when d.step = 'overdue' then '已过' || ${word('ends')} || '时间'
    when d.kind = 'meeting' then ${distance(now)} || ' ' || ${local('HH24:MI')} || ' 开始'
    else ${distance(now)} || ${word('ends')} end`

const text = sql`
  case when d.step = 'soon' then ${local('HH24:MI')} || ' 开始，请提前到场签到。'
    when d.step = 'overdue' then '原定 ' || ${moment} || ' ' || ${word('ends')} || '，现在仍可' || ${word('todo')} || '。'
    when d.kind = 'meeting' then ${moment} || ' 开始。如不能参加，请提前请假。'
    else '请在 ' || ${moment} || ' 前' || ${word('todo')} || '。' end`

/** The statement of `writeReminders`. */
export const remindersStatement = (orgId: string, now: Date): RawBuilder<unknown> => sql`
  with alone as materialized (${alone(orgId)})
  insert into reminders_messages (org_id, message_id, member_id, kind, subject_id, step, due_at, title, text, at, outside_at)
  select ${orgId}::uuid, gen_random_uuid(), d.member_id, d.kind, d.subject_id, d.step, d.due_at, ${title(now)}, ${text},
    ${now}::timestamptz, ${now}::timestamptz
  from (
    select d.*, step
    from ${openDuties(orgId)} d
    cross join lateral (select ${stepOf(now)} as step) s
    where exists (select from alone) and ${nearby(sql`d.due_at`, now)} and step is not null
      and not exists (select from organisation_members m
        where m.org_id = ${orgId} and m.member_id = d.member_id and m.erased_at is not null)
      and not exists (select from reminders_messages r
        where r.org_id = ${orgId} and r.member_id = d.member_id and r.kind = d.kind and r.subject_id = d.subject_id
          and r.step = s.step and r.due_at = d.due_at and r.at > ${oldest(now)}::timestamptz)
    order by d.member_id, d.kind, d.subject_id
    offset 0) d
  on conflict (org_id, member_id, kind, subject_id, step, due_at) do nothing`

/**
 * Tells everybody in an organisation what they owe and have not been told: each duty in the step it stands in. One statement, which finds and
 * writes; nothing of it comes here. Repeating it does no harm, nor does running it twice at once.
 */
export async function writeReminders(db: Db, orgId: string, now: Date): Promise<void> {
  await remindersStatement(orgId, now).execute(db)
}
