import type { Row } from '../kernel/schema'
import type { Outcome } from '../showcase/contract'
import { addDays, type Day, dayOf, hoursBefore, momentOf } from './calendar'
import { between, chance, choose, idOf } from './chance'
import { orgId } from './organisation-plan'
import { fact, type Shower, type Shown, showLink, submit } from './showcase-people'
import { noteTexts, outcomeWords, type PledgeWords, pledgeWords } from './showcase-words'

export type DemoPledge = Row<'showcase_pledges'> & { words: PledgeWords }

/** 亮承诺: two or three a year. One of the branch still waits for approval, one was returned, one is being revised, one wants to be settled. */
export function showPledges(shown: Shown, shower: Shower, today: Date): DemoPledge[] {
  const { member, seat } = shower
  const first = between(`pledges/${member.member_id}`, 0, pledgeWords.length - 1)
  const count = between(`pledges/${member.member_id}/count`, 2, 3)
  const made = Array.from({ length: count }, (_, index) => {
    const words = pledgeWords[(first + 2 * index) % pledgeWords.length] ?? pledgeWords[0]
    if (index === 0 && seat === 9) return draft(shown, shower, words, today, 'proposed')
    if (index === 0 && seat === 13) return draft(shown, shower, words, today, 'draft')
    return publish(shown, shower, words, today)
  })
  const open = made.filter(({ state }) => state === 'published')
  const [pledge] = open
  if (pledge && seat === 10) askRevision(shown, shower, pledge, today)
  if (pledge && seat === 11) askOutcome(shown, shower, pledge, today)
  return made
}

const yearOf = (today: Date) => Number(dayOf(today).slice(0, 4))
/** In the first days of a year, what is made in January is made by now. */
const inYear = (today: Date, monthAndDay: string, time: string) => {
  const at = momentOf(`${yearOf(today)}-${monthAndDay}`, time)
  return at < today ? at : hoursBefore(today, 1)
}

function textOf({ category, text, measure, target, due }: PledgeWords, today: Date) {
  return { category, text, measure, target, due_on: `${yearOf(today)}-${due}` as Day }
}
const contentOf = ({ category, text, measure, target, due_on }: ReturnType<typeof textOf>) => ({
  category,
  text,
  measure,
  target,
  dueOn: due_on,
})

function rowOf({ member, branch }: Shower, words: PledgeWords, today: Date, at: Date): DemoPledge {
  const key = { org_id: orgId, pledge_id: idOf(`pledge/${member.member_id}/${words.text}`, at), member_id: member.member_id }
  return {
    ...{ ...key, unit_id: branch.unit.unit_id, year: yearOf(today), ...textOf(words, today), state: 'draft', version: 0, progress: 0 },
    ...{ published_at: null, settled_at: null, outcome_text: null, outcome_id: null, created_at: at, changed_at: at, words },
  }
}

function draft(shown: Shown, shower: Shower, words: PledgeWords, today: Date, state: 'draft' | 'proposed'): DemoPledge {
  const at = hoursBefore(today, 28)
  const pledge: DemoPledge = { ...rowOf(shower, words, today, at), state }
  const content = { kind: 'pledge', ...contentOf(textOf(words, today)) } as const
  const returned = state === 'draft' ? { returned: '目标请写得再具体一些，写明每季度做到多少。' } : {}
  submit(shown, shower, { subjectId: pledge.pledge_id, at, content, ...returned }, state === 'draft' ? hoursBefore(today, 4) : null)
  shown.pledges.push(withoutWords(pledge))
  return pledge
}

function publish(shown: Shown, shower: Shower, words: PledgeWords, today: Date): DemoPledge {
  const proposedAt = inYear(today, '01-08', '10:00')
  const publishedAt = inYear(today, '01-10', '16:00')
  const pledge = rowOf(shower, words, today, proposedAt)
  const content = { kind: 'pledge', ...contentOf(textOf(words, today)) } as const
  submit(shown, shower, { subjectId: pledge.pledge_id, at: proposedAt, content }, publishedAt)
  const { org_id, pledge_id } = pledge
  shown.versions.push({
    org_id,
    pledge_id,
    version: 1,
    ...textOf(words, today),
    reason: null,
    approved_by: shower.decidedBy,
    approved_at: publishedAt,
  })
  fact(shown, shower, 'pledge-published', pledge_id, publishedAt, words.category)
  Object.assign(pledge, { state: 'published', version: 1, published_at: publishedAt, changed_at: publishedAt })
  advance(shown, shower, pledge, today)
  settle(shown, shower, pledge, today)
  shown.pledges.push(withoutWords(pledge))
  return pledge
}

