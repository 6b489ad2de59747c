import type { Clock } from '../kernel/clock'

export interface FixedClock {
  read: Clock
  now: () => Date
  set: (at: Date | string) => void
  advance: (by: { days?: number; hours?: number; minutes?: number; seconds?: number }) => void
}

/** A Monday morning; time passes only when a test says so. */
export const startOfTime = '2026-11-23T09:00:00+08:00'

export function fixedClock(start: Date | string = startOfTime): FixedClock {
  let now = new Date(start)
  return {
    read: () => now,
    now: () => now,
    set: (at) => {
      now = new Date(at)
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      now = new Date(now.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
    },
  }
}
