import { storedState } from '../platform/stored-state'
import { type KeptForms, useFormKeptIn } from '../ui/kept-form'

const kept: KeptForms = storedState('drafts.reviews', {})

export const useKeptForm = <Fields extends object>(key: string, makeInitial: () => Fields) => useFormKeptIn(kept, key, makeInitial)
