import { type RawBuilder, sql } from 'kysely'
import type { Part } from './contract'

/**
 * `partFor` of who-rates.ts as PostgreSQL works it out, for a rater `t` and a subject `s`: the part, or null. Wherever pairs are counted,
 * they are counted by this; who-rates.test.ts holds the two together.
 */
export const partBetween = (template: RawBuilder<unknown>): RawBuilder<Part | null> => sql`
  case
    when s.subject_id = t.member_id then case when ${template} = 'appraisal' then 'self' end
    when t.part = 'organisation' or s.unit_id = t.unit_id then t.part
  end`
