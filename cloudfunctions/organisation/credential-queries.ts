import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../kernel/database'
import { sha256 } from '../kernel/ids'
import { activationDays, formatActivationCode, normalizeActivationCode } from './activation-code'
import type { Throttle } from './throttle'

export interface CredentialRow {
  orgId: string
  memberId: string
  name: string
  passwordHash: string | null
  activationHash: string | null
  activationExpiresAt: Date | null
}

export async function findCredential(db: Db, login: string): Promise<CredentialRow | undefined> {
  const { rows } = await sql<CredentialRow>`
    select n.org_id as "orgId", n.member_id as "memberId", m.name, c.password_hash as "passwordHash",
      c.activation_hash as "activationHash", c.activation_expires_at as "activationExpiresAt"
    from directory_sign_in_names n
    join organisation_credentials c on c.org_id = n.org_id and c.member_id = n.member_id
    join organisation_members m on m.org_id = n.org_id and m.member_id = n.member_id
    where n.login = ${login} and m.erased_at is null`.execute(db)
  return rows[0]
}

export const passwordHashOf = async (db: Db, orgId: string, memberId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('organisation_credentials')
      .select('password_hash')
      .where('org_id', '=', orgId)
      .where('member_id', '=', memberId)
      .executeTakeFirst()
  )?.password_hash ?? null

interface Credential {
  password_hash: string | null
  activation_hash: string | null
  activation_expires_at: Date | null
  changed_at: Date
}

/** A code for the first sign-in, and what is kept of it: no password until it is used. */
export function newActivation(now: Date): { activationCode: string; credential: Credential } {
  const activationCode = formatActivationCode(randomBytes(64))
  const credential = {
    password_hash: null,
    activation_hash: sha256(normalizeActivationCode(activationCode)),
    activation_expires_at: new Date(now.getTime() + activationDays * 86_400_000),
    changed_at: now,
  }
  return { activationCode, credential }
}

export const addCredential = (db: Db, row: Credential & { org_id: string; member_id: string; login: string }) =>
  db.insertInto('organisation_credentials').values(row).execute()

export const changeCredential = (db: Db, orgId: string, memberId: string, change: Credential) =>
  db.updateTable('organisation_credentials').set(change).where('org_id', '=', orgId).where('member_id', '=', memberId).execute()

/** Uses an activation code up: false when somebody else just did. */
export async function spendActivation(
  db: Db,
  orgId: string,
  memberId: string,
  activationHash: string,
  passwordHash: string,
  now: Date,
): Promise<boolean> {
  const spent = await db
    .updateTable('organisation_credentials')
    .set({ password_hash: passwordHash, activation_hash: null, activation_expires_at: null, changed_at: now })
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('activation_hash', '=', activationHash)
    .returning('member_id')
    .executeTakeFirst()
  return spent !== undefined
}

export const findThrottles = async (db: Db, subjects: string[]): Promise<Map<string, Throttle>> => {
  const rows = await db.selectFrom('directory_throttles').selectAll().where('subject', 'in', subjects).execute()
  return new Map(rows.map((row) => [row.subject, row]))
}

export const forgetGuesses = (db: Db, subject: string) => db.deleteFrom('directory_throttles').where('subject', '=', subject).execute()

/** Takes back one guess that was counted and turned out right. */
export const uncountGuess = (db: Db, subject: string) =>
  db
    .updateTable('directory_throttles')
    .set((row) => ({ failures: row('failures', '-', 1) }))
    .where('subject', '=', subject)
    .where('failures', '>', 0)
    .execute()

interface SessionRow {
  org_id: string
  token_hash: string
  session_id: string
  member_id: string
  device: string
  started_at: Date
  expires_at: Date
}

export const addSession = (db: Db, row: SessionRow) => db.insertInto('sessions').values(row).execute()

export const listSessions = (db: Db, orgId: string, memberId: string, now: Date) =>
  db
    .selectFrom('sessions')
    .select(['session_id', 'device', 'started_at', 'expires_at'])
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('expires_at', '>', now)
    .orderBy('started_at', 'desc')
    .execute()

/** Ends one of the person's own sessions; false when there is none. */
export async function endSessionRow(db: Db, orgId: string, memberId: string, sessionId: string): Promise<boolean> {
  const ended = await db
    .deleteFrom('sessions')
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('session_id', '=', sessionId)
    .returning('session_id')
    .executeTakeFirst()
  return ended !== undefined
}

/** Ends every session of a person, except perhaps the one they are using. */
export const endSessions = (db: Db, orgId: string, memberId: string, except: string | null) =>
  db
    .deleteFrom('sessions')
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .$if(except !== null, (query) => query.where('session_id', '<>', except ?? ''))
    .execute()
