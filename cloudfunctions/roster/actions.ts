import { exportActions } from './export-actions'
import { importActions } from './import-actions'

export const rosterActions = [...importActions, ...exportActions]
