import { useState } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { type issued, voidIssue } from '../../../../cloudfunctions/reviews/contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { ReasonSheet } from '../../../ui/reason-sheet'
import { useSubmit } from '../../../ui/use-submit'
import { NameChoice } from '../../components/name-choice'
import { useKeptForm } from '../../kept-form'
import type { ManageProps } from './manage-props'

type Issued = OutputOf<typeof issued>

const consequence =
  '只用于手机丢失、票还没有投出的时候。作废后本人可以重新领票；谁的票作废、什么原因，结束后向所有评议人公布。已经投出的票收不回来。'

/** The token of a lost phone no longer counts, and a new one may be asked for. */
export function VoidToken({ meId, round: { roundId }, subjects, issued: all, onChanged }: ManageProps & Issued) {
  const { submit, busy, error } = useSubmit(voidIssue)
  const [opened, setOpened] = useState(false)
  const [chosen, setChosen] = useState<{ memberId?: string; subjectId?: string }>({})
  const { fields, change, forget } = useKeptForm(`${meId} void ${roundId}`, () => ({ reason: '' }))
  const [tried, setTried] = useState(false)
  const raters = [...new Map(all.map(({ memberId, name }) => [memberId, { id: memberId, name }])).values()]
  const nameOf = new Map(subjects.map(({ subjectId, name }) => [subjectId, name]))
  const theirs = all.filter(({ memberId }) => memberId === chosen.memberId)
  const { memberId, subjectId } = chosen

  const send = async () => {
    setTried(true)
    if (!memberId || !subjectId) return
    if (!(await submit({ roundId, memberId, subjectId, reason: fields.reason }))) return
    say('已作废，可以重新领票')
    forget()
    setChosen({})
    setTried(false)
    setOpened(false)
    onChanged()
  }
  return (
    <>
      <Button disabled={all.length === 0} onClick={() => setOpened(true)}>
        {all.length === 0 ? '作废评议票（还没有人领票）' : '作废评议票'}
      </Button>
      <ReasonSheet
        title="作废评议票"
        opened={opened}
        onClose={() => setOpened(false)}
        notice={consequence}
        reason={fields.reason}
        onReason={(reason) => change({ reason })}
        suggestions={['手机丢失', '手机损坏', '误删小程序']}
        action="确定作废"
        busy={busy}
        error={error}
        onSubmit={() => void send()}
      >
        <NameChoice
          label="谁的票"
          people={raters}
          value={memberId}
          onChange={(id) => setChosen({ memberId: id })}
          error={tried && !memberId ? '请选择评议人' : undefined}
        />
        {memberId && (
          <NameChoice
            label="评谁的票"
            people={theirs.map((each) => ({ id: each.subjectId, name: nameOf.get(each.subjectId) ?? '已离开的对象' }))}
            value={subjectId}
            onChange={(id) => setChosen({ memberId, subjectId: id })}
            error={tried && !subjectId ? '请选择评议对象' : undefined}
          />
        )}
      </ReasonSheet>
    </>
  )
}
