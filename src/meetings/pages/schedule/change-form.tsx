import { useState } from 'react'
import { reschedule } from '../../../../cloudfunctions/meetings/contract'
import { say } from '../../../platform/notice'
import { goBack } from '../../../platform/pages'
import { momentOf } from '../../../ui/time'
import { useSubmit } from '../../../ui/use-submit'
import { type Scope, ScopeChoice } from '../../components/scope-choice'
import { type Draft, useDraft } from './draft'
import { MeetingFields } from './meeting-fields'
import { useErrors } from './use-errors'
import { mayBePast } from './warn-of-past'

interface ChangeFormProps {
  meetingId: string
  /** It is one of a series. */
  repeats: boolean
  draftKey: string
  makeInitial: () => Draft
}

export function ChangeForm({ meetingId, repeats, draftKey, makeInitial }: ChangeFormProps) {
  const { draft, restored, change, forget } = useDraft(draftKey, makeInitial)
  const { submit, busy, error } = useSubmit(reschedule)
  const errors = useErrors(draft, error)
  const [scope, setScope] = useState<Scope>('this')

  const send = async () => {
    if (!errors.check()) return
    const { title, date, time, durationMinutes, place, agenda } = draft
    const startsAt = momentOf(date, time)
    if (!(await mayBePast(startsAt))) return
    if (!(await submit({ meetingId, title, startsAt, durationMinutes, place, agenda, ...(scope === 'following' && { following: true }) })))
      return
    forget()
    say('已修改')
    goBack()
  }

  return (
    <MeetingFields
      draft={draft}
      change={change}
      restored={restored}
      forget={forget}
      errors={errors}
      busy={busy}
      action="保存修改"
      onSubmit={() => void send()}
    >
      {repeats && <ScopeChoice label="修改哪些" meetingId={meetingId} value={scope} onChange={setScope} />}
    </MeetingFields>
  )
}
