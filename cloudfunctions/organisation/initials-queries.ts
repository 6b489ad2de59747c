import { sql } from 'kysely'
import type { Database, Db } from '../kernel/database'
import { listOrganisations } from '../kernel/organisations'
import { initialsOf } from '../kernel/pinyin'

/** Few enough to let others in between. */
const chunk = 500

/**
 * Works out the initials of whoever has none yet, written before there were any; answers of how many.
 * Safe at every start, also of several processes at once: what is there is left alone.
 */
export async function fillInitials({ db }: Pick<Database, 'db'>): Promise<number> {
  let filled = 0
  for (const org_id of await listOrganisations(db)) {
    for (let people = await listWithout(db, org_id, null); people.length; ) {
      await setInitials(db, org_id, people)
      filled += people.length
      people = await listWithout(db, org_id, people[people.length - 1]?.memberId ?? null)
    }
  }
  return filled
}

interface Named {
  memberId: string
  name: string
}

async function listWithout(db: Db, orgId: string, after: string | null): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select member_id as "memberId", name from organisation_members
    where org_id = ${orgId} and initials is null and erased_at is null and member_id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by member_id
    limit ${chunk}`.execute(db)
  return rows
}

/** Whoever was renamed meanwhile has the initials of the new name already. */
async function setInitials(db: Db, orgId: string, people: readonly Named[]): Promise<void> {
  const initials = await initialsOf(people.map(({ name }) => name))
  await sql`
    update organisation_members m set initials = v.initials
    from unnest(${people.map(({ memberId }) => memberId)}::uuid[], ${initials}::text[]) as v (member_id, initials)
    where m.org_id = ${orgId} and m.member_id = v.member_id and m.initials is null and m.erased_at is null`.execute(db)
}
