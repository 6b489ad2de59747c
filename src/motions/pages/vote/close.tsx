import { useState } from 'react'
import { closeVoting } from '../../../../cloudfunctions/motions/contract'
import { confirm, say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import { countsOf, HandsFields, noHands } from '../../components/hands-fields'
import { Refusal } from '../../components/refusal'
import type { Motion } from '../../motion'

/** The organiser ends the voting; hands are counted first. */
export function Close({ motion: { motionId, kind, tally }, onClosed }: { motion: Motion; onClosed: () => void }) {
  const { submit, busy, error } = useSubmit(closeVoting)
  const [hands, setHands] = useState(noHands)
  const [tried, setTried] = useState(false)
  const byHand = kind === 'show-of-hands'
  const counts = byHand ? countsOf(hands) : undefined

  const finish = async () => {
    setTried(true)
    if (byHand && !counts) return
    const silent = tally && !byHand ? Math.max(0, tally.notVoted - (tally.entitled - tally.present)) : 0
    const content = `${silent ? `到会的还有 ${silent} 人未投。` : ''}结束后不能再投，结果按此刻固定。`
    if (!(await confirm({ title: '结束表决', content, confirmText: '结束' }))) return
    const answer = await submit({ motionId, ...(counts && { counts }) })
    if (!answer) return
    say(answer.passed ? '表决通过' : '表决未通过')
    onClosed()
  }

  return (
    <Card title={byHand ? '清点举手' : '组织表决'}>
      {byHand && <HandsFields hands={hands} onChange={setHands} />}
      {byHand && tried && !counts && <Notice tone="warning">请填写三项人数，没有的填 0</Notice>}
      <Refusal error={error} offline="没有结束：现在连不上网络，表决仍在进行，请联网后再点一次。" />
      <Button kind={byHand ? 'main' : 'danger'} busy={busy} onClick={() => void finish()}>
        结束表决
      </Button>
    </Card>
  )
}
