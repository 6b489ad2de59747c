import { useState } from 'react'
import type { MeetingKind } from '../../../../cloudfunctions/meetings/contract'
import type { RepetitionStep } from '../../../../cloudfunctions/meetings/series-contract'
import { storedState } from '../../../platform/stored-state'

export interface Draft {
  unitId: string | undefined
  kind: MeetingKind | undefined
  title: string
  /** 2026-11-24, in China. */
  date: string
  /** 15:00 */
  time: string
  durationMinutes: number
  place: string
  agenda: string
  signOut: boolean
  every: 'never' | RepetitionStep
  ends: 'count' | 'until'
  count: number
  /** 2026-12-31, in China. */
  until: string
  /** Of a meeting that is over: who was not there as expected, by member. */
  exceptions?: Record<string, Exception>
  /** And who attended as well (列席). */
  invited?: string[]
}

export interface Exception {
  state: 'late' | 'excused' | 'absent' | 'not-expected'
  reason: string
}

const drafts = storedState<Record<string, Draft>>('drafts.meetings', {})

/** What was typed, kept on the phone until it is sent or thrown away. `key` names the person and the meeting. */
export function useDraft(key: string, makeInitial: () => Draft) {
  const [initial] = useState(makeInitial)
  const kept = drafts.use()[key]
  // A draft from before a field was there has the field as it begins.
  const draft = { ...initial, ...kept }
  const [restored, setRestored] = useState(kept !== undefined)
  const change = (part: Partial<Draft>) => {
    const all = drafts.get()
    drafts.set({ ...all, [key]: { ...initial, ...all[key], ...part } })
  }
  const forget = () => {
    const { [key]: _, ...others } = drafts.get()
    drafts.set(others)
    setRestored(false)
  }
  return { draft, restored, change, forget }
}
