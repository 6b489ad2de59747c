import { issueActions } from './issue-actions'
import { resultActions } from './result-actions'
import { roundActions } from './round-actions'

export const reviewsActions = [...roundActions, ...issueActions, ...resultActions]
