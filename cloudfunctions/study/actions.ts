import { progressActions } from './progress-actions'
import { readingActions } from './reading-actions'
import { taskActions } from './task-actions'

export const studyActions = [...readingActions, ...taskActions, ...progressActions]
