import { type SqlBool, sql } from 'kysely'
import type { Shown } from '../kernel/contract'
import type { Db } from '../kernel/database'
import type { publicCard } from './card-contract'

interface CardRow {
  tag: string
  open: boolean
}

export const findCard = (db: Db, orgId: string, memberId: string): Promise<CardRow | undefined> =>
  db.selectFrom('showcase_cards').select(['tag', 'open']).where('org_id', '=', orgId).where('member_id', '=', memberId).executeTakeFirst()

export async function addCard(db: Db, orgId: string, memberId: string, tag: string, now: Date): Promise<void> {
  await db.insertInto('showcase_cards').values({ org_id: orgId, member_id: memberId, tag, open: true, changed_at: now }).execute()
  await db.insertInto('directory_cards').values({ org_id: orgId, member_id: memberId, tag }).execute()
}

const changeCard = (db: Db, orgId: string, memberId: string, change: Partial<CardRow> & { changed_at: Date }) =>
  db.updateTable('showcase_cards').set(change).where('org_id', '=', orgId).where('member_id', '=', memberId).execute()

export const openOrClose = (db: Db, orgId: string, memberId: string, open: boolean, now: Date) =>
  changeCard(db, orgId, memberId, { open, changed_at: now })

export async function giveTag(db: Db, orgId: string, memberId: string, tag: string, now: Date): Promise<void> {
  await db.deleteFrom('directory_cards').where('org_id', '=', orgId).where('member_id', '=', memberId).execute()
  await db.insertInto('directory_cards').values({ org_id: orgId, member_id: memberId, tag }).execute()
  await changeCard(db, orgId, memberId, { tag, changed_at: now })
}

/** Whose open card this is the code of; undefined where it is closed, replaced or unknown, or its owner shows nothing any longer. */
export async function findOpenCard(db: Db, tag: string): Promise<{ orgId: string; memberId: string } | undefined> {
  const { rows } = await sql<{ orgId: string; memberId: string }>`
    select d.org_id as "orgId", d.member_id as "memberId"
    from directory_cards d
    join showcase_cards c on c.org_id = d.org_id and c.member_id = d.member_id and c.tag = d.tag and c.open
    join organisation_members m on m.org_id = d.org_id and m.member_id = d.member_id
    where d.tag = ${tag} and m.erased_at is null and m.standing in ('full', 'probationary')`.execute(db)
  return rows[0]
}

type Card = Shown<typeof publicCard.output>
export interface CardContent extends Omit<Card, 'today' | 'photo' | 'words'> {
  photoId: string | null
}

/** All that a card shows of itself in a year, in one round trip: it opens at a counter. */
export async function loadCard(db: Db, orgId: string, memberId: string, year: number): Promise<CardContent | undefined> {
  const list = (content: ReturnType<typeof sql>) => sql`(select coalesce(json_agg(x), '[]') from (${content}) x)`
  const mine = (name: string) => sql<SqlBool>`${sql.ref(`${name}.org_id`)} = ${orgId} and ${sql.ref(`${name}.member_id`)} = ${memberId}`
  const { rows } = await sql<CardContent>`
    select m.name, u.name as "unitName", p.photo_id as "photoId", coalesce(p.introduction, '') as introduction,
      (select c.text from showcase_claims c where ${mine('c')} and c.kind = 'position' and c.state = 'confirmed' limit 1) as position,
      (select coalesce(json_agg(c.text order by c.confirmed_at, c.claim_id), '[]')
         from showcase_claims c where ${mine('c')} and c.kind = 'badge' and c.state = 'confirmed') as badges,
      ${list(sql`
        select g.category, g.text, g.target, g.due_on as "dueOn", g.state, g.progress from showcase_pledges g
        where ${mine('g')} and g.year = ${year} and g.state in ('published', 'kept', 'partly', 'broken')
        order by g.due_on, g.pledge_id`)} as pledges,
      ${list(sql`
        select e.quarter, e.text, trim_scale(e.figure)::text as figure, e.figure_unit as "figureUnit" from showcase_performances e
        where ${mine('e')} and e.year = ${year} and e.state = 'verified'
        order by e.quarter desc, e.performance_id`)} as performances,
      ${list(sql`
        select j.kind, j.name, j.goal, j.state, case when j.state = 'accepted' then j.result end as result from showcase_projects j
        where ${mine('j')} and j.year = ${year} and j.state in ('running', 'accepted')
        order by j.due_on, j.project_id`)} as projects
    from organisation_members m
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = m.unit_id
    left join showcase_profiles p on p.org_id = ${orgId} and p.member_id = m.member_id
    where m.org_id = ${orgId} and m.member_id = ${memberId} and m.erased_at is null`.execute(db)
  return rows[0]
}
