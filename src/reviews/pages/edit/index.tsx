import { useRouter } from '@tarojs/taro'
import { units } from '../../../../cloudfunctions/organisation/contract'
import { round } from '../../../../cloudfunctions/reviews/contract'
import { serverNow } from '../../../platform/server-clock'
import { type Me, session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { roundUnits } from '../../round-units'
import { draftOf, newDraft } from './draft'
import { RoundForm } from './round-form'

/** Answers: who rates whom about what, and until when? */
export default function EditRoundPage() {
  const { roundId } = useRouter().params
  const me = session.use()?.me
  return (
    <Screen title={roundId ? '修改评议' : '准备评议'}>{me && (roundId ? <Change me={me} roundId={roundId} /> : <New me={me} />)}</Screen>
  )
}

function New({ me }: { me: Me }) {
  const query = useQuery(units, {}, { keep: true })
  return (
    <QueryView query={query} skeletonLines={8}>
      {(data) => {
        const mine = roundUnits(me, data.units)
        if (mine.length === 0)
          return <EmptyState title="您没有需要组织评议的职务" hint="评议由支部或上级组织的委员准备，需要时请联系支部书记。" />
        return <RoundForm draftKey={`${me.id} round new`} makeInitial={() => newDraft(mine[0]?.id, serverNow())} units={mine} />
      }}
    </QueryView>
  )
}

function Change({ me, roundId }: { me: Me; roundId: string }) {
  const query = useQuery(round, { roundId })
  return (
    <QueryView query={query} skeletonLines={8}>
      {(data) => {
        if (!data.mayManage) return <EmptyState title="您不能修改这次评议" hint="评议由组织它的委员修改。" />
        if (data.state !== 'draft') return <EmptyState title="这次评议已经开始" hint="开始以后只能延长截止时间，内容和评议人不再改动。" />
        return <RoundForm draftKey={`${me.id} round ${roundId}`} roundId={roundId} makeInitial={() => draftOf(data)} />
      }}
    </QueryView>
  )
}
