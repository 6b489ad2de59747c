import { type Context, type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import { may, permit, permittedUnits } from '../kernel/permit'
import { listLines } from './ballot-queries'
import { listSubjects } from './closing-queries'
import * as contract from './contract'
import { findRater } from './issue-queries'
import { findRound, type RoundRow, secretKeyOf } from './queries'
import { isSubject, listIssued, listResults, listRounds, listVoided, type ResultRow } from './result-queries'
import { medianOf } from './tally'
import { partFor, type Rater } from './who-rates'

/** What rounds there are, and what the closed ones came to. */
export const resultActions: Implementation[] = [
  read(contract.rounds, async (_, context) => {
    const { db, actor, now } = context
    const managed = await unitsToManage(context)
    const rows = await listRounds(db, actor.orgId, actor.memberId, managed)
    return {
      now: toMoment(now),
      rounds: rows.map((row) => ({ ...withMoments(row), mayManage: managed.includes(row.unitId) })),
    }
  }),

  read(contract.results, async ({ roundId }, context) => {
    const { db, actor } = context
    const { round, rater, manages } = await readClosed(context, roundId)
    const all = await listResults(db, actor.orgId, roundId)
    const lines = round.comments ? await listLines(db, actor.orgId, roundId) : []
    const visible = all.filter(
      (each) => manages || each.subjectId === actor.memberId || (rater && partFor(round.template, rater, each) !== null),
    )
    return {
      ...withMoments(round),
      minimumBallots: round.minimumBallots,
      subjects: visible.map((each) => ({
        ...shown(each),
        mine: each.subjectId === actor.memberId,
        median: medianOf(all.flatMap(({ unitId, score }) => (unitId === each.unitId && score !== null ? [score] : []))),
        comments: commentsOn(each, lines, round.minimumBallots),
      })),
    }
  }),

  read(contract.exportRound, async ({ roundId }, context) => {
    const { db, actor } = context
    const { round } = await readClosed(context, roundId)
    const { template, title, criteria, minimumBallots, publicKey } = round
    const secretKey = await secretKeyOf(db, actor.orgId, roundId)
    const lines = await listLines(db, actor.orgId, roundId)
    return {
      ...{ roundId, template, title, criteria, minimumBallots, publicKey: publicKey ?? '', secretKey: secretKey ?? '' },
      subjects: await listSubjects(db, actor.orgId, roundId),
      caps: capsOf(await listResults(db, actor.orgId, roundId)),
      issued: await listIssued(db, actor.orgId, roundId),
      voided: await listVoided(db, actor.orgId, roundId),
      lines: lines.map(({ subjectId, part, serial, marks }) => ({ subjectId, part, serial, marks })),
    }
  }),
]

interface Closed {
  round: RoundRow
  rater: Rater | undefined
  manages: boolean
}

/** For its raters, its subjects and the officers of its unit, once it is closed. */
async function readClosed(context: Context, roundId: string): Promise<Closed> {
  const { db, actor } = context
  const round = await findRound(db, actor.orgId, roundId)
  if (!round) throw new AppError('NOT_FOUND')
  const rater = await findRater(db, actor.orgId, roundId, actor.memberId)
  const participant = rater !== undefined || (await isSubject(db, actor.orgId, roundId, actor.memberId))
  await permit(context, { unitId: round.unitId, participant })
  if (round.state !== 'closed') throw new AppError('ROUND_NOT_CLOSED')
  return { round, rater, manages: await may(context, contract.openRound.name, { unitId: round.unitId }) }
}

async function unitsToManage(context: Context): Promise<string[]> {
  try {
    return await permittedUnits({ ...context, action: contract.openRound })
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_ALLOWED') return []
    throw error
  }
}

const capsOf = (results: readonly ResultRow[]) =>
  results.flatMap(({ subjectId, cap, capReason }) => (cap ? [{ memberId: subjectId, grade: cap, reason: capReason ?? '' }] : []))

function shown({ tallies: { dropped, ...tallies }, ballots, issued, cap: _, ...rest }: ResultRow) {
  const parts = Object.entries(tallies) as [keyof typeof tallies, NonNullable<(typeof tallies)['all']>][]
  return { ...rest, ballots, issued, overfull: ballots > issued, dropped, tallies: parts.map(([part, tally]) => ({ part, ...tally })) }
}

/** By serial, which is chance: an order that says nothing of when or who. */
function commentsOn({ subjectId, ballots }: ResultRow, lines: Awaited<ReturnType<typeof listLines>>, least: number): string[] {
  if (ballots < least) return []
  return lines.flatMap((line) => (line.subjectId === subjectId && line.comment ? [line.comment] : []))
}

const withMoments = <Row extends { closesAt: Date; closedAt: Date | null }>(row: Row) => ({
  ...row,
  closesAt: toMoment(row.closesAt),
  closedAt: toMomentOrNull(row.closedAt),
})
