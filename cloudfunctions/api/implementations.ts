import { filesActions } from '../files/actions'
import { meetingsActions } from '../meetings/actions'
import { motionsActions } from '../motions/actions'
import { organisationActions } from '../organisation/actions'

/** Every action the product answers, feature by feature. */
export const implementations = [...organisationActions, ...filesActions, ...meetingsActions, ...motionsActions]
