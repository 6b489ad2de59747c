import { Field } from '../../../ui/field'
import { Toggle } from '../../../ui/toggle'
import { partNames } from '../../words'
import { type RaterPart, raterParts } from './draft'

interface RaterFieldsProps {
  raters: readonly RaterPart[]
  onChange: (raters: RaterPart[]) => void
  error: string | undefined
}

const who: Record<RaterPart, string> = {
  mutual: '同一支部的党员',
  public: '同一支部的积极分子和群众',
  organisation: '发起评议的组织的委员，评所有对象；班子人少时，匿名也只在这几个人之间',
}

/** Who rates; several at once. */
export function RaterFields({ raters, onChange, error }: RaterFieldsProps) {
  const turn = (part: RaterPart, on: boolean) => onChange(raterParts.filter((each) => (each === part ? on : raters.includes(each))))
  return (
    <Field label="评议人" error={error}>
      {raterParts.map((part) => (
        <Toggle key={part} label={partNames[part]} hint={who[part]} on={raters.includes(part)} onChange={(on) => turn(part, on)} />
      ))}
    </Field>
  )
}
