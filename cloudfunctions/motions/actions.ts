import { organiserActions } from './organiser-actions'
import { voterActions } from './voter-actions'

export const motionsActions = [...organiserActions, ...voterActions]
