import { changeRound, createRound } from '../../../../cloudfunctions/reviews/contract'
import { say } from '../../../platform/notice'
import { goBack, pages, replaceWith } from '../../../platform/pages'
import { serverNow } from '../../../platform/server-clock'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { RestoredNotice } from '../../../ui/restored-notice'
import { useSubmit } from '../../../ui/use-submit'
import { useKeptForm } from '../../kept-form'
import type { Unit } from '../../round-units'
import { AboutFields } from './about-fields'
import { CriteriaFields } from './criteria-fields'
import { criteriaOf, type Draft, settingOf, titleOf } from './draft'
import { Preview } from './preview'
import { TermsFields } from './terms-fields'
import { useErrors } from './use-errors'

interface RoundFormProps {
  draftKey: string
  makeInitial: () => Draft
  /** Of a round that was prepared before. */
  roundId?: string
  /** Of a new one: where it may be held. */
  units?: readonly Unit[]
}

/** A round is prepared; nobody is asked anything before it is opened on its own page. */
export function RoundForm({ draftKey, makeInitial, roundId, units = [] }: RoundFormProps) {
  const { fields: draft, change, restored, forget } = useKeptForm<Draft>(draftKey, makeInitial)
  const creating = useSubmit(createRound)
  const changing = useSubmit(changeRound)
  const now = serverNow()
  const errors = useErrors(draft, now, creating.error ?? changing.error)
  const setting = settingOf(draft, now)
  const unitId = units.find(({ id }) => id === draft.unitId)?.id ?? units[0]?.id

  const send = async () => {
    if (!errors.check()) return
    if (roundId) {
      if (!(await changing.submit({ roundId, ...setting }))) return
      forget()
      say('已保存')
      return goBack()
    }
    if (!unitId) return
    const answer = await creating.submit({ unitId, template: draft.template, ...setting })
    if (!answer) return
    forget()
    say('已准备好，还没有开始')
    replaceWith(pages.reviewManage(answer.roundId))
  }

  return (
    <>
      {restored && <RestoredNotice onForget={forget} />}
      <AboutFields draft={{ ...draft, unitId }} title={titleOf(draft, now)} change={change} errors={errors} units={units} />
      <CriteriaFields criteria={criteriaOf(draft)} onChange={(criteria) => change({ criteria })} errors={errors} />
      <TermsFields draft={draft} change={change} errors={errors} />
      <Preview template={draft.template} setting={setting} />
      {errors.rest && <Notice tone="warning">{errors.rest}</Notice>}
      <Button kind="main" busy={creating.busy || changing.busy} onClick={() => void send()}>
        {roundId ? '保存修改' : '保存，下一步开始评议'}
      </Button>
    </>
  )
}
