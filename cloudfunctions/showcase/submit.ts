import type { WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import type { SubmissionContent } from './contract'
import type { Owner } from './owner-queries'
import { addSubmission, isWaiting } from './submission-queries'

/** Puts something of a locked owner before their branch. Throws ALREADY_WAITING where it is there already. */
export async function submit(
  { db, actor, now, newId }: Pick<WriteContext, 'db' | 'now' | 'newId'> & { actor: { orgId: string } },
  { memberId, unitId }: Owner,
  subjectId: string,
  content: SubmissionContent,
): Promise<string> {
  if (await isWaiting(db, actor.orgId, subjectId)) throw new AppError('ALREADY_WAITING')
  const submissionId = newId()
  await addSubmission(db, {
    ...{ org_id: actor.orgId, submission_id: submissionId, unit_id: unitId, member_id: memberId },
    ...{ kind: content.kind, subject_id: subjectId, content, submitted_at: now },
  })
  return submissionId
}
