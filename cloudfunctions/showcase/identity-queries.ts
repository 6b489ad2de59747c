import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import type { PostKind, Standing } from '../organisation/contract'

export interface IdentityRow {
  memberId: string
  name: string
  unitId: string
  unitName: string
  groupName: string | null
  standing: Standing
  posts: { unitName: string; post: PostKind }[]
  photoId: string | null
  joinedOn: string | null
  introduction: string
  duties: DutyRow[]
}

interface DutyRow {
  text: string
  tasks: string[]
}

export async function findIdentity(db: Db, orgId: string, memberId: string): Promise<IdentityRow | undefined> {
  const { rows } = await sql<IdentityRow>`
    select m.member_id as "memberId", m.name, m.unit_id as "unitId", u.name as "unitName", g.name as "groupName", m.standing,
      (select coalesce(json_agg(json_build_object('unitName', pu.name, 'post', o.post) order by o.since, o.post), '[]')
         from organisation_posts o
         join organisation_units pu on pu.org_id = ${orgId} and pu.unit_id = o.unit_id
        where o.org_id = ${orgId} and o.member_id = m.member_id and o.post <> 'administrator') as posts,
      p.photo_id as "photoId", p.joined_on as "joinedOn", coalesce(p.introduction, '') as introduction,
      (select coalesce(json_agg(json_build_object('text', d.text, 'tasks', d.tasks) order by d.place), '[]')
         from showcase_duties d where d.org_id = ${orgId} and d.member_id = m.member_id) as duties
    from organisation_members m
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = m.unit_id
    left join organisation_units g on g.org_id = ${orgId} and g.unit_id = m.group_id
    left join showcase_profiles p on p.org_id = ${orgId} and p.member_id = m.member_id
    where m.org_id = ${orgId} and m.member_id = ${memberId} and m.erased_at is null`.execute(db)
  return rows[0]
}

interface ProfileChange {
  introduction?: string
  joined_on?: string | null
  photo_id?: string | null
}

/** What is not named stays as it is. */
export async function changeProfile(db: Db, orgId: string, memberId: string, change: ProfileChange, now: Date): Promise<void> {
  await db
    .insertInto('showcase_profiles')
    .values({ org_id: orgId, member_id: memberId, photo_id: null, joined_on: null, ...change, changed_at: now })
    .onConflict((conflict) => conflict.columns(['org_id', 'member_id']).doUpdateSet({ ...change, changed_at: now }))
    .execute()
}

export async function findPhoto(db: Db, orgId: string, memberId: string): Promise<string | null> {
  const { rows } = await sql<{ photoId: string | null }>`
    select photo_id as "photoId" from showcase_profiles where org_id = ${orgId} and member_id = ${memberId}`.execute(db)
  return rows[0]?.photoId ?? null
}

export async function replaceDuties(
  db: Db,
  { org_id, member_id, ...set }: { org_id: string; member_id: string; set_by: string; set_at: Date },
  duties: readonly DutyRow[],
): Promise<void> {
  await db.deleteFrom('showcase_duties').where('org_id', '=', org_id).where('member_id', '=', member_id).execute()
  const rows = duties.map(({ text, tasks }, place) => ({ org_id, member_id, place, text, tasks, ...set }))
  if (rows.length) await db.insertInto('showcase_duties').values(rows).execute()
}
