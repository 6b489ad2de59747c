import { useState } from 'react'
import type { CallError } from '../../../platform/call'
import type { Draft } from './draft'
import { faultsOf } from './faults'

export interface Errors {
  of: (field: string) => string | undefined
  /** What concerns no field in sight. */
  rest: string | undefined
  /** Whether everything is there; says what is missing from now on. */
  check: () => boolean
}

const shownField = /^(?:unitId|template|title|criteria|criteria\.\d+\.(?:name|weight)|raters|minimumBallots|closesAt)$/

export function useErrors(draft: Draft, now: number, refused: CallError | undefined): Errors {
  const [tried, setTried] = useState(false)
  const faults = faultsOf(draft, now)
  const under = Object.keys(refused?.fields ?? {}).some((field) => shownField.test(field))
  const missing = tried && Object.keys(faults).length > 0 ? '还有内容需要补充，请看标红的地方。' : undefined
  return {
    of: (field) => (tried ? faults[field] : undefined) ?? refused?.fields[field],
    rest: (under ? undefined : refused?.message) ?? missing,
    check: () => {
      setTried(true)
      return Object.keys(faults).length === 0
    },
  }
}
