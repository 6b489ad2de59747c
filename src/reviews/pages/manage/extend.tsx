import { useState } from 'react'
import { extendRound } from '../../../../cloudfunctions/reviews/contract'
import { say } from '../../../platform/notice'
import { serverNow } from '../../../platform/server-clock'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { PickerField } from '../../../ui/picker-field'
import { Sheet } from '../../../ui/sheet'
import { calendarDate, clockTime, dayAndTime, dayName, momentOf } from '../../../ui/time'
import { useSubmit } from '../../../ui/use-submit'
import type { ManageProps } from './manage-props'

const threeDays = 3 * 86_400_000

/** Moves the end further away, never nearer. */
export function Extend({ round: { roundId, closesAt }, onChanged }: ManageProps) {
  const { submit, busy, error } = useSubmit(extendRound)
  const [opened, setOpened] = useState(false)
  const [date, setDate] = useState(() => calendarDate(Math.max(Date.parse(closesAt), serverNow()) + threeDays))
  const [time, setTime] = useState(() => clockTime(closesAt))
  const send = async () => {
    if (!(await submit({ roundId, closesAt: momentOf(date, time) }))) return
    say('已延长')
    setOpened(false)
    onChanged()
  }
  return (
    <>
      <Button onClick={() => setOpened(true)}>延长</Button>
      <Sheet title="延长评议" opened={opened} onClose={() => setOpened(false)}>
        <Notice tone="warning">{`原来截止到 ${dayAndTime(closesAt, serverNow())}，只能往后延。`}</Notice>
        <PickerField
          label="截止日期"
          mode="date"
          value={date}
          text={dayName(momentOf(date, time), serverNow())}
          onChange={setDate}
          error={error?.fields.closesAt}
        />
        <PickerField label="截止时间" mode="time" value={time} text={time} onChange={setTime} />
        {error && !error.fields.closesAt && <Notice tone="warning">{error.message}</Notice>}
        <Button kind="main" busy={busy} onClick={() => void send()}>
          确定延长
        </Button>
      </Sheet>
    </>
  )
}
