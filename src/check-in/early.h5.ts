import type { Outcome } from './outcome'

export interface EarlyCheckIn {
  code: string
  requestId: string
  scannedAt: string
  /** Undefined when no answer came or it says nothing about the scan. */
  outcome: Promise<Outcome | undefined>
}

declare global {
  interface Window {
    __earlyCheckIn?: EarlyCheckIn | undefined
  }
}

/** What `src/early-check-in.ts` began for this code before the app had loaded; once only. */
export function takeEarlyCheckIn(code: string): EarlyCheckIn | undefined {
  const early = window.__earlyCheckIn
  if (early?.code !== code) return undefined
  window.__earlyCheckIn = undefined
  return early
}

/** The early result makes room for the page's own. */
export const hideEarlyResult = () => document.getElementById('early-check-in')?.remove()
