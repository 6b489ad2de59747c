import { Text, View } from '@tarojs/components'
import { subjectNames } from '../../performance-words'
import { keyOf, type Subject } from './fields'
import './subject-choice.scss'

interface SubjectChoiceProps {
  subjects: readonly { year: number; about: Subject }[]
  /** Of `keyOf`. */
  value: string | undefined
  onChange: (key: string) => void
}

/** What an entry is about: their words whole, since some begin alike. */
export const SubjectChoice = ({ subjects, value, onChange }: SubjectChoiceProps) => (
  <View className="subject-choice" role="radiogroup">
    {subjects.map(({ year, about }) => {
      const key = keyOf(about)
      return (
        <View
          key={key}
          className={`subject-choice__one${key === value ? ' subject-choice__one--chosen' : ''}`}
          role="radio"
          aria-checked={key === value}
          onClick={() => onChange(key)}
        >
          <Text className="subject-choice__kind">{`${year} 年${subjectNames[about.kind]}`}</Text>
          <Text className="subject-choice__text">{about.text}</Text>
        </View>
      )
    })}
  </View>
)
