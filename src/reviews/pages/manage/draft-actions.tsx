import { discardRound, openRound } from '../../../../cloudfunctions/reviews/contract'
import { confirm, say } from '../../../platform/notice'
import { go, goBack, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import type { ManageProps } from './manage-props'

const fixed = '开始以后，评议对象、评议人、内容和权重就定下来了，不能再改；只能延长截止时间。'

/** A prepared round is opened, written on, or thrown away. */
export function DraftActions({ round: { roundId }, onChanged }: ManageProps) {
  const opening = useSubmit(openRound)
  const discarding = useSubmit(discardRound)
  const error = opening.error ?? discarding.error
  const open = async () => {
    if (!(await confirm({ title: '开始评议', content: fixed, confirmText: '开始' }))) return
    const answer = await opening.submit({ roundId })
    if (!answer) return
    say(`已开始：${answer.raters} 人评 ${answer.subjects} 个对象`)
    onChanged()
  }
  const discard = async () => {
    if (!(await confirm({ title: '放弃这次评议', content: '放弃后不能恢复。', confirmText: '放弃' }))) return
    if (!(await discarding.submit({ roundId }))) return
    say('已放弃')
    goBack()
  }
  return (
    <Card title="还没有开始">
      <Notice tone="warning">{`评议对象和评议人按开始时的名册确定。${fixed}`}</Notice>
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={opening.busy} onClick={() => void open()}>
        开始评议
      </Button>
      <Button onClick={() => go(pages.reviewEdit(roundId))}>修改</Button>
      <Button kind="danger" busy={discarding.busy} onClick={() => void discard()}>
        放弃这次评议
      </Button>
    </Card>
  )
}
