import type { Motion } from './motion'
import type { World } from './world'

/** A motion as it is stored. */
export const motionRow = ({ database }: World, { motionId }: Motion) =>
  database.db.selectFrom('motions').selectAll().where('motion_id', '=', motionId).executeTakeFirstOrThrow()

/** The votes on it as they are stored, by member. */
export async function votesOn({ database }: World, { motionId }: Motion) {
  const rows = await database.db.selectFrom('motions_votes').selectAll().where('motion_id', '=', motionId).execute()
  return new Map(rows.map((row) => [row.member_id, row]))
}
