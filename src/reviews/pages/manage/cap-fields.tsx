import { Text, View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Choice, Field } from '../../../ui/field'
import { ReasonField } from '../../../ui/reason-field'
import { NameChoice } from '../../components/name-choice'
import { gradeNames } from '../../words'
import './cap-fields.scss'
import { type CapDraft, faultsOfCap } from './caps'

interface CapFieldsProps {
  caps: CapDraft[]
  onChange: (caps: CapDraft[]) => void
  people: readonly { subjectId: string; name: string }[]
  /** Whether it was tried to send: from then on it is said what is missing. */
  tried: boolean
}

/** The best would cap nothing. */
const left = (['qualified', 'basically-qualified', 'unqualified'] as const).map((value) => ({ value, text: gradeNames[value] }))

/** Those who crossed a line, each with the best grade left to them and why. */
export function CapFields({ caps, onChange, people, tried }: CapFieldsProps) {
  const change = (index: number, part: Partial<CapDraft>) =>
    onChange(caps.map((each, place) => (place === index ? { ...each, ...part } : each)))
  return (
    <>
      <Text className="cap-fields__hint">
        底线：受过处分等触碰底线的党员，不论得分多少，等次不能高于这里定的一档，原因和结果一起公布。没有就直接结束。
      </Text>
      {caps.map((cap, index) => {
        const number = index + 1
        const faults = tried ? faultsOfCap(cap, caps.slice(0, index)) : undefined
        return (
          <View key={number} className="cap-fields" role="group" aria-label={`底线 ${number}`}>
            <NameChoice
              label={`党员 ${number}`}
              people={people.map(({ subjectId, name }) => ({ id: subjectId, name }))}
              value={cap.memberId}
              onChange={(memberId) => change(index, { memberId })}
              error={faults?.memberId}
            />
            <Field label="最高等次" error={faults?.grade}>
              <Choice options={left} value={cap.grade} onChange={(grade) => change(index, { grade })} />
            </Field>
            <ReasonField
              label={`原因 ${number}`}
              value={cap.reason}
              onChange={(reason) => change(index, { reason })}
              suggestions={['受到党纪处分', '无正当理由不参加组织生活']}
              error={faults?.reason}
            />
            <Button small onClick={() => onChange(caps.filter((_, place) => place !== index))}>
              {`移除 ${number}`}
            </Button>
          </View>
        )
      })}
      <Button onClick={() => onChange([...caps, { reason: '' }])}>添加触碰底线的党员</Button>
    </>
  )
}
