import { peopleActions } from './people-actions'
import { privacyActions } from './privacy-actions'
import { rosterActions } from './roster-actions'
import { signInActions } from './sign-in-actions'

export const organisationActions = [...signInActions, ...rosterActions, ...peopleActions, ...privacyActions]
