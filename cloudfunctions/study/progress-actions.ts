import { type Context, type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import { may, permit } from '../kernel/permit'
import { countByUnit, listMembers, listPeople, listTasks } from './progress-queries'
import { creditedMinutes } from './reading-queries'
import { hoursWantedOf, yearSpan } from './study-year'
import * as contract from './task-contract'
import { findTask, type TaskRow } from './task-queries'
import { toShown } from './task-view'

/** As many tasks of a unit are told at once. */
const mostListed = 50

/** How far the people of a unit have come: in numbers for whoever stands above it, by name for those who answer for them. */
export const progressActions: Implementation[] = [
  read(contract.tasks, async ({ unitId }, context) => {
    const { db, actor, now } = context
    await permit(context, { unitId })
    const mayManage = await may(context, contract.saveTask.name, { unitId })
    const rows = await listTasks(db, actor.orgId, unitId, { drafts: mayManage, limit: mostListed + 1 })
    return { now: toMoment(now), mayManage, tasks: rows.slice(0, mostListed).map(toShown), more: rows.length > mostListed }
  }),

  read(contract.progress, async ({ taskId, unitId }, context) => {
    const { db, actor, now } = context
    await permit(context, { unitId })
    const task = await findTask(db, actor.orgId, taskId)
    const units = await countByUnit(db, actor.orgId, taskId, unitId)
    const shown = toShown(tellable(task, unitId, units.length > 0))
    const sum = (count: 'assigned' | 'finished') => units.reduce((total, unit) => total + unit[count], 0)
    return {
      ...{ ...shown, assigned: sum('assigned'), finished: sum('finished') },
      ...{ now: toMoment(now), units, mayName: await may(context, contract.people.name, { unitId }) },
    }
  }),

  read(contract.people, async ({ taskId, unitId }, context) => {
    await permit(context, { unitId })
    const rows = await listPeople(context.db, context.actor.orgId, taskId, unitId)
    tellable(await findTask(context.db, context.actor.orgId, taskId), unitId, rows.length > 0)
    return { people: rows.map((row) => ({ ...row, doneAt: toMomentOrNull(row.doneAt) })) }
  }),

  read(contract.hours, async ({ unitId, year }, context) => {
    await permit(context, { unitId })
    return { people: await hoursIn(context, unitId, year) }
  }),
]

/** A task that is none of this unit's is told nothing of; throws NOT_FOUND. */
function tellable(task: TaskRow | undefined, unitId: string, given: boolean): TaskRow {
  if (!task || (task.unitId !== unitId && !given)) throw new AppError('NOT_FOUND')
  return task
}

async function hoursIn({ db, actor }: Context, unitId: string, year: number) {
  const members = await listMembers(db, actor.orgId, unitId)
  const { from, until } = yearSpan(year)
  const ids = members.map(({ memberId }) => memberId)
  const minutes = await creditedMinutes(db, actor.orgId, ids, from, until)
  return members
    .map(({ posts, ...member }) => ({ ...member, minutes: minutes.get(member.memberId) ?? 0, hoursWanted: hoursWantedOf(posts) }))
    .sort((one, other) => one.minutes - other.minutes)
}
