import type { MaterialKind } from './contract'

/** What a task asks. */
export interface Asked {
  kind: MaterialKind
  requiredMinutes: number
  /** Percent; null where there is no quiz. */
  passMark: number | null
}

/** What somebody has reached. */
export interface Reached {
  opened: boolean
  /** As the server counted them. */
  seconds: number
  bestMark: number | null
  /** Was there when the meeting closed; of a task that is no meeting, false. */
  attended: boolean
}

/**
 * Whether a task is finished: an offline session by having been there; anything else once it was opened, read as long as is asked,
 * and its quiz passed, where it has one.
 */
export function isFinished({ kind, requiredMinutes, passMark }: Asked, { opened, seconds, bestMark, attended }: Reached): boolean {
  if (kind === 'meeting') return attended
  const passed = passMark === null || (bestMark !== null && bestMark >= passMark)
  return opened && seconds >= requiredMinutes * 60 && passed
}
