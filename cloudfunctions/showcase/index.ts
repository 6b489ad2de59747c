export { decideSubmission } from './decide'
export { listWaiting, type SubmissionRow } from './submission-queries'

/** The questions other features may ask about 三亮; approvals decides through them. */
