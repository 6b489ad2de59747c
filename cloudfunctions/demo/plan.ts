import { meetingsOfNextDays, meetingsOfToday } from './coming-meetings'
import { planOrganisation } from './organisation-plan'
import { holdMeeting } from './past-attendance'
import { factsOf } from './past-facts'
import { pastYear } from './past-year'
import { branchesOf } from './roster'
import { planShowcase } from './showcase'
import { planSignIns } from './sign-ins'

/** Everything the demo starts with, as rows of the tables; the same for the same moment, on every machine. */
export function planDemo(today: Date) {
  const organisation = planOrganisation()
  const branches = branchesOf(organisation)
  const held = branches.flatMap((branch) => pastYear(branch, today)).map((occasion) => holdMeeting(occasion, today))
  const showcase = planShowcase(branches, today)
  const facts = held.flatMap(({ meetings, lines }) => meetings.flatMap((meeting) => factsOf(meeting, lines)))
  const soon = meetingsOfToday(branches, today)
  const later = meetingsOfNextDays(branches, today)
  return {
    ...organisation,
    signIns: planSignIns(organisation),
    meetings: [...held, soon, later].flatMap(({ meetings }) => meetings),
    lines: [...held, soon, later].flatMap(({ lines }) => lines),
    leave: [...held, later].flatMap(({ leave }) => leave),
    facts: [...facts, ...showcase.facts],
    showcase,
  }
}
