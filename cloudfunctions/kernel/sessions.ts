import { sql } from 'kysely'
import type { Actor, SessionKey } from './action'
import { batch } from './batch'
import type { Database } from './database'
import { isId, newSecret, sha256 } from './ids'
import { planOnce } from './plan-once'

const lifetimeDays = 180

/** A new session's token, which only the device knows, and the row that recognises it. */
export function newSession(orgId: string, memberId: string, device: string, sessionId: string, now: Date) {
  const token = `${orgId}.${newSecret(32)}`
  const row = {
    org_id: orgId,
    token_hash: sha256(token),
    session_id: sessionId,
    member_id: memberId,
    device,
    started_at: now,
    expires_at: new Date(now.getTime() + lifetimeDays * 86_400_000),
  }
  return { token, row }
}

/** Null for anything that cannot be a token. */
export function sessionKey(token: string): SessionKey | null {
  const orgId = token.slice(0, 36)
  return isId(orgId) ? { orgId, tokenHash: sha256(token) } : null
}

/**
 * Joins the holders `p` of running sessions `t` to rows `s` that have a `token_hash` and a `now`.
 * Sessions are read each time, so that one that was ended stops at once.
 */
export const joinHolders = (orgId: string) => sql`
  join sessions t on t.org_id = ${orgId} and t.token_hash = s.token_hash and t.expires_at > s.now
  join organisation_members p on p.org_id = ${orgId} and p.member_id = t.member_id and p.erased_at is null`

interface Look extends SessionKey {
  now: Date
}

/** Finds who a session belongs to; requests that arrive together share the round trip. */
export const sessionFinder = (database: Database) =>
  batch<Look, Actor | null>(
    (look) => look.orgId,
    (looks) => findHolders(database, looks),
  )

async function findHolders(database: Database, looks: Look[]): Promise<(Actor | null)[]> {
  const orgId = looks[0]?.orgId ?? ''
  const { rows } = await sql<Omit<Actor, 'orgId'> & { position: number }>`${planOnce}
    select s.position::int, t.session_id as "sessionId", p.member_id as "memberId", p.name, p.unit_id as "unitId", p.group_id as "groupId"
    from unnest(
      ${looks.map((look) => look.tokenHash)}::text[],
      ${looks.map((look) => look.now.toISOString())}::timestamptz[]
    ) with ordinality as s (token_hash, now, position)
    ${joinHolders(orgId)}`.execute(database.db)
  const holders: (Actor | null)[] = looks.map(() => null)
  for (const { position, ...holder } of rows) holders[position - 1] = { orgId, ...holder }
  return holders
}
