import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Choice, Field, TextField } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import { Suggestions } from '../../../ui/suggestions'
import type { Exception } from '../schedule/draft'
import { type Expected, exceptionNames } from './who-was-there'

/** The usual reasons: one tap says both what became of the person and why. */
const usual: readonly { state: Exception['state']; reasons: readonly string[] }[] = [
  { state: 'excused', reasons: ['因公出差', '值班', '生病休养', '外出培训'] },
  { state: 'absent', reasons: ['未请假', '未说明原因'] },
  { state: 'late', reasons: ['会议开始后到会'] },
  { state: 'not-expected', reasons: ['当时不在本支部', '组织关系已转出'] },
]

interface PersonAwayProps {
  /** Nobody: closed. */
  person: Expected | undefined
  exception: Exception | undefined
  onClose: () => void
  /** Undefined: they were there after all. */
  onDecide: (exception: Exception | undefined) => void
}

export function PersonAway({ person, exception, onClose, onDecide }: PersonAwayProps) {
  return (
    <Sheet title={person?.name ?? ''} opened={person !== undefined} onClose={onClose}>
      {person && (
        <>
          {exception && <Button onClick={() => onDecide(undefined)}>改回到会</Button>}
          {usual.map(({ state, reasons }) => (
            <Field key={state} label={exceptionNames[state]}>
              <Suggestions texts={reasons} onChoose={(reason) => onDecide({ state, reason })} />
            </Field>
          ))}
          <OtherReason key={person.memberId} onDecide={onDecide} />
        </>
      )}
    </Sheet>
  )
}

function OtherReason({ onDecide }: Pick<PersonAwayProps, 'onDecide'>) {
  const [state, setState] = useState<Exception['state']>('excused')
  const [reason, setReason] = useState('')
  return (
    <>
      <TextField label="其他原因" value={reason} onChange={setReason} maxLength={200} placeholder="请写明原因，会留在记录里" />
      {reason.trim() && (
        <>
          <Choice
            options={usual.map((each) => ({ value: each.state, text: exceptionNames[each.state] }))}
            value={state}
            onChange={setState}
          />
          <Button kind="main" onClick={() => onDecide({ state, reason: reason.trim() })}>
            确定
          </Button>
        </>
      )}
    </>
  )
}
