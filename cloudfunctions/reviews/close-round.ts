import type { WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { countIssued, listLines, rewriteBallots } from './ballot-queries'
import { addResults, listSubjects, writeJoinedFacts, writeResultFacts } from './closing-queries'
import { type Cap, countRound } from './count-round'
import { changeRound, type RoundRow } from './queries'

/**
 * Ends a locked round: writes its ballots anew in random order, counts them, keeps the result of each subject and the facts.
 * Nothing about a single ballot was known before, and nothing about who cast it is known after. Throws CAP_NOT_A_SUBJECT.
 */
export async function closeAndCount(context: WriteContext, round: RoundRow, caps: readonly Cap[]) {
  const { db, actor, now } = context
  const { roundId } = round
  const subjects = await listSubjects(db, actor.orgId, roundId)
  if (!caps.every((cap) => subjects.some(({ subjectId }) => subjectId === cap.memberId))) throw new AppError('CAP_NOT_A_SUBJECT')
  await changeRound(db, actor.orgId, roundId, { state: 'closed', closed_at: now })
  const ballots = await rewriteBallots(db, actor.orgId, roundId)
  const issued = await countIssued(db, actor.orgId, roundId)
  const lines = await listLines(db, actor.orgId, roundId)
  await addResults(
    db,
    countRound({ ...round, subjects, lines, caps }).map(({ subjectId, ballots, score, grade, tallies, dropped }) => {
      const cap = caps.find((each) => each.memberId === subjectId)
      return {
        ...{ org_id: actor.orgId, round_id: roundId, subject_id: subjectId, ballots, score, grade, tallies: { ...tallies, dropped } },
        issued: issued.filter((each) => each.subjectId === subjectId).reduce((sum, each) => sum + each.issued, 0),
        ...{ cap: cap?.grade ?? null, cap_reason: cap?.reason ?? null },
      }
    }),
  )
  await writeJoinedFacts(context, round)
  await writeResultFacts(context, round)
  return { ballots, issued: issued.reduce((sum, each) => sum + each.issued, 0) }
}
