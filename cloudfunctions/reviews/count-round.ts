import { appraisalScore, gradesOf } from './appraisal'
import { type Grade, type Part, parts, type Template } from './contract'
import { type Criterion, type Tally, tallyOf } from './tally'

/** A ballot of a closed round, as it is published. */
export interface Line {
  subjectId: string
  part: Part
  serial: string
  marks: readonly number[]
}

/** The best grade left to somebody who crossed a line (底线). */
export interface Cap {
  memberId: string
  grade: Grade
  reason: string
}

export interface ClosedRound {
  template: Template
  criteria: readonly Criterion[]
  minimumBallots: number
  subjects: readonly { subjectId: string; unitId: string; name: string }[]
  caps: readonly Cap[]
  lines: readonly Line[]
}

export interface Counted {
  subjectId: string
  unitId: string
  name: string
  ballots: number
  /** Two decimals; null with too few ballots. */
  score: string | null
  /** Only of an appraisal. */
  grade: Grade | null
  /** All ballots together; of an appraisal each part by itself, since together they would be weighed wrongly. */
  tallies: Partial<Record<Part | 'all', Tally>>
  /** Parts of an appraisal with too few ballots. */
  dropped: Part[]
}

/** What a round came to, from its published lines alone: what the server counts at the close, and anybody again at home. */
export function countRound(round: ClosedRound): Counted[] {
  const lines = new Map<string, Line[]>()
  for (const line of round.lines) {
    const group = lines.get(line.subjectId)
    if (group) group.push(line)
    else lines.set(line.subjectId, [line])
  }
  const counted = round.subjects.map((subject) => {
    const own = lines.get(subject.subjectId) ?? []
    return { ...subject, ballots: own.length, ...(round.template === 'appraisal' ? countParts(round, own) : countAll(round, own)) }
  })
  const grades = round.template === 'appraisal' ? gradesByBranch(counted, round.caps) : undefined
  return counted.map((each) => ({ ...each, grade: grades?.get(each.subjectId) ?? null }))
}

type Result = Pick<Counted, 'score' | 'tallies' | 'dropped'>

function countAll({ criteria, minimumBallots }: ClosedRound, lines: readonly Line[]): Result {
  const all = tallyOf(
    criteria,
    lines.map(({ marks }) => marks),
    minimumBallots,
  )
  return { score: all.score, tallies: { all }, dropped: [] }
}

function countParts({ criteria, minimumBallots }: ClosedRound, lines: readonly Line[]): Result {
  const ballots = parts.map((part) => ({ part, ballots: lines.filter((line) => line.part === part).map(({ marks }) => marks) }))
  const weighted = (marks: readonly number[]) => criteria.reduce((sum, { weight }, index) => sum + weight * (marks[index] ?? 0), 0)
  const scores = ballots.map(({ part, ballots }) => {
    const sum = ballots.reduce((all, marks) => all + weighted(marks), 0)
    return [part, { sum, ballots: ballots.length }] as const
  })
  const scale = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const { score, dropped } = appraisalScore(Object.fromEntries(scores), minimumBallots, scale)
  const tallies = ballots.map(({ part, ballots }) => [part, tallyOf(criteria, ballots, part === 'self' ? 1 : minimumBallots)] as const)
  return { score, tallies: Object.fromEntries(tallies), dropped }
}

/** The third is a branch's own: whoever is best in a large branch takes no place from a small one. */
function gradesByBranch(counted: readonly { subjectId: string; unitId: string; score: string | null }[], caps: readonly Cap[]) {
  const capOf = (memberId: string) => caps.find((cap) => cap.memberId === memberId)?.grade
  const unitIds = [...new Set(counted.map(({ unitId }) => unitId))]
  return new Map(
    unitIds.flatMap((unitId) => {
      const branch = counted.filter((each) => each.unitId === unitId)
      return [...gradesOf(branch.map(({ subjectId, score }) => ({ memberId: subjectId, score, cap: capOf(subjectId) })))]
    }),
  )
}
