import type { Row } from '../kernel/schema'
import type { SubmissionContent } from '../showcase/contract'
import { idOf } from './chance'
import { orgId } from './organisation-plan'
import type { Branch } from './roster'
import type { Fact, Member } from './rows'

/** Somebody who shows themselves, and the officer who decides on it. */
export interface Shower {
  member: Member
  branch: Branch
  /** The secretary; the deputy for the secretary's own. */
  decidedBy: string
  /** Place among the branch's members of the Party, from 0; what each shows follows from it. */
  seat: number
}

/** What the demo's people show, as rows. */
export interface Shown {
  profiles: Row<'showcase_profiles'>[]
  claims: Row<'showcase_claims'>[]
  duties: Row<'showcase_duties'>[]
  pledges: Row<'showcase_pledges'>[]
  versions: Row<'showcase_pledge_versions'>[]
  notes: Row<'showcase_pledge_notes'>[]
  performances: Row<'showcase_performances'>[]
  projects: Row<'showcase_projects'>[]
  milestones: Row<'showcase_milestones'>[]
  pairings: Row<'showcase_pairings'>[]
  cards: Row<'showcase_cards'>[]
  tags: Row<'directory_cards'>[]
  words: Row<'showcase_words'>[]
  submissions: Row<'showcase_submissions'>[]
  evidence: Row<'showcase_evidence'>[]
  facts: Fact[]
}

export const nothingShown = (): Shown => ({
  ...{ profiles: [], claims: [], duties: [], pledges: [], versions: [], notes: [], performances: [], projects: [], milestones: [] },
  ...{ pairings: [], cards: [], tags: [], words: [], submissions: [], evidence: [], facts: [] },
})

export function showersOf(branch: Branch): Shower[] {
  const holderOf = (post: string) =>
    branch.posts.find((each) => each.post === post && each.unit_id === branch.unit.unit_id)?.member_id ?? ''
  const secretary = holderOf('secretary')
  return branch.people
    .filter(({ standing }) => standing === 'full' || standing === 'probationary')
    .map((member, seat) => ({
      ...{ member, branch, seat },
      decidedBy: member.member_id === secretary ? holderOf('deputy-secretary') : secretary,
    }))
}

/** What somebody put before the branch, decided two days later, or waiting still. */
export function submit(
  shown: Shown,
  { member, branch, decidedBy }: Shower,
  { subjectId, at, content, returned }: { subjectId: string; at: Date; content: SubmissionContent; returned?: string },
  decidedAt: Date | null,
): string {
  const submission_id = idOf(`submission/${subjectId}/${content.kind}`, at)
  const decided = { decided_at: decidedAt, decided_by: decidedAt && decidedBy, comment: returned ?? null }
  shown.submissions.push({
    ...{ org_id: orgId, submission_id, unit_id: branch.unit.unit_id, member_id: member.member_id, kind: content.kind },
    ...{ subject_id: subjectId, content, state: !decidedAt ? 'waiting' : returned ? 'returned' : 'approved', submitted_at: at, ...decided },
  })
  return submission_id
}

/** The fact an approval writes. */
export function fact(
  shown: Shown,
  { member, branch, decidedBy }: Shower,
  kind: string,
  evidenceId: string,
  at: Date,
  filter: string,
): void {
  shown.facts.push({
    ...{ org_id: orgId, fact_id: idOf(`fact/${kind}/${evidenceId}`, at), kind, member_id: member.member_id, unit_id: branch.unit.unit_id },
    ...{
      happened_at: at,
      evidence_id: evidenceId,
      filter,
      reverses_id: null,
      reason: null,
      quantity: null,
      author_id: decidedBy,
      recorded_at: at,
    },
  })
}

/** A page of the office's own ledger; the demo has no photos. */
export function showLink(shown: Shown, { member }: Shower, subject_id: string, title: string, added_at: Date): void {
  const url = `https://ledger.example.com/${subject_id.slice(-12)}`
  shown.evidence.push({ org_id: orgId, subject_id, place: 0, member_id: member.member_id, file_id: null, url, title, added_at })
}
