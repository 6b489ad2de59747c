import { sql } from 'kysely'
import type { Actor } from './action'
import { batch } from './batch'
import type { Database } from './database'
import { isId, newSecret, sha256 } from './ids'

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

interface Look {
  orgId: string
  tokenHash: string
  now: Date
}

/**
 * Finds who a token belongs to. Sessions are read each time, so that one that was ended stops at once;
 * requests that arrive together share the round trip.
 */
export function sessionFinder(database: Database) {
  const find = batch<Look, Actor | null>(
    (look) => look.orgId,
    (looks) => findSessions(database, looks),
  )
  return async (token: string, now: Date): Promise<Actor | null> => {
    const orgId = token.slice(0, 36)
    if (!isId(orgId)) return null
    return find({ orgId, tokenHash: sha256(token), now })
  }
}

async function findSessions(database: Database, looks: Look[]): Promise<(Actor | null)[]> {
  const first = looks[0]
  if (!first) return []
  const hashes = looks.map((look) => look.tokenHash)
  const { rows } = await sql<{
    token_hash: string
    session_id: string
    expires_at: Date
    member_id: string
    name: string
    unit_id: string
    group_id: string | null
  }>`
    select s.token_hash, s.session_id, s.expires_at, m.member_id, m.name, m.unit_id, m.group_id
    from sessions s
    join organisation_members m on m.org_id = ${first.orgId} and m.member_id = s.member_id
    where s.org_id = ${first.orgId} and s.token_hash = any(${hashes}::text[]) and m.erased_at is null`.execute(database.db)
  const byHash = new Map(rows.map((row) => [row.token_hash, row]))
  return looks.map((look) => {
    const row = byHash.get(look.tokenHash)
    if (!row || row.expires_at <= look.now) return null
    return {
      orgId: look.orgId,
      memberId: row.member_id,
      sessionId: row.session_id,
      name: row.name,
      unitId: row.unit_id,
      groupId: row.group_id,
    }
  })
}
