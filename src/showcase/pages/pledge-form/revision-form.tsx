import { useState } from 'react'
import { pledgeCategoryNames } from '../../../../cloudfunctions/showcase/contract'
import { revisePledge } from '../../../../cloudfunctions/showcase/pledge-contract'
import { say } from '../../../platform/notice'
import { goBack } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card, Fact } from '../../../ui/card'
import { dayOf } from '../../../ui/due-day'
import { Notice } from '../../../ui/notice'
import { ReasonField } from '../../../ui/reason-field'
import { RestoredNotice } from '../../../ui/restored-notice'
import { useSubmit } from '../../../ui/use-submit'
import { Passage } from '../../components/passage'
import { useKeptForm } from '../../kept-form'
import { changesOf } from '../../pledge-changes'
import type { Pledge } from '../../pledge-words'
import { type Fields, useErrors } from './fields'
import { PledgeFields } from './pledge-fields'

interface Revision extends Fields {
  reason: string
}

/** Other words for what is published, with a reason. What stands now is in sight, and stands until the branch approves. */
export function RevisionForm({ draftKey, pledge }: { draftKey: string; pledge: Pledge }) {
  const { fields, change, restored, forget } = useKeptForm<Revision>(draftKey, () => firstOf(pledge))
  const { submit, busy, error } = useSubmit(revisePledge)
  const errors = useErrors(fields, error)
  const [tried, setTried] = useState(false)
  const noReason = tried && !fields.reason.trim() ? '请写明为什么修订' : undefined
  const [same, setSame] = useState(false)

  const send = async () => {
    setTried(true)
    const words = errors.check()
    if (!words || !fields.reason.trim()) return
    const unchanged = changesOf(pledge, words).length === 0
    setSame(unchanged)
    if (unchanged || !(await submit({ pledgeId: pledge.pledgeId, ...words, reason: fields.reason }))) return
    forget()
    say('已提交，等支部审核')
    goBack()
  }
  return (
    <>
      <Card title="现在公布的">
        <Passage>{pledge.text}</Passage>
        <Fact label="类别">{pledgeCategoryNames[pledge.category]}</Fact>
        <Fact label="怎么衡量">{pledge.measure}</Fact>
        <Fact label="目标">{pledge.target}</Fact>
        <Fact label="完成日期">{dayOf(pledge.dueOn, pledge.today)}</Fact>
      </Card>
      {restored && <RestoredNotice onForget={forget} />}
      <Card title="修订为">
        <PledgeFields fields={fields} change={change} errors={errors} />
      </Card>
      <Card>
        <ReasonField
          label="修订原因"
          value={fields.reason}
          onChange={(reason) => change({ reason })}
          suggestions={['岗位调整', '上级任务变化', '目标已提前完成，提高目标']}
          error={noReason ?? errors.of('reason')}
        />
      </Card>
      <Notice tone="warning">支部审核通过前，公布的仍是原来的承诺；通过后，改动和原因大家都能看到。</Notice>
      {same && <Notice tone="warning">内容和现在公布的一样，请改动后再提交。</Notice>}
      {errors.rest && <Notice tone="warning">{errors.rest}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void send()}>
        提交支部审核
      </Button>
    </>
  )
}

/** It goes on from what the branch gave back, or what was taken back. */
function firstOf({ year, category, text, measure, target, dueOn, unfinished }: Pledge): Revision {
  if (unfinished?.kind !== 'pledge-revision') return { year, category, text, measure, target, dueOn, reason: '' }
  const { category: to, text: words, measure: by, target: aim, dueOn: until, reason } = unfinished
  return { year, category: to, text: words, measure: by, target: aim, dueOn: until, reason }
}
