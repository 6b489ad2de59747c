import type { World } from './world'

/** The facts about a pledge in the order they were written: `pledge-kept/service`, with `-` in front where it reverses one. */
export async function pledgeFacts({ database: { db } }: World, pledgeId: string): Promise<string[]> {
  const rows = await db.selectFrom('facts').selectAll().where('evidence_id', '=', pledgeId).execute()
  const order = (row: (typeof rows)[number]) => row.recorded_at.getTime() + (row.reverses_id ? 0.5 : 0)
  return rows
    .sort((one, other) => order(one) - order(other))
    .map(({ kind, filter, reverses_id }) => `${reverses_id ? '-' : ''}${kind}/${filter}`)
}
