import { useEffect, useState } from 'react'
import { watchAttendance } from '../../../platform/watch-attendance'
import type { Attendance } from '../../../platform/watching'
import { merge } from '../../merge-attendance'

export interface Live {
  attendance: Attendance | undefined
  connected: boolean
  refused: string | undefined
}

/** The live list. What is known stays while the network is away. */
export function useAttendance(meetingId: string, watching: boolean): Live {
  const [attendance, setAttendance] = useState<Attendance>()
  const [connected, setConnected] = useState(true)
  const [refused, setRefused] = useState<string>()
  useEffect(() => {
    if (!watching) return
    return watchAttendance(meetingId, {
      onNews: (news) => setAttendance((shown) => merge(shown, news)),
      onConnection: setConnected,
      onRefused: setRefused,
    })
  }, [meetingId, watching])
  return { attendance, connected, refused }
}
