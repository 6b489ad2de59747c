import { storedState } from '../platform/stored-state'
import { type KeptForms, useFormKeptIn } from '../ui/kept-form'

const kept: KeptForms = storedState('drafts.showcase', {})

export const useKeptForm = <Fields extends object>(key: string, makeInitial: () => Fields) => useFormKeptIn(kept, key, makeInitial)

/** Whether something was typed into the form of this key and not sent. */
export const useIsKept = (key: string) => kept.use()[key] !== undefined
