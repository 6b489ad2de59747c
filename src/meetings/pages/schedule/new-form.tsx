import { type MeetingKind, meetingKindNames, meetingKinds, schedule } from '../../../../cloudfunctions/meetings/contract'
import { meetingKind } from '../../../../cloudfunctions/meetings/meeting-kind'
import { pages, replaceWith } from '../../../platform/pages'
import { serverNow } from '../../../platform/server-clock'
import { Choice, Field } from '../../../ui/field'
import { momentOf } from '../../../ui/time'
import { useSubmit } from '../../../ui/use-submit'
import type { Unit } from '../../units'
import { type Draft, useDraft } from './draft'
import { MeetingFields } from './meeting-fields'
import { useErrors } from './use-errors'
import { isOver, mayBePast } from './warn-of-past'

interface NewFormProps {
  units: readonly Unit[]
  draftKey: string
  makeInitial: () => Draft
}

/** The kinds a unit may hold. */
const kindsOf = (unit: Unit | undefined): MeetingKind[] =>
  meetingKinds.filter((kind) => unit && meetingKind[kind].units.includes(unit.kind))

export function NewForm({ units, draftKey, makeInitial }: NewFormProps) {
  const { draft, restored, change, forget } = useDraft(draftKey, makeInitial)
  const { submit, busy, error } = useSubmit(schedule)
  const errors = useErrors(draft, error)
  const unit = units.find(({ id }) => id === draft.unitId) ?? units[0]
  const kinds = kindsOf(unit)
  const kind = draft.kind && kinds.includes(draft.kind) ? draft.kind : undefined

  const over = isOver(draft, serverNow())

  const send = async () => {
    if (!errors.check() || !unit || !kind) return
    const { title, date, time, durationMinutes, place, agenda } = draft
    const startsAt = momentOf(date, time)
    // What was filled in so far is the draft; the next page goes on with it.
    if (over) return replaceWith(pages.recordPast())
    if (!(await mayBePast(startsAt))) return
    const answer = await submit({ unitId: unit.id, kind, title, startsAt, durationMinutes, place, agenda })
    if (!answer) return
    forget()
    replaceWith(pages.meeting(answer.meetingId))
  }

  return (
    <MeetingFields
      draft={{ ...draft, kind }}
      change={change}
      restored={restored}
      forget={forget}
      errors={errors}
      busy={busy}
      action={over ? '下一步：登记到会情况' : '安排会议'}
      hint={over ? '这个时间会已经开完，将作为补录。' : '会已经开过的，日期选在过去，就是补录。'}
      onSubmit={() => void send()}
    >
      {units.length > 1 && (
        <Field label="由谁召开" error={errors.of('unitId')}>
          <Choice
            options={units.map(({ id, name }) => ({ value: id, text: name }))}
            value={unit?.id}
            onChange={(unitId) => change({ unitId })}
          />
        </Field>
      )}
      <Field label="会议类型" error={errors.of('kind')}>
        <Choice
          options={kinds.map((value) => ({ value, text: meetingKindNames[value] }))}
          value={kind}
          onChange={(chosen) => change({ kind: chosen })}
        />
      </Field>
    </MeetingFields>
  )
}
