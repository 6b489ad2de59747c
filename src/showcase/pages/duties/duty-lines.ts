import type { Duty } from '../../../../cloudfunctions/showcase/duty-templates'
import { mostDuties, mostTasks } from '../../../../cloudfunctions/showcase/identity-contract'

/** A duty as it is typed: its tasks one a line. */
export interface DutyLine {
  key: number
  text: string
  tasks: string
}

const longestTask = 100

export const toLines = (duties: readonly Duty[]): DutyLine[] =>
  duties.map(({ text, tasks }, index) => ({ key: index + 1, text, tasks: tasks.join('\n') }))

export const tasksOf = ({ tasks }: Pick<DutyLine, 'tasks'>) =>
  tasks
    .split('\n')
    .map((task) => task.trim())
    .filter((task) => task)

export const toDuties = (lines: readonly DutyLine[]): Duty[] => lines.map((line) => ({ text: line.text.trim(), tasks: tasksOf(line) }))

const nextKey = (lines: readonly DutyLine[]) => Math.max(0, ...lines.map(({ key }) => key)) + 1

export const withEmpty = (lines: readonly DutyLine[]): DutyLine[] => [...lines, { key: nextKey(lines), text: '', tasks: '' }]

/** Adds what is not there yet, as far as there is room; lines nothing was typed into make way. */
export function withTemplate(lines: readonly DutyLine[], duties: readonly Duty[]): DutyLine[] {
  const typed = lines.filter(({ text, tasks }) => text.trim() || tasks.trim())
  const fresh = duties.filter(({ text }) => !typed.some((line) => line.text.trim() === text))
  const from = nextKey(typed)
  return [...typed, ...toLines(fresh).map((line, index) => ({ ...line, key: from + index }))].slice(0, Math.max(mostDuties, typed.length))
}

export interface LineFault {
  text?: string
  tasks?: string
}

/** What is wrong with a line, in words for the person. */
export function faultOf(line: DutyLine): LineFault | undefined {
  const tasks = tasksOf(line)
  if (!line.text.trim()) return { text: '请填写职责，或移除这一项' }
  if (tasks.length > mostTasks) return { tasks: `最多 ${mostTasks} 项任务，现在有 ${tasks.length} 项` }
  if (tasks.some((task) => task.length > longestTask)) return { tasks: `每项任务最多 ${longestTask} 字` }
  return undefined
}
