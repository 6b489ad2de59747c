import { day, defineRead, defineWrite, id, line, moment, paragraphs, z } from '../kernel/contract'
import { evidenceSent, evidenceShown, pairingKinds, projectKinds, projectStates, submission, year } from './contract'

/** 先锋岗示范项 (三创三服务): what somebody sets out to achieve in a year, in steps, and what came of it. */

/** One or two a member and year (domain.md); drafts and stopped ones take no place. */
export const mostProjects = 2
export const mostMilestones = 8

const written = (max: number) => paragraphs(max).check(z.minLength(1, '请填写'))

/**
 * Writes a draft, or changes one; only its owner sees it. `dueOn` lies in the year, no milestone is due after it. The milestones are
 * these and no others from now on, in this order.
 */
export const saveProject = defineWrite({
  name: 'showcase.saveProject',
  input: {
    projectId: z.optional(id),
    year,
    kind: z.enum(projectKinds),
    name: line(40),
    goal: written(500),
    dueOn: day,
    milestones: z
      .array(z.strictObject({ text: line(100), dueOn: day }))
      .check(z.minLength(1, '请至少填写一个节点'), z.maxLength(mostMilestones, `最多 ${mostMilestones} 个节点`)),
  },
  output: { projectId: id },
  refusals: ['PARTY_MEMBERS_ONLY', 'NOT_A_DRAFT'],
})

/** Throws a draft away. */
export const discardProject = defineWrite({
  name: 'showcase.discardProject',
  input: { projectId: id },
  output: {},
  refusals: ['NOT_A_DRAFT'],
})

/** Puts a draft before the branch; approved, it is running. */
export const proposeProject = defineWrite({
  name: 'showcase.proposeProject',
  input: { projectId: id },
  output: { submissionId: id },
  refusals: ['PARTY_MEMBERS_ONLY', 'NOT_A_DRAFT', 'PROJECTS_FULL'],
})

/** Says how a step of a running project was done; shown at once. Repeated, it says it anew and keeps the first day. */
export const meetMilestone = defineWrite({
  name: 'showcase.meetMilestone',
  input: { milestoneId: id, note: written(500), evidence: evidenceSent },
  output: {},
  refusals: ['PROJECT_NOT_RUNNING', 'ALREADY_WAITING', 'FILE_MISSING'],
})

/** Puts what came of a running project before the branch, with evidence, once each milestone is met; it counts once it is accepted. */
export const reportResult = defineWrite({
  name: 'showcase.reportResult',
  input: { projectId: id, result: written(1000), evidence: evidenceSent },
  output: { submissionId: id },
  refusals: ['PROJECT_NOT_RUNNING', 'MILESTONES_OPEN', 'EVIDENCE_WANTED', 'ALREADY_WAITING', 'FILE_MISSING'],
})

/** Ends a running project without a result; the reason stays visible. */
export const stopProject = defineWrite({
  name: 'showcase.stopProject',
  input: { projectId: id, reason: line(200) },
  output: {},
  refusals: ['PROJECT_NOT_RUNNING', 'ALREADY_WAITING'],
})

const summary = {
  projectId: id,
  year,
  kind: z.enum(projectKinds),
  name: z.string(),
  goal: z.string(),
  dueOn: day,
  state: z.enum(projectStates),
  /** What of it waits for the branch now; for its owner and the branch's officers, null for everybody else. */
  waiting: z.nullable(z.enum(['project', 'project-result'])),
  /** Why it was returned, or its approval undone, last, where nothing was decided since; for the same people. */
  returned: z.nullable(z.string()),
}

/**
 * Somebody's projects of a year (the caller's own of this year by default), by due day. Everybody in the organisation sees what the
 * branch approved; its owner sees the drafts too, the branch's officers what waits for them. `today` is the server's day in China.
 */
export const projects = defineRead({
  name: 'showcase.projects',
  input: { memberId: z.optional(id), year: z.optional(year) },
  output: {
    today: day,
    memberId: id,
    memberName: z.string(),
    year,
    /** Years there is something of, the latest first. */
    years: z.array(year),
    mine: z.boolean(),
    /** Whether the caller may begin another: their own page, and they are a member of the Party. */
    mayAdd: z.boolean(),
    projects: z.array(z.object({ ...summary, milestones: z.int(), met: z.int() })),
  },
})

/** One project, whole. NOT_FOUND for a draft of somebody else. `submissions` only for its owner and the branch's officers. */
export const project = defineRead({
  name: 'showcase.project',
  input: { projectId: id },
  output: {
    ...summary,
    today: day,
    memberId: id,
    memberName: z.string(),
    unitName: z.string(),
    mine: z.boolean(),
    /** Whether the caller decides on what of it is put before the branch, and may undo an approval. */
    mayDecide: z.boolean(),
    startedAt: z.nullable(moment),
    /** When it was accepted, or stopped. */
    settledAt: z.nullable(moment),
    stopReason: z.nullable(z.string()),
    milestones: z.array(
      z.object({
        milestoneId: id,
        text: z.string(),
        dueOn: day,
        metAt: z.nullable(moment),
        note: z.nullable(z.string()),
        evidence: evidenceShown,
      }),
    ),
    /** Before it is accepted only for its owner and the branch's officers. */
    result: z.nullable(z.object({ text: z.string(), evidence: evidenceShown })),
    /** What of its owner's pairings serves it, or did. */
    pairings: z.array(z.object({ pairingId: id, kind: z.enum(pairingKinds), name: z.string(), endedAt: z.nullable(moment) })),
    submissions: z.array(submission),
  },
})
