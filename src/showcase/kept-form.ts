import { useState } from 'react'
import { storedState } from '../platform/stored-state'

const kept = storedState<Record<string, unknown>>('drafts.showcase', {})

export interface KeptForm<Fields> {
  fields: Fields
  change: (part: Partial<Fields>) => void
  /** Something was typed here before and not sent. */
  restored: boolean
  /** Once it is sent, or thrown away. */
  forget: () => void
}

/** What was typed into a form stays on the phone until it is sent. `key` names the person, the form and what it is about. */
export function useKeptForm<Fields extends object>(key: string, makeInitial: () => Fields): KeptForm<Fields> {
  const [initial] = useState(makeInitial)
  // Only this form writes under its key; one from before a field was there has the field as it begins.
  const own = kept.use()[key] as Partial<Fields> | undefined
  const [restored, setRestored] = useState(own !== undefined)
  return {
    fields: { ...initial, ...own },
    change: (part) => {
      const all = kept.get()
      kept.set({ ...all, [key]: { ...initial, ...(all[key] as Partial<Fields> | undefined), ...part } })
    },
    restored,
    forget: () => {
      const { [key]: _, ...others } = kept.get()
      kept.set(others)
      setRestored(false)
    },
  }
}

/** Whether something was typed into the form of this key and not sent. */
export const useIsKept = (key: string) => kept.use()[key] !== undefined
