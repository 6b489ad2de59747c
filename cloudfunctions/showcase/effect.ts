import type { WriteContext } from '../kernel/action'
import type { SubmissionContent, SubmissionKind } from './contract'
import type { Owner } from './owner-queries'

/** What is decided on: `owner` is locked, `content` is what was submitted. */
export interface Decided<Kind extends SubmissionKind> {
  submissionId: string
  subjectId: string
  unitId: string
  submittedAt: Date
  owner: Owner
  content: Extract<SubmissionContent, { kind: Kind }>
}

/** What a decision of the branch does to the thing itself and which facts it writes; one for each kind of submission. */
export interface Effect<Kind extends SubmissionKind> {
  approve: (context: WriteContext, decided: Decided<Kind>) => Promise<void>
  /** It was returned, or its owner took it back: theirs to change again. */
  giveBack: (context: WriteContext, decided: Decided<Kind>) => Promise<void>
  /** Undoes `approve` and reverses its facts; missing where an approval stands for good. */
  revoke?: (context: WriteContext, decided: Decided<Kind>, reason: string) => Promise<void>
}

export type Effects = { [Kind in SubmissionKind]: Effect<Kind> }
