import { type MeetingKind, meetingKindNames, meetingKinds, schedule } from '../../../../cloudfunctions/meetings/contract'
import { meetingKind } from '../../../../cloudfunctions/meetings/meeting-kind'
import { scheduleSeries } from '../../../../cloudfunctions/meetings/series-contract'
import { say } from '../../../platform/notice'
import { pages, replaceWith } from '../../../platform/pages'
import { serverNow } from '../../../platform/server-clock'
import { Choice, Field } from '../../../ui/field'
import { momentOf } from '../../../ui/time'
import { useSubmit } from '../../../ui/use-submit'
import type { Unit } from '../../units'
import { type Draft, useDraft } from './draft'
import { MeetingFields } from './meeting-fields'
import { RepetitionFields } from './repetition-fields'
import { repetitionOf } from './repetition-of'
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
  const once = useSubmit(schedule)
  const repeated = useSubmit(scheduleSeries)
  const repetition = repetitionOf(draft)
  const { busy, error } = repetition ? repeated : once
  const errors = useErrors(draft, error)
  const unit = units.find(({ id }) => id === draft.unitId) ?? units[0]
  const kinds = kindsOf(unit)
  const kind = draft.kind && kinds.includes(draft.kind) ? draft.kind : undefined

  const over = isOver(draft, serverNow())
  const done = (meetingId: string) => {
    forget()
    replaceWith(pages.meeting(meetingId))
  }
  const send = async () => {
    if (!errors.check() || !unit || !kind) return
    const { title, date, time, durationMinutes, place, agenda, signOut } = draft
    const startsAt = momentOf(date, time)
    // What was filled in so far is the draft; the next page goes on with it.
    if (over) return replaceWith(pages.recordPast())
    if (!(await mayBePast(startsAt))) return
    const plan = { unitId: unit.id, kind, title, startsAt, durationMinutes, place, agenda, signOut }
    if (!repetition) {
      const answer = await once.submit(plan)
      if (answer) done(answer.meetingId)
      return
    }
    const answer = await repeated.submit({ ...plan, repetition })
    const first = answer?.meetingIds[0]
    if (!first) return
    say(`已安排 ${answer.meetingIds.length} 次会议`)
    done(first)
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
      repetition={!over && <RepetitionFields draft={draft} change={change} errors={errors} />}
      further={
        !over && (
          <Field label="散会签退" hint="需要时，散会前投屏签退码，可以看到谁提前离开。">
            <Choice
              options={[
                { value: 'no', text: '不需要' },
                { value: 'yes', text: '需要签退' },
              ]}
              value={draft.signOut ? 'yes' : 'no'}
              onChange={(value) => change({ signOut: value === 'yes' })}
            />
          </Field>
        )
      }
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
