import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import { type KeptPhone, keptPhone, normalizePhone } from './phone'

/** A member, wherever they belong. */
export interface Whose {
  orgId: string
  memberId: string
}

/** `unreadable`: no mainland mobile number. `taken`: another person of the organisation has it. Nothing is written then. */
export type PhoneSet = 'set' | 'unreadable' | 'taken'

/**
 * Keeps a member's number, as typed, in the transaction of `db`; null takes it away. What is kept is a hash made with
 * `phoneKey` and a masked display. Without a key only the display is kept, and nobody is found by the number.
 */
export async function setPhone(db: Db, phoneKey: string | undefined, whose: Whose, typed: string | null): Promise<PhoneSet> {
  const number = typed === null ? null : normalizePhone(typed)
  if (number === undefined) return 'unreadable'
  return (await keepPhone(db, whose, number === null ? null : keptPhone(number, phoneKey))) ? 'set' : 'taken'
}

/** The same, of a number that was read before: false where it is another person's, and then nothing is written. */
export async function keepPhone(db: Db, { orgId, memberId }: Whose, phone: KeptPhone | null): Promise<boolean> {
  const hash = phone?.hash ?? null
  if (hash && !(await claimPhone(db, hash, { orgId, memberId }))) return false
  await releasePhone(db, { orgId, memberId }, hash)
  await db
    .updateTable('organisation_members')
    .set({ phone_hash: hash, phone_masked: phone?.masked ?? null })
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .execute()
  return true
}

/** False where the number is another person's, in this organisation. */
async function claimPhone(db: Db, hash: string, { orgId, memberId }: Whose): Promise<boolean> {
  const { rows } = await sql<{ member_id: string }>`
    insert into directory_phones as p (phone_hash, org_id, member_id) values (${hash}, ${orgId}, ${memberId})
    on conflict (phone_hash, org_id) do update set member_id = p.member_id
    returning member_id`.execute(db)
  return rows[0]?.member_id === memberId
}

/** Lets go of the number a member had before; of any where `except` is null. */
export const releasePhone = (db: Db, { orgId, memberId }: Whose, except: string | null) =>
  sql`
    delete from directory_phones p using organisation_members m
    where m.org_id = ${orgId} and m.member_id = ${memberId} and p.org_id = ${orgId} and p.member_id = ${memberId}
      and p.phone_hash = m.phone_hash and p.phone_hash is distinct from ${except}`.execute(db)

/** Whose number this is, in every organisation that has it on its roster; a demo's roster is anybody's to write. */
export async function findByPhone(db: Db, hash: string): Promise<Whose[]> {
  const { rows } = await sql<Whose>`
    select p.org_id as "orgId", p.member_id as "memberId" from directory_phones p
    join organisations o on o.org_id = p.org_id and not o.demo
    join organisation_members m on m.org_id = p.org_id and m.member_id = p.member_id
    where p.phone_hash = ${hash} and m.erased_at is null`.execute(db)
  return rows
}
