import { record } from '../kernel/audit'
import type { Db } from '../kernel/database'
import { newId } from '../kernel/ids'
import { addCredential, newActivation } from './credential-queries'
import { addMemberRow, addPost, addUnitRow, claimLogin } from './queries'

export interface Founding {
  name: string
  administrator: { name: string; login: string }
}

/**
 * A new organisation: its committee and the administrator, who sets up everything else.
 * Null, and nothing is written, where the sign-in name is taken.
 */
export async function foundOrganisation(
  db: Db,
  { name, administrator }: Founding,
  now: Date,
): Promise<{ orgId: string; activationCode: string } | null> {
  const [org_id, unit_id, member_id] = [newId(), newId(), newId()]
  if (!(await claimLogin(db, administrator.login, org_id, member_id))) return null
  await db.insertInto('organisations').values({ org_id, name, demo: false, created_at: now }).execute()
  await addUnitRow(db, { org_id, unit_id, kind: 'committee', name: '党委', parent_id: null, created_at: now })
  const person = { org_id, member_id, unit_id, group_id: null, name: administrator.name, standing: 'full' as const, created_at: now }
  await addMemberRow(db, person)
  await addPost(db, { org_id, unit_id, member_id, post: 'administrator', since: now })
  const { activationCode, credential } = newActivation(now)
  await addCredential(db, { org_id, member_id, login: administrator.login, ...credential })
  // The trail begins here; nobody was signed in.
  const author = { db, now, newId, action: { name: 'organisation.found' }, actor: { orgId: org_id, memberId: null } }
  await record(author, member_id, { unitId: unit_id })
  return { orgId: org_id, activationCode }
}
