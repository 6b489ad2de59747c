import { Text, View } from '@tarojs/components'
import { lowered, quickMarks, raised } from '../marks'
import './mark-field.scss'

interface MarkFieldProps {
  name: string
  weight: number
  mark: number | null
  onChange: (mark: number) => void
}

/** One criterion: a round mark by one tap, finer by plus and minus. */
export function MarkField({ name, weight, mark, onChange }: MarkFieldProps) {
  return (
    <View className="mark-field" role="group" aria-label={name}>
      <View className="mark-field__head">
        <Text className="mark-field__name">{name}</Text>
        <Text className="mark-field__weight">{`权重 ${weight}`}</Text>
      </View>
      <View className="mark-field__steps">
        <View className="mark-field__step" role="button" aria-label={`${name}减 5 分`} onClick={() => onChange(lowered(mark))}>
          −
        </View>
        <View className="mark-field__value" role="status" aria-label={mark === null ? `${name}未打分` : `${name}得 ${mark} 分`}>
          <Text className={`mark-field__figure${mark === null ? ' mark-field__figure--none' : ''}`}>{mark ?? '未打分'}</Text>
        </View>
        <View className="mark-field__step" role="button" aria-label={`${name}加 5 分`} onClick={() => onChange(raised(mark))}>
          +
        </View>
      </View>
      <View className="mark-field__quick" role="radiogroup" aria-label={`${name}打分`}>
        {quickMarks.map((each) => (
          <View
            key={each}
            className={`mark-field__one${each === mark ? ' mark-field__one--chosen' : ''}`}
            role="radio"
            aria-checked={each === mark}
            aria-label={`${name} ${each} 分`}
            onClick={() => onChange(each)}
          >
            {each}
          </View>
        ))}
      </View>
    </View>
  )
}
