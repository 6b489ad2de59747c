import { type Implementation, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { decideSubmission } from '../showcase'
import * as contract from './contract'

/** One inbox for whoever decides: everything that waits, from whichever feature. */
export const approvalsActions: Implementation[] = [
  write(contract.decide, async ({ items, decision, reason = null }, context) => {
    if (decision === 'returned' && !reason) throw new AppError('INVALID_INPUT', { reason: '请写明退回的原因' })
    let decided = 0
    for (const { submissionId } of items) if (await decideSubmission(context, submissionId, decision, reason)) decided++
    return { decided, already: items.length - decided }
  }),
]
