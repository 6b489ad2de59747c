import { storedState } from '../../../platform/stored-state'
import type { Content } from './content'

/** What was typed and is not yet known to be saved. */
export interface Kept {
  /** The server's revision it goes on from, and what stood there. */
  revision: number
  base: Content
  content: Content
  /** Sent last, and not answered: it may have arrived. */
  sent?: Content
}

const drafts = storedState<Record<string, Kept>>('drafts.records', {})

/** Outlives the app. `key` names the person and the meeting. */
export function useKept(key: string) {
  return {
    kept: drafts.use()[key],
    read: () => drafts.get()[key],
    keep: (kept: Kept) => drafts.set({ ...drafts.get(), [key]: kept }),
    forget: () => {
      const { [key]: _, ...others } = drafts.get()
      drafts.set(others)
    },
  }
}
