import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { MeetingState } from '../../../../cloudfunctions/meetings/contract'
import { Button } from '../../../ui/button'
import { Choice, Field } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { ReasonField } from '../../../ui/reason-field'
import { Sheet } from '../../../ui/sheet'
import type { Person } from '../../meeting'
import { flagMeanings, flagNames } from '../../words'
import { type Decision, decisionsFor, decisionWords } from './decisions'
import { LineHistory } from './line-history'
import { PersonStanding } from './person-standing'
import './person-sheet.scss'
import { useDecide } from './use-decide'

interface PersonSheetProps {
  meetingId: string
  meetingState: MeetingState
  /** Nobody: closed. */
  person: Person | undefined
  onClose: () => void
  onChanged: () => void
}

/** What the organiser records or corrects about one person, always with a reason. */
export function PersonSheet({ meetingId, meetingState, person, onClose, onChanged }: PersonSheetProps) {
  return (
    <Sheet title={person?.name ?? ''} opened={person !== undefined} onClose={onClose}>
      {person && (
        <Decide
          key={person.memberId}
          meetingId={meetingId}
          meetingState={meetingState}
          person={person}
          onDone={() => {
            onClose()
            onChanged()
          }}
        />
      )}
    </Sheet>
  )
}

interface DecideProps {
  meetingId: string
  meetingState: MeetingState
  person: Person
  onDone: () => void
}

function Decide({ meetingId, meetingState, person, onDone }: DecideProps) {
  const [decision, setDecision] = useState<Decision>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { decide, busy, error } = useDecide(meetingId, person)
  const options = decisionsFor(person, meetingState)
  const submit = async () => {
    setTried(true)
    if (decision && reason.trim() && (await decide(decision, reason))) onDone()
  }

  return (
    <>
      <PersonStanding person={person} meetingState={meetingState} />
      <LineHistory meetingId={meetingId} memberId={person.memberId} />
      {person.flags.map((flag) => (
        <View key={flag} className="person-sheet__flag">
          <Text className="person-sheet__flag-name">{flagNames[flag]}</Text>
          <Text className="person-sheet__flag-meaning">{flagMeanings[flag]}</Text>
        </View>
      ))}
      {options.length > 0 && (
        <>
          <Field label={person.flags.length ? '核实结果' : '登记为'} error={tried && !decision ? '请选择一项' : undefined}>
            <Choice
              options={options.map((value) => ({ value, text: decisionWords[value].text }))}
              value={decision}
              onChange={setDecision}
            />
          </Field>
          {decision && (
            <ReasonField
              value={reason}
              onChange={setReason}
              suggestions={decisionWords[decision].reasons}
              error={error?.fields.reason ?? (tried && !reason.trim() ? '请填写原因' : undefined)}
            />
          )}
          {error && !error.fields.reason && <Notice tone="warning">{error.message}</Notice>}
          <Button kind="main" busy={busy} onClick={() => void submit()}>
            确定
          </Button>
        </>
      )}
    </>
  )
}
