import { sql } from 'kysely'

/** Who joined the Party on which day, as far as they have said so. */
export const joinedMembers = (orgId: string) => sql`
  select p.member_id, p.joined_on from showcase_profiles p where p.org_id = ${orgId} and p.joined_on is not null`
