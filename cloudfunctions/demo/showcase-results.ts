import { addDays, dayOf, hoursBefore, momentOf } from './calendar'
import { between, chance, choose, idOf } from './chance'
import { orgId } from './organisation-plan'
import { fact, type Shower, type Shown, showLink, submit } from './showcase-people'
import type { DemoPledge } from './showcase-pledges'
import { type ProjectWords, projectWords } from './showcase-words'

const quarterEnds = ['03-31', '06-30', '09-30', '12-31']

/** 亮绩效: what came of the first published pledge, quarter by quarter; this quarter's of one person waits for the branch. */
export function showPerformance(shown: Shown, shower: Shower, pledges: DemoPledge[], today: Date): void {
  const { member, branch, seat } = shower
  const pledge = pledges.find(({ version }) => version > 0)
  if (!pledge) return
  quarterEnds.forEach((end, index) => {
    const year = pledge.year
    const over = momentOf(`${year}-${end}`, '18:00') < today
    const begun = index === 0 || momentOf(`${year}-${quarterEnds[index - 1]}`, '18:00') < today
    if (!begun || (!over && seat !== 12)) return
    const { unit, least, most, text } = pledge.words.figure
    const at = over ? momentOf(`${year}-${end}`, '16:00') : hoursBefore(today, 30)
    const verified_at = over ? momentOf(`${year}-${end}`, '17:30') : null
    const performance_id = idOf(`performance/${pledge.pledge_id}/${index}`, at)
    const figure = String(between(`figure/${performance_id}`, least, most))
    shown.performances.push({
      ...{ org_id: orgId, performance_id, member_id: member.member_id, unit_id: branch.unit.unit_id, year, quarter: index + 1 },
      ...{ pledge_id: pledge.pledge_id, project_id: null, text, figure, figure_unit: unit },
      ...{ state: over ? 'verified' : 'submitted', verified_at, created_at: at, changed_at: at },
    })
    showLink(shown, shower, performance_id, '季度台账', at)
    const content = { kind: 'performance', year, quarter: index + 1, about: pledge.text, text, figure, figureUnit: unit } as const
    submit(shown, shower, { subjectId: performance_id, at, content }, verified_at)
    if (verified_at) fact(shown, shower, 'performance-verified', performance_id, verified_at, pledge.category)
  })
}

/** 先锋岗示范项: one for two in five; those due are accepted, and the result of one waits for the branch. */
export function showProject(shown: Shown, shower: Shower, today: Date): void {
  const { member, seat } = shower
  if (seat !== 14 && chance(`project/${member.member_id}`) > 0.4) return
  const words = choose(`project/${member.member_id}`, projectWords)
  const due = seat === 14 ? '12-10' : choose(`project/${member.member_id}/due`, ['09-20', '10-31', '12-10', '12-20'])
  runProject(shown, shower, words, due, today)
}

function runProject(shown: Shown, shower: Shower, words: ProjectWords, due: string, today: Date) {
  const { member, branch, seat } = shower
  const year = Number(dayOf(today).slice(0, 4))
  const started = momentOf(`${year}-02-20`, '09:30')
  if (started >= today) return
  const due_on = `${year}-${due}`
  const project_id = idOf(`project/${member.member_id}`, started)
  const dueOf = (index: number) => addDays(due_on, -30 * (words.milestones.length - 1 - index))
  const waits = seat === 14
  const milestones = words.milestones.map((text, place) => {
    const metAt = momentOf(addDays(dueOf(place), -3), '17:00')
    const met = metAt < today || waits
    const met_at = met ? (metAt < today ? metAt : hoursBefore(today, 40)) : null
    const row = { org_id: orgId, milestone_id: idOf(`milestone/${project_id}/${place}`, started), project_id, place, text }
    return { ...row, due_on: dueOf(place), met_at, note: met_at && '按计划完成，资料已归档。' }
  })
  const acceptedAt = momentOf(addDays(due_on, 6), '15:30')
  const accepted = acceptedAt < today
  const { name, goal, kind, result } = words
  const content = { kind: 'project', year, projectKind: kind, name, goal, dueOn: due_on } as const
  const planned = milestones.map(({ text, due_on: dueOn }) => ({ text, dueOn }))
  submit(shown, shower, { subjectId: project_id, at: hoursBefore(started, 26), content: { ...content, milestones: planned } }, started)
  fact(shown, shower, 'project-started', project_id, started, kind)
  let resultId: string | null = null
  if (accepted || waits) {
    const at = accepted ? momentOf(addDays(due_on, 1), '11:00') : hoursBefore(today, 21)
    const shownResult = { kind: 'project-result', name, goal, result } as const
    resultId = submit(shown, shower, { subjectId: project_id, at, content: shownResult }, accepted ? acceptedAt : null)
    showLink(shown, shower, resultId, '项目总结', at)
    if (accepted) fact(shown, shower, 'project-accepted', project_id, acceptedAt, kind)
  }
  shown.milestones.push(...milestones)
  shown.projects.push({
    ...{ org_id: orgId, project_id, member_id: member.member_id, unit_id: branch.unit.unit_id, year, kind, name, goal, due_on },
    ...{ state: accepted ? 'accepted' : 'running', result: resultId && result, result_id: resultId, stop_reason: null },
    ...{ approved_at: started, settled_at: accepted ? acceptedAt : null, created_at: hoursBefore(started, 27), changed_at: started },
  })
}
