import { type Implementation, write } from '../kernel/action'
import * as contract from './contract'
import { revokeSubmission, takeBackSubmission } from './decide'

/** What becomes of a submission beside its decision, which is the approvals' own. */
export const submissionActions: Implementation[] = [
  write(contract.takeBack, async ({ submissionId }, context) => {
    await takeBackSubmission(context, submissionId)
    return {}
  }),

  write(contract.revoke, async ({ submissionId, reason }, context) => {
    await revokeSubmission(context, submissionId, reason)
    return {}
  }),
]
