import type { Context } from './action'
import type { Db } from './database'

interface Author extends Pick<Context, 'now' | 'newId'> {
  action: { name: string }
  db: Db
  actor: { orgId: string; memberId: string | null }
}

/** Keeps who changed what, when and why, in the transaction of the change. `detail` holds no secret. */
export async function record(context: Author, subjectId: string | null, detail: Record<string, unknown> = {}): Promise<void> {
  await context.db
    .insertInto('audit_entries')
    .values({
      org_id: context.actor.orgId,
      entry_id: context.newId(),
      at: context.now,
      actor_id: context.actor.memberId,
      action: context.action.name,
      subject_id: subjectId,
      detail: JSON.stringify(detail),
    })
    .execute()
}
