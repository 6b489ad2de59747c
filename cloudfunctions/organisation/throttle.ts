/** Failures allowed within the window: few for one name, many for one address, since a whole hall shares one. */
export const limits = { login: 10, address: 100 } as const
export const windowMinutes = 15

export interface Throttle {
  failures: number
  since: Date
}

const isOver = (throttle: Throttle, now: Date) => now.getTime() - throttle.since.getTime() >= windowMinutes * 60_000

export function isThrottled(throttle: Throttle | undefined, limit: number, now: Date): boolean {
  return throttle !== undefined && !isOver(throttle, now) && throttle.failures >= limit
}
