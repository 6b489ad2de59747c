import type { Implementation } from '../kernel/action'
import { feedActions } from './feed-actions'
import { inboxActions } from './inbox-actions'

export const remindersActions: Implementation[] = [...inboxActions, ...feedActions]
