import { submissionActions } from './submission-actions'

export const showcaseActions = [...submissionActions]
