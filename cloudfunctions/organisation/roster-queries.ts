import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import { sha256 } from '../kernel/ids'
import { initialsOf } from '../kernel/pinyin'
import { normalizeActivationCode } from './activation-code'
import type { PostKind, Standing } from './contract'
import { newActivation } from './credential-queries'
import type { KeptPhone } from './phone'

/** Many people at once, a statement for all of them. */

export interface RosterPerson {
  memberId: string
  login: string
  name: string
  standing: Standing
  unitId: string
  groupId: string | null
  unable: boolean
  activated: boolean
  posts: { unitId: string; post: PostKind }[]
  phone: KeptPhone | null
}

/** Everyone of the organisation, or of a unit and the groups inside it, by unit and standing. */
export async function listRosterPeople(db: Db, orgId: string, unitId: string | null = null): Promise<RosterPerson[]> {
  const { rows } = await sql<RosterPerson>`
    select m.member_id as "memberId", coalesce(c.login, '') as login, m.name, m.standing, m.unit_id as "unitId", m.group_id as "groupId",
      m.unable, c.password_hash is not null as activated, coalesce(p.posts, '[]') as posts,
      case when m.phone_masked is not null then json_build_object('hash', m.phone_hash, 'masked', m.phone_masked) end as phone
    from organisation_members m
    left join organisation_credentials c on c.org_id = ${orgId} and c.member_id = m.member_id
    left join (
      select member_id, json_agg(json_build_object('unitId', unit_id, 'post', post) order by since, post) as posts
      from organisation_posts where org_id = ${orgId} group by member_id
    ) p on p.member_id = m.member_id
    where m.org_id = ${orgId} and m.erased_at is null
      and (${unitId}::uuid is null or m.unit_id = ${unitId} or m.group_id = ${unitId})
    order by m.unit_id, array_position(array['full', 'probationary', 'activist', 'colleague'], m.standing), m.member_id`.execute(db)
  return rows
}

/** Those of the sign-in names that another organisation's people have. */
export async function loginsTakenElsewhere(db: Db, orgId: string, logins: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ login: string }>`
    select login from directory_sign_in_names
    where org_id <> ${orgId} and login in (select jsonb_array_elements_text(${JSON.stringify(logins)}::jsonb))`.execute(db)
  return new Set(rows.map(({ login }) => login))
}

export interface NewPerson {
  memberId: string
  login: string
  name: string
  standing: Standing
  unitId: string
  groupId: string | null
  unable: boolean
  phone: KeptPhone | null
}

/** Adds those whose sign-in name is still free, without a code yet, and answers their ids. */
export async function addPeople(db: Db, orgId: string, people: readonly NewPerson[], now: Date): Promise<Set<string>> {
  if (!people.length) return new Set()
  const claimed = await db
    .insertInto('directory_sign_in_names')
    .values(people.map(({ login, memberId }) => ({ login, org_id: orgId, member_id: memberId })))
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('member_id')
    .execute()
  const added = new Set(claimed.map((row) => row.member_id))
  const those = people.filter(({ memberId }) => added.has(memberId))
  if (!those.length) return added
  const numbers = await claimPhones(db, orgId, those)
  const initials = await initialsOf(those.map(({ name }) => name))
  await db
    .insertInto('organisation_members')
    .values(
      those.map(({ memberId, unitId, groupId, name, standing, unable, phone }, index) => ({
        ...{ org_id: orgId, member_id: memberId, unit_id: unitId, group_id: groupId, name, standing, unable },
        ...{
          created_at: now,
          erased_at: null,
          initials: initials[index] ?? '',
          ...(phone && numbers.has(memberId) && { phone_hash: phone.hash, phone_masked: phone.masked }),
        },
      })),
    )
    .execute()
  await db
    .insertInto('organisation_credentials')
    .values(
      those.map(({ memberId, login }) => ({
        ...{ org_id: orgId, member_id: memberId, login, password_hash: null, activation_hash: null, activation_expires_at: null },
        changed_at: now,
      })),
    )
    .execute()
  return added
}

