import { useState } from 'react'
import type { StoredState } from '../platform/stored-state'

/** What was typed into the forms of one feature, by form. */
export type KeptForms = StoredState<Record<string, unknown>>

export interface KeptForm<Fields> {
  fields: Fields
  change: (part: Partial<Fields>) => void
  /** Something was typed here before and not sent. */
  restored: boolean
  /** Once it is sent, or thrown away. */
  forget: () => void
}

/** What was typed into a form stays on the phone until it is sent. `key` names the person, the form and what it is about. */
export function useFormKeptIn<Fields extends object>(kept: KeptForms, key: string, makeInitial: () => Fields): KeptForm<Fields> {
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
