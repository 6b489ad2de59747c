import { attendance } from '../../cloudfunctions/meetings/contract'
import { CallError, call } from './call'
import type { Watch } from './watching'

const askEvery = 3_000

/** Follows a meeting's attendance by asking again and again: the mini-program has no stream. Answers how to stop. */
export function watchAttendance(meetingId: string, { onNews, onConnection, onRefused }: Watch): () => void {
  let stopped = false
  let since: string | undefined
  let next: ReturnType<typeof setTimeout> | undefined
  const ask = async () => {
    try {
      const news = await call(attendance, { meetingId, ...(since && { since }) })
      if (stopped) return
      since = news.cursor
      onConnection(true)
      onNews(news)
    } catch (error) {
      if (stopped) return
      if (error instanceof CallError && !['OFFLINE', 'INTERNAL', 'TOO_MANY_REQUESTS'].includes(error.code)) return onRefused(error.message)
      onConnection(false)
    }
    if (!stopped) next = setTimeout(ask, askEvery)
  }
  void ask()
  return () => {
    stopped = true
    clearTimeout(next)
  }
}
