import { useState } from 'react'
import { type BallotDraft, ballotDrafts, ballotKey, keptBallots, saveBallot } from '../platform/kept-ballots'
import { fitted, isWhole } from './marks'
import { prepareBallot } from './tokens'
import type { Round } from './words'

/** What one person gives one subject: entered, kept while entered, saved to be sent. */
export function useRating(memberId: string, round: Round, subject: Round['subjects'][number]) {
  const { roundId, orgId, publicKey, closesAt, criteria } = round
  const { subjectId, name, part } = subject
  const key = ballotKey({ memberId, roundId, subjectId })
  const kept = keptBallots.use()[key]
  const draft = ballotDrafts.use()[key]
  const marks = fitted(draft?.marks ?? kept?.content.marks, criteria.length)
  const comment = draft?.comment ?? kept?.content.comment ?? ''
  const [asked, setAsked] = useState(false)

  const change = (part: Partial<BallotDraft>) => ballotDrafts.set({ ...ballotDrafts.get(), [key]: { marks, comment, ...part } })
  /** Answers whether it could be saved. */
  const save = (): boolean => {
    setAsked(true)
    if (!isWhole(marks) || !publicKey) return false
    const content = { marks: [...marks], comment: comment.trim() }
    saveBallot({ memberId, orgId, roundId, subjectId, subjectName: name, part, publicKey, closesAt, content })
    const { [key]: _, ...others } = ballotDrafts.get()
    ballotDrafts.set(others)
    void prepareBallot(key)
    return true
  }
  return {
    marks,
    comment,
    kept,
    unsaved: draft !== undefined,
    /** Criteria that want a mark, once saving was tried. */
    missing: asked ? marks.filter((mark) => mark === null).length : 0,
    setMark: (index: number, mark: number) => change({ marks: marks.map((each, at) => (at === index ? mark : each)) }),
    setComment: (text: string) => change({ comment: text }),
    save,
  }
}
