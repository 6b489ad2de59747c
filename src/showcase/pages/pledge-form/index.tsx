import { useRouter } from '@tarojs/taro'
import { pledge } from '../../../../cloudfunctions/showcase/pledge-contract'
import { serverNow } from '../../../platform/server-clock'
import { type Me, session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { calendarDate } from '../../../ui/time'
import { useQuery } from '../../../ui/use-query'
import { DraftForm } from './draft-form'
import { RevisionForm } from './revision-form'

/** Answers: what do I promise, how will it be measured, and by when? */
export default function PledgeFormPage() {
  const { pledgeId, year } = useRouter().params
  const me = session.use()?.me
  return (
    <Screen title={pledgeId ? '修改承诺' : '写承诺'}>
      {me && (pledgeId ? <Change me={me} pledgeId={pledgeId} /> : <New me={me} asked={Number(year)} />)}
    </Screen>
  )
}

function New({ me, asked }: { me: Me; asked: number }) {
  const thisYear = Number(calendarDate(serverNow()).slice(0, 4))
  const years = [thisYear, thisYear + 1]
  const year = years.includes(asked) ? asked : thisYear
  return (
    <DraftForm
      draftKey={`${me.id} pledge new`}
      makeInitial={() => ({ year, category: undefined, text: '', measure: '', target: '', dueOn: `${year}-12-31` })}
      years={years}
    />
  )
}

function Change({ me, pledgeId }: { me: Me; pledgeId: string }) {
  const query = useQuery(pledge, { pledgeId })
  return (
    <QueryView query={query} skeletonLines={8}>
      {(data) => {
        const { mine, state, waiting, year, category, text, measure, target, dueOn } = data
        const draftKey = `${me.id} pledge ${pledgeId}`
        if (!mine) return <EmptyState title="这是别人的承诺" hint="承诺由本人修改。" />
        if (waiting) return <EmptyState title="正等支部审核" hint="要修改，请先在承诺页撤回。" />
        if (state === 'draft') {
          return (
            <DraftForm draftKey={draftKey} pledgeId={pledgeId} makeInitial={() => ({ year, category, text, measure, target, dueOn })} />
          )
        }
        if (state === 'published') return <RevisionForm draftKey={draftKey} pledge={data} />
        return <EmptyState title="这项承诺已有结果" hint="结果核实后不再修订。" />
      }}
    </QueryView>
  )
}
