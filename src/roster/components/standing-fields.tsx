import type { Standing } from '../../../cloudfunctions/organisation/contract'
import { standingNames, standings } from '../../../cloudfunctions/organisation/contract'
import { Choice, Field } from '../../ui/field'
import type { Unit } from '../keeping'

interface StandingFieldsProps {
  standing: Standing
  onStanding: (standing: Standing) => void
  groups: readonly Unit[]
  /** Null: in none. */
  groupId: string | null
  onGroup: (groupId: string | null) => void
}

const none = 'none'

/** What somebody is, and which group of the branch they belong to. */
export function StandingFields({ standing, onStanding, groups, groupId, onGroup }: StandingFieldsProps) {
  return (
    <>
      <Field label="身份">
        <Choice options={standings.map((value) => ({ value, text: standingNames[value] }))} value={standing} onChange={onStanding} />
      </Field>
      {groups.length > 0 && (
        <Field label="党小组">
          <Choice
            options={[...groups.map(({ id, name }) => ({ value: id, text: name })), { value: none, text: '不编入' }]}
            value={groupId ?? none}
            onChange={(value) => onGroup(value === none ? null : value)}
          />
        </Field>
      )}
    </>
  )
}
