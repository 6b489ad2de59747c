import { useRef, useState } from 'react'
import { attendance } from '../../../../cloudfunctions/meetings/contract'
import { call } from '../../../platform/call'
import { type Query, useQuery } from '../../../ui/use-query'
import type { Attendance } from '../../meeting'
import { isWhole, merge } from '../../merge-attendance'

/** The list of a meeting, whole at first; a reload asks only for who changed, as long as that adds up. */
export function useList(meetingId: string, shown: boolean): Query<Attendance> {
  const whole = useQuery(attendance, shown ? { meetingId } : undefined)
  const [news, setNews] = useState<{ of: Attendance | undefined; list: Attendance }>()
  const asked = useRef(0)
  const data = news && news.of === whole.data ? news.list : whole.data

  const reload = async () => {
    if (!data || whole.error) return whole.reload()
    const number = ++asked.current
    try {
      const list = merge(data, await call(attendance, { meetingId, since: data.cursor }))
      if (asked.current !== number) return
      // Whoever was taken off the list is not among those who changed.
      if (isWhole(list)) setNews({ of: whole.data, list })
      else whole.reload()
    } catch {
      whole.reload()
    }
  }
  return { ...whole, data, reload: () => void reload() }
}
