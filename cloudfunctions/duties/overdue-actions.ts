import { type Context, type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { toMoment } from '../kernel/clock'
import { permit, permittedUnits } from '../kernel/permit'
import { titlesWithin } from '../meetings'
import { boardUnits } from './board-units'
import * as contract from './overdue-contract'
import { countOverdue, findUnitName, type LatePerson, listOverdue, listUnits } from './overdue-queries'

/** What a branch has let pass: numbers for whoever looks after it, names for whoever answers for it. */
export const overdueActions: Implementation[] = [
  read(contract.overdueBoard, async (_, context) => {
    const { db, actor, now } = context
    const units = boardUnits(await listUnits(db, actor.orgId, await permittedUnits(context)))
    const named = new Set(await namedUnits(context))
    const tallies = await countOverdue(
      db,
      actor.orgId,
      units.map(({ unitId }) => unitId),
      now,
    )
    const lines = units.map(({ unitId, name }) => {
      const own = tallies.filter((tally) => tally.unitId === unitId)
      const counts = contract.boardKinds.flatMap((kind) => {
        const count = own.find((tally) => tally.kind === kind)?.count
        return count ? [{ kind, count }] : []
      })
      return { unitId, unitName: name, named: named.has(unitId), people: own.find(({ kind }) => !kind)?.count ?? 0, counts }
    })
    return { now: toMoment(now), units: lines.sort((a, b) => b.people - a.people) }
  }),

  read(contract.overdue, async ({ unitId, after }, context) => {
    await permit(context, { unitId })
    const { db, actor, now } = context
    const place = after ? { at: new Date(after.at), key: after.key } : null
    const found = await listOverdue(db, actor.orgId, unitId, now, place, contract.mostOverduePeople + 1)
    const people = found.slice(0, contract.mostOverduePeople)
    const titles = await titlesWithin(db, actor.orgId, unitId, meetingsOf(people))
    return {
      now: toMoment(now),
      unitName: await findUnitName(db, actor.orgId, unitId),
      people: people.map(({ since, duties, ...person }) => ({
        ...person,
        since: toMoment(since),
        duties: duties.map((duty) => ({
          ...duty,
          title: duty.kind === 'make-up' ? (titles.get(duty.subjectId) ?? null) : duty.title,
          dueAt: toMoment(new Date(duty.dueAt)),
        })),
      })),
      more: found.length > contract.mostOverduePeople,
    }
  }),
]

const meetingsOf = (people: readonly LatePerson[]) =>
  people.flatMap(({ duties }) => duties.flatMap(({ kind, subjectId }) => (kind === 'make-up' ? [subjectId] : [])))

/** Where the caller may see names; nowhere for whoever only looks after branches. */
async function namedUnits(context: Context): Promise<string[]> {
  try {
    return await permittedUnits({ ...context, action: contract.overdue })
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_ALLOWED') return []
    throw error
  }
}
