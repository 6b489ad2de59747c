import { addDays, addMinutes, type Day, dayOf, type Month, workdayFrom } from './calendar'
import { choose } from './chance'
import { expectedLine, type Gatherings, minutesOf, type Occasion, roomOf, scheduledMeeting } from './occasion'
import { occasionOn } from './past-year'
import { type Branch, expectedAt } from './roster'
import type { Leave, Member } from './rows'
import { assembliesAtAnyTime, topicOf } from './topics'

const minute = 60_000

/** Ten minutes ahead, on the full minute: near enough to be opened at once. */
const soon = (now: Date) => new Date(Math.ceil(now.getTime() / minute) * minute + 10 * minute)

/** A meeting of each branch that its secretary can open at once: an assembly (with a quorum) or a theme-day, by turns. */
export function meetingsOfToday(branches: Branch[], now: Date): Gatherings {
  const startsAt = soon(now)
  const month = monthOf(dayOf(startsAt))
  const occasions = branches.map((branch): [Occasion, Member[]] => {
    const kind = branch.number % 2 ? 'assembly' : 'theme-day'
    const key = `today/${branch.unit.unit_id}/${now.toISOString()}`
    const [title] = kind === 'assembly' ? choose(key, assembliesAtAnyTime) : topicOf(kind, month, key)
    const place = roomOf(branch, branch.unit, month.month)
    return [{ key, branch, unit: branch.unit, kind, title, place, startsAt, minutes: minutesOf[kind] }, guestsOf(branch)]
  })
  return gather(occasions, now)
}

/** What is already on the calendar of the next days, and one request for leave that waits for the first secretary. */
export function meetingsOfNextDays(branches: Branch[], now: Date): Gatherings & { leave: Leave[] } {
  const inDays = (days: number) => workdayFrom(addDays(dayOf(now), days))
  const occasions = branches.flatMap((branch) => [
    occasionIn(inDays(2), 'committee-meeting', branch, branch.unit),
    ...branch.groups.map((group, index) => occasionIn(inDays(3 + (index % 2)), 'group-meeting', branch, group)),
    occasionIn(inDays(7), 'assembly', branch, branch.unit),
  ])
  const gatherings = gather(
    occasions.map((occasion) => [occasion, []]),
    addMinutes(now, -24 * 60),
  )
  return { ...gatherings, leave: waitingLeave(occasions, gatherings, now) }
}

function waitingLeave(occasions: Occasion[], { meetings }: Gatherings, now: Date): Leave[] {
  const index = occasions.findIndex(({ kind }) => kind === 'assembly')
  const [occasion, meeting] = [occasions[index], meetings[index]]
  if (!occasion || !meeting) return []
  // Not the administrator, nor anyone else with a post or on whom a visitor's first steps depend.
  const asker = expectedAt(occasion.branch, 'assembly', occasion.unit).find(({ standing }) => standing === 'probationary')
  if (!asker) return []
  const { org_id, meeting_id } = meeting
  const reason = '到市局参加新录用人员培训，当天无法返回'
  return [{ org_id, meeting_id, member_id: asker.member_id, reason, state: 'asked', asked_at: addMinutes(now, -25), ...undecided }]
}

const undecided = { decided_at: null, decided_by: null, decision: null }

function gather(occasions: (readonly [Occasion, Member[]])[], createdAt: Date): Gatherings {
  const gathered: Gatherings = { meetings: [], lines: [] }
  for (const [occasion, guests] of occasions) {
    const meeting = scheduledMeeting(occasion, createdAt)
    gathered.meetings.push(meeting)
    const people = [...expectedAt(occasion.branch, occasion.kind, occasion.unit), ...guests]
    gathered.lines.push(...people.map((member) => expectedLine(meeting, member)))
  }
  return gathered
}

/** Two activists and three colleagues, the first on the roster. */
const guestsOf = ({ people }: Branch): Member[] => [
  ...people.filter(({ standing }) => standing === 'activist').slice(0, 2),
  ...people.filter(({ standing }) => standing === 'colleague').slice(0, 3),
]

const occasionIn = (date: Day, kind: 'committee-meeting' | 'group-meeting' | 'assembly', branch: Branch, unit: Branch['unit']) =>
  occasionOn(date, monthOf(date), kind, branch, unit)

const monthOf = (date: Day): Month => ({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) })
