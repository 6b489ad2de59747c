import { useState } from 'react'
import type { CallError } from '../../../platform/call'
import type { Draft } from './draft'

export interface Errors {
  of: (field: string) => string | undefined
  /** What concerns no field in sight. */
  rest: string | undefined
  /** Whether everything needed is there; says what is missing from now on. */
  check: () => boolean
}

const shownFields = ['unitId', 'kind', 'title', 'startsAt', 'durationMinutes', 'place', 'agenda', 'repetition']

/** What is missing is said without asking the server, once the person tried to send; the rest is the server's word. */
export function useErrors(draft: Draft, refused: CallError | undefined): Errors {
  const [tried, setTried] = useState(false)
  const missing: Record<string, string | undefined> = {
    kind: draft.kind ? undefined : '请选择会议类型',
    title: draft.title.trim() ? undefined : '请填写会议名称',
    place: draft.place.trim() ? undefined : '请填写会议地点',
  }
  const under = Object.keys(refused?.fields ?? {}).some((field) => shownFields.includes(field))
  return {
    of: (field) => (tried ? missing[field] : undefined) ?? refused?.fields[field],
    rest: under ? undefined : refused?.message,
    check: () => {
      setTried(true)
      return Object.values(missing).every((word) => word === undefined)
    },
  }
}
