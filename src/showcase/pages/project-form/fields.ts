import { useState } from 'react'
import type { ProjectKind } from '../../../../cloudfunctions/showcase/contract'
import { faultsOfPlan } from '../../../../cloudfunctions/showcase/project-plan'
import type { CallError } from '../../../platform/call'

export interface StepFields {
  text: string
  dueOn: string
}

/** A project while it is written. */
export interface Fields {
  year: number
  kind: ProjectKind | undefined
  name: string
  goal: string
  dueOn: string
  milestones: StepFields[]
}
type Plan = Fields & { kind: ProjectKind }

export interface Errors {
  of: (field: string) => string | undefined
  /** What concerns no field in sight. */
  rest: string | undefined
  /** The plan where everything needed is there; otherwise says what is missing from now on. */
  check: () => Plan | undefined
}

const shownField = /^(?:kind|name|goal|dueOn|milestones\.\d+\.(?:text|dueOn))$/

/** What is missing is said without asking the server, once the person tried to send; the rest is the server's word. */
export function useErrors(fields: Fields, refused: CallError | undefined): Errors {
  const [tried, setTried] = useState(false)
  const missing = faultsOf(fields)
  const under = Object.keys(refused?.fields ?? {}).some((field) => shownField.test(field))
  return {
    of: (field) => (tried ? missing[field] : undefined) ?? refused?.fields[field],
    rest: under ? undefined : refused?.message,
    check: () => {
      setTried(true)
      const { kind, ...rest } = fields
      return kind && Object.keys(missing).length === 0 ? { ...rest, kind } : undefined
    },
  }
}

function faultsOf({ kind, name, goal, ...plan }: Fields): Record<string, string> {
  const faults: Record<string, string> = { ...faultsOfPlan(plan) }
  if (!kind) faults.kind = '请选择类别'
  if (!name.trim()) faults.name = '请填写项目名称'
  if (!goal.trim()) faults.goal = '请写明目标'
  plan.milestones.forEach(({ text }, index) => {
    if (!text.trim()) faults[`milestones.${index}.text`] = '请写明这一步做什么'
  })
  return faults
}

/** The same day of another year; the last of February stays in February. */
export const inYear = (day: string, year: number) => `${year}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`
