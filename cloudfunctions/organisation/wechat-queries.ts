import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { Whose } from './phone-queries'

/** The member this WeChat account opens the mini-program as. */
export async function findByOpenid(db: Db, openid: string): Promise<Whose | undefined> {
  const { rows } = await sql<Whose>`
    select d.org_id as "orgId", d.member_id as "memberId" from directory_openids d
    join organisation_members m on m.org_id = d.org_id and m.member_id = d.member_id
    where d.openid = ${openid} and m.erased_at is null`.execute(db)
  return rows[0]
}

export const findBinding = (db: Db, { orgId, memberId }: Whose) =>
  db
    .selectFrom('organisation_members as m')
    .leftJoin('organisation_wechat_bindings as w', (join) =>
      join.onRef('w.org_id', '=', 'm.org_id').onRef('w.member_id', '=', 'm.member_id').on('w.org_id', '=', orgId),
    )
    .select(['w.bound_at as boundAt', 'm.phone_masked as phone'])
    .where('m.org_id', '=', orgId)
    .where('m.member_id', '=', memberId)
    .executeTakeFirst()

/**
 * From now on this WeChat account is this member and no other, and this member this account and no other.
 * Returns whose it was before, where that was somebody else.
 */
export async function bind(db: Db, whose: Whose, openid: string, now: Date): Promise<Whose | undefined> {
  // Both ends are locked first, so that whoever binds either of them at the same moment does so afterwards.
  await sql`select from organisation_members where org_id = ${whose.orgId} and member_id = ${whose.memberId} for update`.execute(db)
  const { rows } = await sql<Whose>`
    insert into directory_openids as d (openid, org_id, member_id) values (${openid}, ${whose.orgId}, ${whose.memberId})
    on conflict (openid) do update set openid = excluded.openid
    returning d.org_id as "orgId", d.member_id as "memberId"`.execute(db)
  const holder = rows[0]
  const another = holder && holder.memberId !== whose.memberId ? holder : undefined
  if (another) await dropBinding(db, another)
  if (another) await moveOpenid(db, openid, whose)
  const earlier = await dropBinding(db, whose)
  if (earlier !== undefined && earlier !== openid) await db.deleteFrom('directory_openids').where('openid', '=', earlier).execute()
  await db
    .insertInto('organisation_wechat_bindings')
    .values({ org_id: whose.orgId, member_id: whose.memberId, openid, bound_at: now })
    .execute()
  return another
}

/** Whether there was anything to undo. */
export async function unbind(db: Db, whose: Whose): Promise<boolean> {
  const openid = await dropBinding(db, whose)
  if (openid === undefined) return false
  await db
    .deleteFrom('directory_openids')
    .where('openid', '=', openid)
    .where('org_id', '=', whose.orgId)
    .where('member_id', '=', whose.memberId)
    .execute()
  return true
}

const moveOpenid = (db: Db, openid: string, { orgId, memberId }: Whose) =>
  db.updateTable('directory_openids').set({ org_id: orgId, member_id: memberId }).where('openid', '=', openid).execute()

const dropBinding = async (db: Db, { orgId, memberId }: Whose): Promise<string | undefined> =>
  (
    await db
      .deleteFrom('organisation_wechat_bindings')
      .where('org_id', '=', orgId)
      .where('member_id', '=', memberId)
      .returning('openid')
      .executeTakeFirst()
  )?.openid
