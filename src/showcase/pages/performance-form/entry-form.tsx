import { useState } from 'react'
import { savePerformance, submitPerformance } from '../../../../cloudfunctions/showcase/performance-contract'
import { say } from '../../../platform/notice'
import { goBack, pages, replaceWith } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { RestoredNotice } from '../../../ui/restored-notice'
import { useEvidence } from '../../../ui/use-evidence'
import { useSubmit } from '../../../ui/use-submit'
import { useKeptForm } from '../../kept-form'
import type { Performance } from '../../performance-words'
import { EntryFields } from './entry-fields'
import { type Choices, type Fields, initialOf, keyOf, missingOf, writtenOf } from './fields'

interface EntryFormProps {
  draftKey: string
  choices: Choices
  /** A draft that is there already. */
  entry?: Performance
}

/** An entry is written, and saved or put before the branch at once. */
export function EntryForm({ draftKey, choices, entry }: EntryFormProps) {
  const { fields, change, restored, forget } = useKeptForm<Fields>(draftKey, () => initialOf(choices, entry))
  const evidence = useEvidence(fields.evidence, (items) => change({ evidence: items }), entry?.evidence)
  const saving = useSubmit(savePerformance)
  const submitting = useSubmit(submitPerformance)
  const [tried, setTried] = useState<'save' | 'submit'>()

  const subjects = withOwn(choices.subjects, entry)
  const missing = missingOf(fields)
  const unsent = evidence.upload.sending.length > 0 ? '有文件还没有传好，请重试或不传了' : undefined
  const unproven = evidence.sent.length === 0 ? '请至少附上一项佐证：照片、文件或链接' : undefined
  const errors = {
    ...saving.error?.fields,
    ...(tried && missing),
    ...(tried && (unsent ?? (tried === 'submit' ? unproven : undefined)) && { evidence: unsent ?? unproven }),
  }

  const save = async () => {
    const written = writtenOf(
      fields,
      subjects.map(({ about }) => about),
    )
    if (Object.keys(missing).length || unsent || !written) return undefined
    return saving.submit({ ...(entry && { performanceId: entry.performanceId }), ...written, evidence: evidence.sent })
  }
  const leave = (performanceId: string, word: string) => {
    forget()
    say(word)
    if (entry) goBack()
    else replaceWith(pages.performance(performanceId))
  }
  const saveOnly = async () => {
    setTried('save')
    const saved = await save()
    if (saved) leave(saved.performanceId, '已存为草稿')
  }
  const send = async () => {
    setTried('submit')
    const saved = unproven ? undefined : await save()
    if (!saved) return
    // Saved it is in any case: from its own page it can be submitted again.
    const submitted = await submitting.submit(saved)
    leave(saved.performanceId, submitted ? '已提交，等支部核实' : '已存为草稿，还没有提交成功')
  }

  const busy = saving.busy || submitting.busy
  return (
    <>
      {restored && <RestoredNotice onForget={forget} />}
      <EntryFields fields={fields} change={change} errors={errors} quarters={choices.quarters} subjects={subjects} evidence={evidence} />
      {saving.error && Object.keys(saving.error.fields).length === 0 && <Notice tone="warning">{saving.error.message}</Notice>}
      <Button kind="main" busy={busy || evidence.upload.busy} onClick={() => void send()}>
        提交支部核实
      </Button>
      <Button busy={busy || evidence.upload.busy} onClick={() => void saveOnly()}>
        存为草稿
      </Button>
    </>
  )
}

/** What a draft is about can be chosen as long as it is, even where it is older than what else is offered. */
function withOwn(subjects: Choices['subjects'], entry?: Performance): Choices['subjects'] {
  if (!entry || subjects.some(({ about }) => keyOf(about) === keyOf(entry.about))) return subjects
  return [{ year: entry.year, about: entry.about }, ...subjects]
}
