import type { Part, Template } from './contract'

export interface Rater {
  memberId: string
  unitId: string
  part: Part
}

export interface Subject {
  subjectId: string
  /** The branch whose people rate them. */
  unitId: string
}

/**
 * As which part somebody rates a subject; null where they do not. Branch mates and the colleagues around them rate within their branch,
 * its committee (`organisation`) everybody in the round; oneself only in an appraisal.
 */
export function partFor(template: Template, { memberId, unitId, part }: Rater, subject: Subject): Part | null {
  if (memberId === subject.subjectId) return template === 'appraisal' ? 'self' : null
  return part === 'organisation' || unitId === subject.unitId ? part : null
}
