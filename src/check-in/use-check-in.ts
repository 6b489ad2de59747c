import { useCallback, useEffect, useState } from 'react'
import { onOnline } from '../platform/network'
import { session } from '../platform/session'
import { takeEarlyCheckIn } from './early'
import { codesOnScreen, forgetScan, keepScan, sendScan } from './kept-scans'
import { keptOutcome, type Outcome } from './outcome'

export interface CheckingIn {
  /** Undefined while the server is being asked. */
  outcome: Outcome | undefined
  retry: () => void
}

/** Checks in with a code as soon as somebody is signed in, and by itself once the network returns. */
export function useCheckIn(code: string | undefined): CheckingIn {
  const token = session.use()?.token
  const [outcome, setOutcome] = useState<Outcome>()

  const send = useCallback(async () => {
    if (!code) return
    const early = takeEarlyCheckIn(code)
    const scan = keepScan(code, early)
    // The app has just loaded while the early request was answered: no second one is needed.
    const answered = token ? await early?.outcome : undefined
    if (answered) forgetScan(scan)
    else if (!token) return
    setOutcome(answered ?? (await sendScan(scan)))
  }, [code, token])

  useEffect(() => {
    if (!code) return
    codesOnScreen.add(code)
    return () => void codesOnScreen.delete(code)
  }, [code])
  useEffect(() => {
    setOutcome(undefined)
    void send()
  }, [send])

  const kept = outcome === keptOutcome
  useEffect(() => {
    if (!kept) return
    const stop = onOnline(() => void send())
    const timer = setInterval(() => void send(), 5_000)
    return () => {
      stop()
      clearInterval(timer)
    }
  }, [kept, send])

  return { outcome, retry: () => void send() }
}
