/** A ballot that left with its token, or with the app's first request, could be told by the time; one that left after the close is lost. */
export interface Bounds {
  soonest: number
  latest: number
}

/** After a token was issued or a ballot changed, in ms. */
export const afterSaving: Bounds = { soonest: 30_000, latest: 15 * 60_000 }
/** After the app was opened again with ballots that should have left, or the box did not answer: shorter, since the app may be closed soon. */
export const afterReopening: Bounds = { soonest: 5_000, latest: 90_000 }

/** Left between the last ballots and the close, for a second attempt. */
const margin = 60_000

/** When a ballot leaves, in ms since 1970. `chance` is from 0 to 1. Near the close it leaves earlier than it should, rather than never. */
export function momentToSend({ soonest, latest }: Bounds, now: number, closesAt: number, chance: number): number {
  const left = Math.max(0, closesAt - margin - now)
  const first = Math.min(soonest, left)
  return Math.round(now + first + chance * (Math.min(latest, left) - first))
}

/** Whether its time has come; also where the phone's clock was put back meanwhile. */
export const isTime = (sendAt: number, now: number) => sendAt <= now || sendAt - now > afterSaving.latest
