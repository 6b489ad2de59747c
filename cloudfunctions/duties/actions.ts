import { type Implementation, read } from '../kernel/action'
import { toMoment } from '../kernel/clock'
import * as contract from './contract'
import { overdueActions } from './overdue-actions'
import { listMine } from './queries'

export const dutiesActions: Implementation[] = [
  read(contract.mine, async (_, { db, actor, now }) => {
    const rows = await listMine(db, actor.orgId, actor.memberId, contract.mostDuties + 1)
    const duties = rows.slice(0, contract.mostDuties).map(({ kind, subject_id, title, due_at }) => ({
      ...{ kind, subjectId: subject_id, title, dueAt: toMoment(due_at) },
    }))
    return { now: toMoment(now), duties, more: rows.length > contract.mostDuties }
  }),
  ...overdueActions,
]
