import { proposeProject, saveProject } from '../../../../cloudfunctions/showcase/project-contract'
import { say } from '../../../platform/notice'
import { goBack, pages, replaceWith } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { RestoredNotice } from '../../../ui/restored-notice'
import { useSubmit } from '../../../ui/use-submit'
import { useKeptForm } from '../../kept-form'
import { type Fields, useErrors } from './fields'
import { ProjectFields } from './project-fields'
import { StepsFields } from './steps-fields'

interface ProjectFormProps {
  draftKey: string
  /** Of a draft that is there already. */
  projectId?: string
  makeInitial: () => Fields
  /** To choose from; none where the year is settled. */
  years?: number[]
}

/** A project is planned, and saved or put before the branch at once. */
export function ProjectForm({ draftKey, projectId, makeInitial, years = [] }: ProjectFormProps) {
  const { fields, change, restored, forget } = useKeptForm<Fields>(draftKey, makeInitial)
  const saving = useSubmit(saveProject)
  const proposing = useSubmit(proposeProject)
  const errors = useErrors(fields, saving.error)
  const busy = saving.busy || proposing.busy

  const save = async () => {
    const plan = errors.check()
    if (!plan) return undefined
    return (await saving.submit({ ...(projectId && { projectId }), ...plan }))?.projectId
  }
  const leave = (id: string, word: string) => {
    forget()
    say(word)
    if (projectId) goBack()
    else replaceWith(pages.project(id))
  }
  const saveOnly = async () => {
    const id = await save()
    if (id) leave(id, '已存为草稿')
  }
  const propose = async () => {
    const id = await save()
    if (!id) return
    // Saved it is in any case: from its own page it can be submitted again.
    const proposed = await proposing.submit({ projectId: id })
    leave(id, proposed ? '已提交，等支部审核' : '已存为草稿，还没有提交成功')
  }

  return (
    <>
      {restored && <RestoredNotice onForget={forget} />}
      <ProjectFields fields={fields} change={change} errors={errors} years={years} />
      <StepsFields steps={fields.milestones} dueOn={fields.dueOn} onChange={(milestones) => change({ milestones })} errors={errors} />
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
