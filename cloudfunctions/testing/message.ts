import { newId } from '../kernel/ids'
import type { Row } from '../kernel/schema'
import { type Organisation, type Person, roleNames } from './organisation'
import type { World } from './world'

type Given = Partial<Omit<Row<'reminders_messages'>, 'org_id' | 'member_id'>>

/** A message in somebody's inbox, of something due tomorrow; answers its id. */
export async function addMessage({ database: { db }, clock }: World, { orgId, memberId }: Person, given: Given = {}): Promise<string> {
  const at = given.at ?? clock.now()
  const row = {
    ...{ org_id: orgId, message_id: newId(), member_id: memberId, kind: 'pledge' as const, subject_id: newId(), step: 'day-1' },
    ...{ due_at: at, title: '承诺明天到期', text: '窗口不让群众多跑一趟', at, read_at: null, outside_at: null },
    ...given,
  }
  await db.insertInto('reminders_messages').values(row).execute()
  return row.message_id
}

/** The one that `addMessageForEach` wrote to this person. */
export const messageTo = ({ memberId }: Person) => memberId

/** A message to everybody of an organisation, under an id that follows from whose it is. */
export async function addMessageForEach(world: World, organisation: Organisation): Promise<void> {
  for (const role of roleNames) await addMessage(world, organisation[role], { message_id: messageTo(organisation[role]) })
}
