import { useRouter } from '@tarojs/taro'
import { project } from '../../../../cloudfunctions/showcase/project-contract'
import { serverNow } from '../../../platform/server-clock'
import { type Me, session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { calendarDate } from '../../../ui/time'
import { useQuery } from '../../../ui/use-query'
import { ProjectForm } from './project-form'

/** Answers: what do I want to achieve, in which steps, and by when? */
export default function ProjectFormPage() {
  const { projectId, year } = useRouter().params
  const me = session.use()?.me
  return (
    <Screen title={projectId ? '修改示范项目' : '申报示范项目'}>
      {me && (projectId ? <Change me={me} projectId={projectId} /> : <New me={me} asked={Number(year)} />)}
    </Screen>
  )
}

function New({ me, asked }: { me: Me; asked: number }) {
  const thisYear = Number(calendarDate(serverNow()).slice(0, 4))
  const years = [thisYear, thisYear + 1]
  const year = years.includes(asked) ? asked : thisYear
  const dueOn = `${year}-12-31`
  return (
    <ProjectForm
      draftKey={`${me.id} project new`}
      makeInitial={() => ({ year, kind: undefined, name: '', goal: '', dueOn, milestones: [{ text: '', dueOn }] })}
      years={years}
    />
  )
}

function Change({ me, projectId }: { me: Me; projectId: string }) {
  const query = useQuery(project, { projectId })
  return (
    <QueryView query={query} skeletonLines={8}>
      {({ mine, state, year, kind, name, goal, dueOn, milestones }) => {
        if (!mine) return <EmptyState title="这是别人的项目" hint="项目由本人修改。" />
        if (state === 'proposed') return <EmptyState title="正等支部审核" hint="要修改，请先在项目页撤回。" />
        if (state !== 'draft') return <EmptyState title="项目已经立项" hint="立项后不再修改，节点完成情况在项目页登记。" />
        const steps = milestones.map((step) => ({ text: step.text, dueOn: step.dueOn }))
        return (
          <ProjectForm
            draftKey={`${me.id} project ${projectId}`}
            projectId={projectId}
            makeInitial={() => ({ year, kind, name, goal, dueOn, milestones: steps })}
          />
        )
      }}
    </QueryView>
  )
}
