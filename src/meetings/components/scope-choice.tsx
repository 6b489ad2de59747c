import { series } from '../../../cloudfunctions/meetings/series-contract'
import { Choice, Field } from '../../ui/field'
import { useQuery } from '../../ui/use-query'

export type Scope = 'this' | 'following'

interface ScopeChoiceProps {
  label: string
  meetingId: string
  value: Scope
  onChange: (scope: Scope) => void
}

/** Whether a change is about this meeting of a series, or also about those after it that are still to come. */
export function ScopeChoice({ label, meetingId, value, onChange }: ScopeChoiceProps) {
  const { data } = useQuery(series, { meetingId })
  const meetings = data?.meetings ?? []
  const place = meetings.findIndex((each) => each.meetingId === meetingId)
  const coming = meetings.slice(place).filter(({ state }) => state === 'scheduled').length
  return (
    <Field label={label}>
      <Choice
        options={[
          { value: 'this', text: '只这一次' },
          { value: 'following', text: coming > 0 ? `这一次和以后的，共 ${coming} 次` : '这一次和以后的' },
        ]}
        value={value}
        onChange={onChange}
      />
    </Field>
  )
}
