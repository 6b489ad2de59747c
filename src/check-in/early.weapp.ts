import type { Outcome } from './outcome'

export interface EarlyCheckIn {
  code: string
  requestId: string
  scannedAt: string
  outcome: Promise<Outcome | undefined>
}

/** The mini-program is already on the phone: nothing has to begin before it. */
export const takeEarlyCheckIn = (_code: string): EarlyCheckIn | undefined => undefined
export const hideEarlyResult = () => {}
