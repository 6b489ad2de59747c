import { sql } from 'kysely'
import type { Database } from '../../cloudfunctions/kernel/database'
import { newId } from '../../cloudfunctions/kernel/ids'

const perBranch = 100
/** Dates lie in this many days around now, as many each day. */
const behind = 20
const ahead = 60

/**
 * A city's organisation with five open duties for each member: four of study in the branch's four tasks; of the fifth, three in ten are
 * pledges, three reports, two meetings, one a review, one a make-up. The database does not check what refers to what while it is filled.
 */
export async function seedDuties({ db }: Database, people: number, now: Date): Promise<string> {
  const [orgId, committeeId] = [newId(), newId()]
  const branches = people / perBranch
  const run = (statement: ReturnType<typeof sql>) => statement.execute(db)
  await run(sql`set session_replication_role = replica`)
  await run(sql`insert into organisations (org_id, name, demo, created_at) values (${orgId}, '全市机关', false, ${now})`)
  await run(sql`
    insert into organisation_units (org_id, unit_id, kind, name, parent_id, created_at)
    select ${orgId}::uuid, ${numbered('1', 'n')}, 'branch', '第' || n || '党支部', ${committeeId}::uuid, ${now}::timestamptz
    from generate_series(0, ${branches - 1}::int) n`)
  await run(sql`
    insert into organisation_members (org_id, member_id, unit_id, name, standing, created_at)
    select ${orgId}::uuid, ${numbered('3', 'n')}, ${numbered('1', `n % ${branches}`)}, '同志' || n, 'full', ${now}::timestamptz
    from generate_series(0, ${people - 1}::int) n`)
  const due = (number: string) =>
    sql`${now}::timestamptz + (${sql.raw(`(${number}) % ${behind + ahead} - ${behind}`)}) * interval '1 day' + interval '3 hours'`
  await run(sql`
    insert into study_tasks (org_id, task_id, unit_id, kind, title, standings, due_at, required_minutes, credit_minutes, state, created_by, created_at, published_at)
    select ${orgId}::uuid, ${numbered('4', 'n')}, ${numbered('1', 'n / 4')}, 'text', '学习贯彻全会精神第 ' || n || ' 讲', '{full}', ${due('n')}, 30, 60,
      'published', ${numbered('3', '0')}, ${now}::timestamptz, ${now}::timestamptz
    from generate_series(0, ${branches * 4 - 1}::int) n`)
  await run(sql`
    insert into study_assignments (org_id, task_id, member_id, assigned_at)
    select ${orgId}::uuid, ${numbered('4', `4 * (n % ${branches}) + nth`)}, ${numbered('3', 'n')}, ${now}::timestamptz
    from generate_series(0, ${people - 1}::int) n, generate_series(0, 3) nth`)
  const everybody = (share: string) => sql`(select n from generate_series(0, ${people - 1}::int) n where ${sql.raw(share)}) n`
  await run(sql`
    insert into showcase_pledges (org_id, pledge_id, member_id, unit_id, year, category, text, measure, target, due_on, state, created_at, changed_at)
    select ${orgId}::uuid, ${numbered('5', 'n')}, ${numbered('3', 'n')}, ${numbered('1', `n % ${branches}`)}, 2026, 'post', '当天问题当天答复', '答复率', '95%',
      (${due('n / 10')})::date, 'published', ${now}::timestamptz, ${now}::timestamptz
    from ${everybody('n % 10 < 3')}`)
  await run(sql`
    insert into reports_owed (org_id, owed_id, member_id, kind, period, due_at)
    select ${orgId}::uuid, ${numbered('6', 'n')}, ${numbered('3', 'n')}, 'thought-report', '2026-Q4', ${due('n / 10')}
    from ${everybody('n % 10 between 3 and 5')}`)
  await run(sql`
    insert into meetings (org_id, meeting_id, unit_id, kind, title, agenda, place, starts_at, duration_minutes, state, code_tag, code_secret, created_at)
    select ${orgId}::uuid, ${numbered('7', 'n')}, ${numbered('1', 'n')}, 'assembly', '支部党员大会', '', '会议室', ${due(`n + ${behind}`)}, 60, 'scheduled',
      n::text, '', ${now}::timestamptz
    from generate_series(0, ${branches - 1}::int) n`)
  await run(sql`
    insert into meetings_attendances (org_id, meeting_id, member_id, state, counted, votes, changed_at)
    select ${orgId}::uuid, ${numbered('7', `n % ${branches}`)}, ${numbered('3', 'n')}, 'expected', true, true, ${now}::timestamptz
    from ${everybody('n % 10 between 6 and 7')}`)
  await run(sql`
    insert into meetings_make_ups (org_id, make_up_id, meeting_id, member_id, state, instructions, due_at, set_at)
    select ${orgId}::uuid, ${numbered('8', 'n')}, ${numbered('7', `n % ${branches}`)}, ${numbered('3', 'n')}, 'owed', '', ${due('n / 10')}, ${now}::timestamptz
    from ${everybody('n % 10 = 8')}`)
  await run(sql`
    insert into reviews_rounds (org_id, round_id, unit_id, template, title, criteria, raters, minimum_ballots, comments, state, closes_at, created_by, created_at)
    select ${orgId}::uuid, ${numbered('9', 'n')}, ${numbered('1', 'n')}, 'review', '一评', '[]', '{mutual}', 3, false, 'open', ${due('n')},
      ${numbered('3', '0')}, ${now}::timestamptz
    from generate_series(0, ${branches - 1}::int) n`)
  await run(sql`
    insert into reviews_subjects (org_id, round_id, subject_id, unit_id, name)
    select org_id, round_id, ${numbered('3', '0')}, unit_id, '同志' from reviews_rounds where org_id = ${orgId}`)
  await run(sql`
    insert into reviews_raters (org_id, round_id, member_id, unit_id, part)
    select ${orgId}::uuid, ${numbered('9', `n % ${branches}`)}, ${numbered('3', 'n')}, ${numbered('1', `n % ${branches}`)}, 'mutual'
    from ${everybody('n % 10 = 9')}`)
  await run(sql`set session_replication_role = origin`)
  await run(sql`vacuum analyze`)
  return orgId
}

/** An id that follows from a number, as those of the app follow each other in time. */
const numbered = (kind: string, number: string) =>
  sql.raw(`('01930000-000${kind}-7000-8000-' || lpad(to_hex((${number})::int), 12, '0'))::uuid`)
