import type { OutputOf } from '../../cloudfunctions/kernel/contract'
import type { getMe, signIn } from '../../cloudfunctions/organisation/contract'
import { deviceId } from './device'
import { forgetStored, storedState } from './stored-state'

export type Me = OutputOf<typeof getMe>
export type Session = OutputOf<typeof signIn>

/** Who is signed in on this phone. `src/early-check-in.ts` reads the same value before the app has loaded. */
export const session = storedState<Session | null>('session', null)

export function beginSession(started: Session) {
  // Made now, because the check-in before the app can only read it.
  deviceId()
  session.set(started)
}

/** Forgets who was signed in and what was kept of their pages; kept scans wait for their owner. */
export function endSession() {
  forgetStored('last.')
  session.set(null)
}

/** Takes over what the server now says about me. */
export function updateMe(me: Me) {
  const current = session.get()
  if (current && JSON.stringify(current.me) !== JSON.stringify(me)) session.set({ ...current, me })
}
