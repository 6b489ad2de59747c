import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { cadenceBoard } from '../../../../cloudfunctions/meetings/cadence-contract'
import { session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { Board } from './board'
import { BranchYear } from './branch-year'

/** Answers: has my branch held what it owes, and which branch needs help? */
export default function CadencePage() {
  const { unitId } = useRouter().params
  const signedIn = session.use() !== null
  const [year, setYear] = useState<number>()
  const board = useQuery(cadenceBoard, signedIn && !unitId ? (year ? { year } : {}) : undefined, { keep: true })
  const show = (id: string) => <BranchYear unitId={id} year={year} onYear={setYear} />

  return (
    <Screen title="三会一课" wide>
      {unitId ? (
        show(unitId)
      ) : board.error?.code === 'NOT_ALLOWED' ? (
        <EmptyState title="三会一课由支部委员和上级党组织查看" hint="本支部的会议可以在“全部会议”中查看。" />
      ) : (
        <QueryView query={board} skeletonLines={8}>
          {(data) => {
            const [first, second] = data.branches
            if (first && !second) return show(first.unitId)
            return <Board data={data} onYear={setYear} />
          }}
        </QueryView>
      )}
    </Screen>
  )
}
