import { useState } from 'react'
import { addToCalendar } from '../../platform/calendar'
import { CallError } from '../../platform/call'
import { say } from '../../platform/notice'
import { Button } from '../../ui/button'
import type { Meeting } from '../meeting'

export function CalendarButton({ meeting }: { meeting: Meeting }) {
  const [busy, setBusy] = useState(false)
  const add = async () => {
    setBusy(true)
    try {
      say(await addToCalendar(meeting))
    } catch (error) {
      say(error instanceof CallError ? error.message : '没有添加成功，请稍后再试')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button busy={busy} onClick={() => void add()}>
      添加到日历
    </Button>
  )
}
