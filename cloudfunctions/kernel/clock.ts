export type Clock = () => Date

export const systemClock: Clock = () => new Date()

const chinaOffset = 8 * 3_600_000

/** ISO 8601 in China's time (+08:00, no daylight saving since 1991): the form every time has on the wire. */
export function toMoment(at: Date): string {
  return new Date(at.getTime() + chinaOffset).toISOString().replace('Z', '+08:00')
}

export const toMomentOrNull = (at: Date | null) => (at ? toMoment(at) : null)

/** The day it is in China at that moment, `YYYY-MM-DD`. */
export const toDay = (at: Date): string => toMoment(at).slice(0, 10)
