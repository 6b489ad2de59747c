import { draftPledge, proposePledge } from '../../../../cloudfunctions/showcase/pledge-contract'
import { say } from '../../../platform/notice'
import { goBack, pages, replaceWith } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choice, Field } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { RestoredNotice } from '../../../ui/restored-notice'
import { useSubmit } from '../../../ui/use-submit'
import { useKeptForm } from '../../kept-form'
import { type Fields, useErrors } from './fields'
import { PledgeFields } from './pledge-fields'

interface DraftFormProps {
  draftKey: string
  /** Of a draft that is there already. */
  pledgeId?: string
  makeInitial: () => Fields
  /** To choose from; none where the year is settled. */
  years?: number[]
}

/** A pledge is written, and saved or put before the branch at once. */
export function DraftForm({ draftKey, pledgeId, makeInitial, years = [] }: DraftFormProps) {
  const { fields, change, restored, forget } = useKeptForm<Fields>(draftKey, makeInitial)
  const saving = useSubmit(draftPledge)
  const proposing = useSubmit(proposePledge)
  const errors = useErrors(fields, saving.error)
  const busy = saving.busy || proposing.busy

  const save = async () => {
    const words = errors.check()
    if (!words) return undefined
    return (await saving.submit({ ...(pledgeId && { pledgeId }), year: fields.year, ...words }))?.pledgeId
  }
  const leave = (id: string, word: string) => {
    forget()
    say(word)
    if (pledgeId) goBack()
    else replaceWith(pages.pledge(id))
  }
  const saveOnly = async () => {
    const id = await save()
    if (id) leave(id, '已存为草稿')
  }
  const propose = async () => {
    const id = await save()
    if (!id) return
    // Saved it is in any case: from its own page it can be submitted again.
    const proposed = await proposing.submit({ pledgeId: id })
    leave(id, proposed ? '已提交，等支部审核' : '已存为草稿，还没有提交成功')
  }

  return (
    <>
      {restored && <RestoredNotice onForget={forget} />}
      <Card>
        <PledgeFields fields={fields} change={change} errors={errors}>
          {years.length > 1 && (
            <Field label="年度">
              <Choice
                options={years.map((each) => ({ value: `${each}`, text: `${each} 年` }))}
                value={`${fields.year}`}
                onChange={(value) => change({ year: Number(value), dueOn: `${value}${fields.dueOn.slice(4)}` })}
              />
            </Field>
          )}
        </PledgeFields>
      </Card>
      {errors.rest && <Notice tone="warning">{errors.rest}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void propose()}>
        提交支部审核
      </Button>
      <Button busy={busy} onClick={() => void saveOnly()}>
        存为草稿
      </Button>
    </>
  )
}
