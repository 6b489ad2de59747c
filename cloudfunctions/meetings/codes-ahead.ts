import type { Context } from '../kernel/action'
import { toMoment } from '../kernel/clock'
import { makeCode, type Purpose, stepAt, stepSeconds, stepStart } from './check-in-code'
import type { MeetingRow } from './queries'

/** Two and a half minutes at least: the screen survives two without network even when it was about to ask again. */
const stepsAhead = 11

/** What the room's screen shows from now on: the code of this moment first. */
export function codesAhead({ now, origin }: Context, { tag, secret }: MeetingRow, purpose: Purpose) {
  const codes = Array.from({ length: stepsAhead + 1 }, (_, ahead) => {
    const step = stepAt(now) + ahead
    const code = makeCode(tag, secret, step, purpose)
    return { code, link: `${origin}/check-in?c=${code}`, validFrom: toMoment(stepStart(step)), validUntil: toMoment(stepStart(step + 2)) }
  })
  return { stepSeconds, serverTime: toMoment(now), codes }
}