/** A note after each quarter that is over, as far as time and a little chance have it. */
function advance(shown: Shown, shower: Shower, pledge: DemoPledge, today: Date) {
  const start = Date.parse(`${pledge.year}-01-01`)
  const whole = Date.parse(pledge.due_on) - start
  for (const monthAndDay of ['03-28', '06-26', '09-25', '11-13']) {
    const at = momentOf(`${pledge.year}-${monthAndDay}`, '17:20')
    if (at >= today || dayOf(at) > pledge.due_on) continue
    const pace = 0.8 + 0.3 * chance(`pace/${pledge.pledge_id}`)
    const progress = Math.min(95, 5 * Math.round((20 * pace * (at.getTime() - start)) / whole))
    const note_id = idOf(`note/${pledge.pledge_id}/${monthAndDay}`, at)
    const text = choose(`note/${note_id}`, noteTexts)
    shown.notes.push({ org_id: orgId, note_id, pledge_id: pledge.pledge_id, text, progress, at })
    if (chance(`evidence/${note_id}`) < 0.3) showLink(shown, shower, note_id, '工作台账', at)
    Object.assign(pledge, { progress, changed_at: at })
  }
}

/** What was due ten days ago is settled, but for one in fifteen that are overdue. */
function settle(shown: Shown, shower: Shower, pledge: DemoPledge, today: Date) {
  const reportedAt = momentOf(addDays(pledge.due_on, 2), '15:00')
  const verifiedAt = momentOf(addDays(pledge.due_on, 5), '10:30')
  if (verifiedAt >= today || chance(`late/${pledge.pledge_id}`) < 1 / 15) return
  const luck = chance(`outcome/${pledge.pledge_id}`)
  const outcome: Outcome = luck < 0.86 ? 'kept' : luck < 0.97 ? 'partly' : 'broken'
  const submissionId = reportOutcome(shown, shower, pledge, outcome, reportedAt, verifiedAt)
  const text = outcome === 'kept' ? pledge.words.done : outcomeWords[outcome]
  Object.assign(pledge, { state: outcome, settled_at: verifiedAt, outcome_text: text, outcome_id: submissionId, changed_at: verifiedAt })
  if (outcome === 'kept') Object.assign(pledge, { progress: 100 })
  fact(shown, shower, `pledge-${outcome}`, pledge.pledge_id, verifiedAt, pledge.category)
}

function reportOutcome(shown: Shown, shower: Shower, pledge: DemoPledge, outcome: Outcome, at: Date, verifiedAt: Date | null): string {
  const text = outcome === 'kept' ? pledge.words.done : outcomeWords[outcome]
  const content = { kind: 'pledge-outcome', pledge: pledge.text, target: pledge.target, outcome, text } as const
  const submissionId = submit(shown, shower, { subjectId: pledge.pledge_id, at, content }, verifiedAt)
  if (outcome !== 'broken') showLink(shown, shower, submissionId, '完成情况台账', at)
  return submissionId
}

const askOutcome = (shown: Shown, shower: Shower, pledge: DemoPledge, today: Date) =>
  reportOutcome(shown, shower, pledge, 'kept', hoursBefore(today, 22), null)

function askRevision(shown: Shown, shower: Shower, pledge: DemoPledge, today: Date) {
  const before = contentOf(pledge)
  const content = {
    ...{ kind: 'pledge-revision' as const, ...before, target: `${before.target}，并带一名新同志`, before },
    reason: '支部安排结对带教，目标相应增加。',
  } as const
  submit(shown, shower, { subjectId: pledge.pledge_id, at: hoursBefore(today, 25), content }, null)
}

function withoutWords({ words: _, ...row }: DemoPledge): Row<'showcase_pledges'> {
  return row
}
