import { type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { toMoment } from '../kernel/clock'
import { may, permit, permittedUnits } from '../kernel/permit'
import { type BranchShape, byNeed, cadenceOf, monthStart, summaryOf, type Tally, yearOf } from './cadence'
import { cadence, cadenceBoard } from './cadence-contract'
import { countMeetings, listBranches, listCounted } from './cadence-queries'
import { schedule } from './contract'

const spanOf = (year: number) => ({ from: monthStart(year, 1), until: monthStart(year + 1, 1) })
const unitsOf = ({ unitId, groups }: BranchShape) => [unitId, ...groups.map((group) => group.unitId)]

/** What each branch owes of its regular meetings: one branch in full, many side by side. */
export const cadenceActions: Implementation[] = [
  read(cadence, async ({ unitId, year: asked }, context) => {
    await permit(context, { unitId })
    const { db, actor, now } = context
    const year = asked ?? yearOf(now)
    const [branch] = await listBranches(db, actor.orgId, [unitId])
    if (!branch) throw new AppError('NOT_A_BRANCH')
    const units = unitsOf(branch)
    const counted = await countMeetings(db, actor.orgId, units, spanOf(year), now)
    const meetings = await listCounted(db, actor.orgId, units, spanOf(year), now)
    return {
      unitId,
      unitName: branch.unitName,
      year,
      now: toMoment(now),
      mayArrange: await may(context, schedule.name, { unitId }),
      groups: branch.groups.map((group) => ({ unitId: group.unitId, name: group.name })),
      lines: cadenceOf(branch, counted, year, now),
      meetings: meetings.map((meeting) => ({ ...meeting, startsAt: toMoment(meeting.startsAt) })),
    }
  }),

  read(cadenceBoard, async ({ year: asked }, context) => {
    const unitIds = await permittedUnits(context)
    const { db, actor, now } = context
    const year = asked ?? yearOf(now)
    const branches = await listBranches(db, actor.orgId, unitIds)
    const counted = byUnit(await countMeetings(db, actor.orgId, branches.flatMap(unitsOf), spanOf(year), now))
    const lines = branches.map((branch) => {
      const own = unitsOf(branch).flatMap((unitId) => counted.get(unitId) ?? [])
      return { unitId: branch.unitId, unitName: branch.unitName, ...summaryOf(cadenceOf(branch, own, year, now), year, now) }
    })
    return { year, now: toMoment(now), branches: lines.sort(byNeed) }
  }),
]

function byUnit(tallies: readonly Tally[]): Map<string, Tally[]> {
  const found = new Map<string, Tally[]>()
  for (const tally of tallies) found.set(tally.unitId, [...(found.get(tally.unitId) ?? []), tally])
  return found
}
