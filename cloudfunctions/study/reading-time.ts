import { beatEvery } from './contract'

/** A gap longer than one and a half beats is none between two beats that follow one another: what was in between is not known, in seconds. */
export const longestGap = beatEvery * 1.5

/**
 * How much a beat counts, in whole seconds, and how much of the time since the last one is left over for the next.
 * `gap` are the seconds since the person's last beat, whatever it was for and from whichever phone: two phones at once count once.
 * Where the page has just come into sight, nothing was seen before; after a long gap, a slow network for one, one beat at most.
 */
export function countBeat(gap: number | null, begins: boolean): { seconds: number; left: number } {
  if (gap === null || gap < 0 || begins) return { seconds: 0, left: 0 }
  if (gap > longestGap) return { seconds: beatEvery, left: 0 }
  return { seconds: Math.floor(gap), left: gap - Math.floor(gap) }
}
