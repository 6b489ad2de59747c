import { Text, View } from '@tarojs/components'
import { boxIsKnown } from '../../../platform/ballot-box'
import { say } from '../../../platform/notice'
import { pages, replaceWith } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { MarkField } from '../../components/mark-field'
import { useKeptBallots } from '../../use-kept-ballot'
import { useRating } from '../../use-rating'
import type { Round } from '../../words'
import './rate-form.scss'
import { Standing } from './standing'

interface RateFormProps {
  memberId: string
  round: Round
  subject: Round['subjects'][number]
}

/** One subject on one screen: a mark for each criterion, words where the round asks for them, and on to the next. */
export function RateForm({ memberId, round, subject }: RateFormProps) {
  const { roundId, criteria, comments, subjects } = round
  const { marks, comment, kept, unsaved, missing, setMark, setComment, save } = useRating(memberId, round, subject)
  const keptOf = useKeptBallots(roundId)
  const next = followed(subjects, subject).find(({ subjectId, issued }) => !keptOf(subjectId) && !issued)

  const saveAndGoOn = () => {
    if (!save()) return
    say('已保存，稍后自动寄出')
    replaceWith(next ? pages.rate({ roundId, subjectId: next.subjectId }) : pages.reviewRound(roundId))
  }

  return (
    <View className="rate-form">
      <Standing kept={kept} unsaved={unsaved} />
      <View className="rate-form__marks">
        {criteria.map(({ name, weight }, index) => (
          <MarkField key={name} name={name} weight={weight} mark={marks[index] ?? null} onChange={(mark) => setMark(index, mark)} />
        ))}
      </View>
      {comments && (
        <Card>
          <TextField
            label="评语（可以不写）"
            value={comment}
            onChange={setComment}
            lines={3}
            maxLength={300}
            placeholder="写具体的事"
            hint="评语在结束后按随机次序公布。写法可能让人认出您。"
          />
        </Card>
      )}
      {missing > 0 && <Notice tone="warning">{`还有 ${missing} 项没有打分，请逐项打分后再保存。`}</Notice>}
      {!boxIsKnown && <Notice tone="warning">这个版本没有设置票箱地址，暂时不能保存。</Notice>}
      <Button kind="main" disabled={!boxIsKnown} onClick={saveAndGoOn}>
        {next ? '保存并评下一位' : '保存'}
      </Button>
      <Text className="rate-form__rest">{next ? `下一位：${next.name}` : '保存后回到名单，截止前都可以修改。'}</Text>
    </View>
  )
}

/** The others in their order, those behind this one first. */
function followed(subjects: Round['subjects'], { subjectId }: Round['subjects'][number]) {
  const at = subjects.findIndex((each) => each.subjectId === subjectId)
  return [...subjects.slice(at + 1), ...subjects.slice(0, Math.max(0, at))]
}
