import type { Context } from './action'
import type { Db } from './database'

interface Author extends Pick<Context, 'now' | 'newId'> {
  action: { name: string }
  db: Db
  actor: { orgId: string; memberId: string | null }
}

/** Keeps who changed what, when and why, in the transaction of the change. `detail` holds no secret. */
export const record = (context: Author, subjectId: string | null, detail: Record<string, unknown> = {}): Promise<void> =>
  recordEach(context, [{ subjectId, detail }])

/** The same for many changes at once. */
export async function recordEach(
  { db, actor, now, newId, action }: Author,
  changes: readonly { subjectId: string | null; detail: Record<string, unknown> }[],
): Promise<void> {
  if (!changes.length) return
  await db
    .insertInto('audit_entries')
    .values(
      changes.map(({ subjectId, detail }) => ({
        org_id: actor.orgId,
        entry_id: newId(),
        at: now,
        actor_id: actor.memberId,
        action: action.name,
        subject_id: subjectId,
        detail: JSON.stringify(detail),
      })),
    )
    .execute()
}
