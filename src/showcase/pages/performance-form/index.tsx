import { useRouter } from '@tarojs/taro'
import { performance, performanceSubjects } from '../../../../cloudfunctions/showcase/performance-contract'
import { go, pages } from '../../../platform/pages'
import { type Me, session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { EntryForm } from './entry-form'

/** Answers: what did I achieve in a quarter, for which pledge or project, and what shows it? */
export default function PerformanceFormPage() {
  const { performanceId } = useRouter().params
  const me = session.use()?.me
  return (
    <Screen title={performanceId ? '修改绩效' : '写绩效'}>
      {me && (performanceId ? <Change me={me} performanceId={performanceId} /> : <New me={me} />)}
    </Screen>
  )
}

function New({ me }: { me: Me }) {
  const query = useQuery(performanceSubjects, {})
  return (
    <QueryView query={query} skeletonLines={8}>
      {(choices) =>
        choices.subjects.length ? (
          <EntryForm draftKey={`${me.id} performance new`} choices={choices} />
        ) : (
          <EmptyState
            title="还没有可以写绩效的承诺或项目"
            hint="绩效要对应一项承诺或示范项目。承诺公布、项目获批以后，就可以在这里写。"
            action={<Button onClick={() => go(pages.member())}>去看我的三亮</Button>}
          />
        )
      }
    </QueryView>
  )
}

function Change({ me, performanceId }: { me: Me; performanceId: string }) {
  const query = useQuery(performance, { performanceId })
  const subjects = useQuery(performanceSubjects, {})
  return (
    <QueryView query={query} skeletonLines={8}>
      {(entry) => {
        if (!entry.mine) return <EmptyState title="这是别人的绩效" hint="绩效由本人填写。" />
        if (entry.state === 'submitted') return <EmptyState title="正等支部核实" hint="要修改，请先在绩效页撤回。" />
        if (entry.state === 'verified')
          return <EmptyState title="这条绩效已核实" hint="核实后不再修改；有出入请告诉支部，由支部撤销核实。" />
        return (
          <QueryView query={subjects} skeletonLines={8}>
            {(choices) => <EntryForm draftKey={`${me.id} performance ${performanceId}`} choices={choices} entry={entry} />}
          </QueryView>
        )
      }}
    </QueryView>
  )
}
