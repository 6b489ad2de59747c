import { sql } from 'kysely'
import type { Db } from '../kernel/database'

interface Whose {
  orgId: string
  memberId: string
}

export interface FeedRow {
  madeAt: Date
  /** Whether it says what things are about. */
  whole: boolean
}

export async function findFeed(db: Db, { orgId, memberId }: Whose): Promise<FeedRow | undefined> {
  const { rows } = await sql<FeedRow>`
    select made_at as "madeAt", whole from reminders_feeds where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
  return rows[0]
}

/** Gives the person this address instead of the one before. */
export async function putFeed(db: Db, { orgId, memberId }: Whose, tagHash: string, whole: boolean, now: Date): Promise<void> {
  // The row is taken first, so that of two phones at once one waits for the other and then replaces its address.
  await sql`
    insert into reminders_feeds (org_id, member_id, tag_hash, whole, made_at)
    values (${orgId}, ${memberId}, ${tagHash}, ${whole}, ${now})
    on conflict (org_id, member_id) do update set tag_hash = excluded.tag_hash, whole = excluded.whole, made_at = excluded.made_at`.execute(
    db,
  )
  await sql`delete from directory_feeds where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
  await sql`insert into directory_feeds (tag_hash, org_id, member_id) values (${tagHash}, ${orgId}, ${memberId})`.execute(db)
}

/** False where there is none. */
export async function removeFeed(db: Db, { orgId, memberId }: Whose): Promise<boolean> {
  const { rows } = await sql`
    delete from reminders_feeds where org_id = ${orgId} and member_id = ${memberId} returning member_id`.execute(db)
  await sql`delete from directory_feeds where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
  return rows.length > 0
}

/** Whose calendar has this address; undefined where nobody's has, or no longer. */
export async function findSubscribed(db: Db, tagHash: string): Promise<(Whose & { whole: boolean }) | undefined> {
  const { rows } = await sql<Whose & { whole: boolean }>`
    select d.org_id as "orgId", d.member_id as "memberId", f.whole
    from directory_feeds d
    join reminders_feeds f on f.org_id = d.org_id and f.member_id = d.member_id and f.tag_hash = d.tag_hash
    join organisation_members m on m.org_id = d.org_id and m.member_id = d.member_id
    where d.tag_hash = ${tagHash} and m.erased_at is null`.execute(db)
  return rows[0]
}
