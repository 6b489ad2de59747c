import { isOnline, onOnline } from './network'
import { serverEvents } from './server-events.h5'
import { session } from './session'
import type { Watch } from './watching'

/** Waits of 1, 2, 4 … 8 s between attempts to reach the server again, in ms. */
const waits = [1000, 2000, 4000, 8000]

/** Follows a meeting's attendance live, through every loss of network; answers how to stop. */
export function watchAttendance(meetingId: string, { onNews, onConnection, onRefused }: Watch): () => void {
  const leaving = new AbortController()
  let hurry = () => {}
  const stopListening = onOnline(() => hurry())

  const follow = async () => {
    for (let attempt = 0; !leaving.signal.aborted; attempt++) {
      try {
        const address = `/api/meetings.attendance/stream?meetingId=${encodeURIComponent(meetingId)}`
        for await (const { event, data } of serverEvents(address, session.get()?.token, leaving.signal)) {
          attempt = 0
          if (event === 'refused') return onRefused(JSON.parse(data).message)
          onConnection(true)
          if (event === 'attendance') onNews(JSON.parse(data))
        }
      } catch {
        // Tried again below, as when the stream just ended.
      }
      if (leaving.signal.aborted) return
      onConnection(false)
      const wait = isOnline() ? waits[Math.min(attempt, waits.length - 1)] : 8000
      await new Promise<void>((resolve) => {
        hurry = resolve
        setTimeout(resolve, wait)
      })
    }
  }
  void follow()
  return () => {
    stopListening()
    leaving.abort()
    hurry()
  }
}
