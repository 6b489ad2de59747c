export { joinedMembers } from './birthday-queries'
export { decideSubmission } from './decide'
export { unsettledPledges } from './duty-queries'
export { evidenceOf } from './evidence'
export { countWaiting, listWaiting, ownersOf, type SubmissionRow } from './submission-queries'

/** The questions other features may ask about 三亮; approvals decides through them. */
