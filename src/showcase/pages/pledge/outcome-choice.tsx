import { Text, View } from '@tarojs/components'
import { type Outcome, outcomes } from '../../../../cloudfunctions/showcase/contract'
import { outcomeHints, outcomeNames } from '../../pledge-words'
import './outcome-choice.scss'

interface OutcomeChoiceProps {
  value: Outcome | undefined
  onChange: (outcome: Outcome) => void
}

/** Three large answers, none of which is chosen beforehand. */
export const OutcomeChoice = ({ value, onChange }: OutcomeChoiceProps) => (
  <View className="outcome-choice" role="radiogroup">
    {outcomes.map((outcome) => (
      <View
        key={outcome}
        className={`outcome-choice__one${outcome === value ? ' outcome-choice__one--chosen' : ''}`}
        role="radio"
        aria-checked={outcome === value}
        onClick={() => onChange(outcome)}
      >
        <Text className="outcome-choice__name">{outcomeNames[outcome]}</Text>
        <Text className="outcome-choice__hint">{outcomeHints[outcome]}</Text>
      </View>
    ))}
  </View>
)
