import { useState } from 'react'
import { liesInYear } from '../../../../cloudfunctions/showcase/pledge-rules'
import type { CallError } from '../../../platform/call'
import type { PledgeText } from '../../pledge-changes'

/** A pledge while it is written. */
export interface Fields extends Omit<PledgeText, 'category'> {
  year: number
  category: PledgeText['category'] | undefined
}

export interface Errors {
  of: (field: string) => string | undefined
  /** What concerns no field in sight. */
  rest: string | undefined
  /** The words where everything needed is there; otherwise says what is missing from now on. */
  check: () => PledgeText | undefined
}

const shownFields = ['category', 'text', 'measure', 'target', 'dueOn', 'reason']

/** What is missing is said without asking the server, once the person tried to send; the rest is the server's word. */
export function useErrors(fields: Fields, refused: CallError | undefined): Errors {
  const [tried, setTried] = useState(false)
  const { year, category, text, measure, target, dueOn } = fields
  const missing: Record<string, string | undefined> = {
    category: category ? undefined : '请选择类别',
    text: text.trim() ? undefined : '请写明承诺什么',
    measure: measure.trim() ? undefined : '请写明怎么衡量',
    target: target.trim() ? undefined : '请写明目标',
    dueOn: liesInYear(dueOn, year) ? undefined : `完成日期要在 ${year} 年内`,
  }
  const under = Object.keys(refused?.fields ?? {}).some((field) => shownFields.includes(field))
  return {
    of: (field) => (tried ? missing[field] : undefined) ?? refused?.fields[field],
    rest: under ? undefined : refused?.message,
    check: () => {
      setTried(true)
      if (!category || Object.values(missing).some((word) => word !== undefined)) return undefined
      return { category, text, measure, target, dueOn }
    },
  }
}
