import { peopleActions } from './people-actions'
import { privacyActions } from './privacy-actions'
import { rosterActions } from './roster-actions'
import { signInActions } from './sign-in-actions'
import { wechatActions } from './wechat-actions'

export const organisationActions = [...signInActions, ...wechatActions, ...rosterActions, ...peopleActions, ...privacyActions]
