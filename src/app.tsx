import './platform/old-phones'
import { useDidShow, usePageNotFound } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { keptScans, sendKeptScans } from './check-in/kept-scans'
import { delayOverdueBallots, sendNextBallot } from './platform/ballot-outbox'
import { elderMode } from './platform/elder-mode'
import { isUnderWay, keptBallots } from './platform/kept-ballots'
import { onOnline } from './platform/network'
import { pages, restartAt } from './platform/pages'
import { session } from './platform/session'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  const token = session.use()?.token
  const waiting = keptScans.use().length > 0
  const ballots = Object.values(keptBallots.use()).some(isUnderWay)
  const elder = elderMode.use()
  useEffect(() => {
    // The tab bar stands outside every page.
    if (process.env.TARO_ENV === 'h5') document.body.classList.toggle('elder', elder)
  }, [elder])
  useDidShow(() => void sendKeptScans())
  useDidShow(() => void delayOverdueBallots())
  // An old or mistyped address would stay blank.
  usePageNotFound(() => restartAt(pages.today()))
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever signs in sends what was kept for them
  useEffect(() => {
    void sendKeptScans()
    return onOnline(() => void sendKeptScans())
  }, [token])
  useEffect(() => {
    if (!waiting) return
    // A hall's network often says it is there when it is not, so the phone's word is not waited for.
    const timer = setInterval(() => void sendKeptScans(), 15_000)
    return () => clearInterval(timer)
  }, [waiting])
  useEffect(() => {
    if (!ballots) return
    // One at a time and whoever is signed in: a ballot needs no session.
    const timer = setInterval(() => void sendNextBallot(), 10_000)
    return () => clearInterval(timer)
  }, [ballots])
  return children
}