/** Whose number is nobody else's here. */
async function claimPhones(db: Db, orgId: string, people: readonly NewPerson[]): Promise<Set<string>> {
  const keyed = people.flatMap(({ memberId, phone }) =>
    phone?.hash ? [{ phone_hash: phone.hash, org_id: orgId, member_id: memberId }] : [],
  )
  const unkeyed = people.filter(({ phone }) => phone && !phone.hash).map(({ memberId }) => memberId)
  if (!keyed.length) return new Set(unkeyed)
  const claimed = await db
    .insertInto('directory_phones')
    .values(keyed)
    .onConflict((conflict) => conflict.columns(['phone_hash', 'org_id']).doNothing())
    .returning('member_id')
    .execute()
  return new Set([...unkeyed, ...claimed.map((row) => row.member_id)])
}

interface Particulars {
  standing: Standing
  groupId: string | null
  unable: boolean
}

export interface PersonChange {
  memberId: string
  name: string
  before: Particulars
  change: Partial<Particulars>
}

/** Changes a person who still is as `before` says, and answers whether they were. */
export async function changeUnlessChanged(db: Db, orgId: string, { memberId, name, before, change }: PersonChange): Promise<boolean> {
  const after = { ...before, ...change }
  const changed = await db
    .updateTable('organisation_members')
    .set({ standing: after.standing, group_id: after.groupId, unable: after.unable })
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('name', '=', name)
    .where('standing', '=', before.standing)
    .where('unable', '=', before.unable)
    .where('group_id', 'is not distinct from', before.groupId)
    .where('erased_at', 'is', null)
    .returning('member_id')
    .executeTakeFirst()
  return changed !== undefined
}

export async function addPosts(
  db: Db,
  orgId: string,
  posts: readonly { memberId: string; unitId: string; post: PostKind }[],
  now: Date,
): Promise<void> {
  if (!posts.length) return
  await db
    .insertInto('organisation_posts')
    .values(posts.map(({ memberId, unitId, post }) => ({ org_id: orgId, unit_id: unitId, member_id: memberId, post, since: now })))
    .onConflict((conflict) => conflict.columns(['org_id', 'unit_id', 'member_id', 'post']).doNothing())
    .execute()
}

export interface IssuedCode {
  name: string
  login: string
  unitName: string
  activationCode: string
}

/** A new code for each of these people who has no password yet; only its hash is kept. */
export async function renewActivations(db: Db, orgId: string, memberIds: readonly string[], now: Date): Promise<IssuedCode[]> {
  const codes = memberIds.map((memberId) => ({ memberId, ...newActivation(now) }))
  const hashes = codes.map(({ memberId, activationCode, credential }) => ({
    member_id: memberId,
    hash: sha256(normalizeActivationCode(activationCode)),
    until: credential.activation_expires_at,
  }))
  const { rows } = await sql<{ memberId: string; name: string; login: string; unitName: string }>`
    with renewed as (
      update organisation_credentials c
      set activation_hash = v.hash, activation_expires_at = v.until, changed_at = ${now}
      from jsonb_to_recordset(${JSON.stringify(hashes)}::jsonb) as v (member_id uuid, hash text, until timestamptz)
      where c.org_id = ${orgId} and c.member_id = v.member_id and c.password_hash is null
      returning c.member_id, c.login
    )
    select r.member_id as "memberId", m.name, r.login, u.name as "unitName"
    from renewed r
    join organisation_members m on m.org_id = ${orgId} and m.member_id = r.member_id
    join organisation_units u on u.org_id = ${orgId} and u.unit_id = m.unit_id
    order by m.unit_id, m.member_id`.execute(db)
  const codeOf = new Map(codes.map(({ memberId, activationCode }) => [memberId, activationCode]))
  return rows.map(({ memberId, ...person }) => ({ ...person, activationCode: codeOf.get(memberId) ?? '' }))
}
