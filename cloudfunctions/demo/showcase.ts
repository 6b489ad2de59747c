import type { Branch } from './roster'
import { showIdentity } from './showcase-identity'
import { nothingShown, type Shown, showersOf } from './showcase-people'
import { showPledges } from './showcase-pledges'
import { showPerformance, showProject } from './showcase-results'

/** What every member of the Party in these branches shows of themselves this year, with something waiting in each branch. */
export function planShowcase(branches: Branch[], today: Date): Shown {
  const shown = nothingShown()
  for (const shower of branches.flatMap(showersOf)) {
    showIdentity(shown, shower, today)
    showPerformance(shown, shower, showPledges(shown, shower, today), today)
    showProject(shown, shower, today)
  }
  return shown
}
