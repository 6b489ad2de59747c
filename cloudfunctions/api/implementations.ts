import { approvalsActions } from '../approvals/actions'
import { dutiesActions } from '../duties/actions'
import { filesActions } from '../files/actions'
import { meetingsActions } from '../meetings/actions'
import { motionsActions } from '../motions/actions'
import { organisationActions } from '../organisation/actions'
import { remindersActions } from '../reminders/actions'
import { reviewsActions } from '../reviews/actions'
import { rosterActions } from '../roster/actions'
import { showcaseActions } from '../showcase/actions'
import { studyActions } from '../study/actions'

/** Every action the product answers, feature by feature. */
export const implementations = [
  ...organisationActions,
  ...rosterActions,
  ...filesActions,
  ...meetingsActions,
  ...motionsActions,
  ...showcaseActions,
  ...reviewsActions,
  ...studyActions,
  ...approvalsActions,
  ...dutiesActions,
  ...remindersActions,
]
