import { sql } from 'kysely'
import { reportWords } from './contract'

/** Reports of a period that were not handed in; the title says which, such as `2026-Q4 思想汇报`. */
export const owedReports = (orgId: string) => sql`
  select 'report' as kind, o.owed_id as subject_id, o.member_id,
    o.period || ' ' || (${JSON.stringify(reportWords)}::jsonb ->> o.kind) as title, o.due_at
  from reports_owed o
  where o.org_id = ${orgId} and o.handed_in_at is null`
