import { useEffect, useState } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { code } from '../../../../cloudfunctions/meetings/contract'
import { signOutCode } from '../../../../cloudfunctions/meetings/sign-out-contract'
import { CallError, call } from '../../../platform/call'
import { onOnline } from '../../../platform/network'
import { learnServerTime, serverNow } from '../../../platform/server-clock'

type Codes = OutputOf<typeof code>['codes']

/** Codes reach 165 s ahead at least (`meetings.code`); asking this often leaves more than two minutes of them. */
const askEvery = 20_000
/** The screen stays this far behind the server, so that it never shows a code before its time. */
const behind = 500

/** What is on the screen: the code to arrive with, or the one to leave with. */
export type Purpose = 'check-in' | 'sign-out'

export interface ShownCode {
  link: string
  /** Seconds until the next one. */
  secondsLeft: number
  stepSeconds: number
}

export interface ShownCodes {
  /** Undefined before the first answer, and when the codes kept have run out. */
  shown: ShownCode | undefined
  error: CallError | undefined
}

/** The code of this moment, from codes fetched ahead: it goes on through two minutes without network. */
export function useCodes(meetingId: string, rotating: boolean, purpose: Purpose = 'check-in'): ShownCodes {
  const [answer, setAnswer] = useState<{ codes: Codes; stepSeconds: number }>()
  const [error, setError] = useState<CallError>()
  const [now, setNow] = useState(serverNow)

  useEffect(() => {
    if (!rotating) return
    let wanted = true
    // What was fetched for the other purpose is not shown for this one.
    setAnswer(undefined)
    const ask = () =>
      call(purpose === 'check-in' ? code : signOutCode, { meetingId })
        .then((data) => {
          if (!wanted) return
          learnServerTime(data.serverTime)
          setAnswer(data)
          setNow(serverNow())
          setError(undefined)
        })
        .catch(
          (reason) => wanted && setError(reason instanceof CallError ? reason : new CallError('INTERNAL', '页面出现问题，请刷新后再试')),
        )
    void ask()
    const asking = setInterval(ask, askEvery)
    const ticking = setInterval(() => setNow(serverNow()), 250)
    const stop = onOnline(ask)
    return () => {
      wanted = false
      clearInterval(asking)
      clearInterval(ticking)
      stop()
    }
  }, [meetingId, rotating, purpose])

  return { shown: answer && codeAt(answer, now - behind), error }
}

/** The code whose turn it is at a moment, in ms since 1970. The first one's turn had come when the server answered. */
export function codeAt({ codes, stepSeconds }: { codes: Codes; stepSeconds: number }, at: number): ShownCode | undefined {
  const [first] = codes
  if (!first) return undefined
  const shownAt = Math.max(at, Date.parse(first.validFrom))
  const elapsed = ({ validFrom }: Codes[number]) => (shownAt - Date.parse(validFrom)) / 1000
  const current = codes.find((each) => elapsed(each) >= 0 && elapsed(each) < stepSeconds)
  return current && { link: current.link, stepSeconds, secondsLeft: stepSeconds - elapsed(current) }
}
