import { Text, View } from '@tarojs/components'
import { cadenceKinds } from '../../../../cloudfunctions/meetings/cadence-contract'
import { Tag } from '../../../ui/card'
import { type BranchLine, kindNames, needsOf } from './words'

interface BoardRowProps {
  branch: BranchLine
  onChoose: () => void
}

/** One branch; on a wide screen a cell for each kind, held of owed so far. */
export function BoardRow({ branch, onChoose }: BoardRowProps) {
  const { unitName, overdue, owed, tallies } = branch
  return (
    <View className="board-row" role="row" onClick={onChoose}>
      <View className="board-row__name" role="cell">
        <View className="board-row__link" {...{ role: 'button', tabIndex: 0 }}>
          {unitName}
        </View>
        {overdue > 0 && <Text className="board-row__needs">{`逾期：${needsOf(branch)}`}</Text>}
      </View>
      <View className="board-row__state" role="cell">
        {overdue > 0 && <Tag tone="red">{`逾期 ${overdue}`}</Tag>}
        {overdue === 0 && owed > 0 && <Tag tone="warning">{`待召开 ${owed}`}</Tag>}
        {overdue + owed === 0 && <Tag tone="success">已完成</Tag>}
      </View>
      {cadenceKinds.map((kind) => {
        const tally = tallies.find((each) => each.kind === kind)
        return (
          <View key={kind} className={`board-row__kind${tally?.overdue ? ' board-row__kind--overdue' : ''}`} role="cell">
            {tally ? (
              <>
                <Text className="board-row__count" aria-label={`${kindNames[kind]} 应 ${tally.owed} 次，已召开 ${tally.done} 次`}>
                  {`${tally.done}/${tally.owed}`}
                </Text>
                {tally.overdue > 0 && <Text className="board-row__overdue">{`逾期 ${tally.overdue}`}</Text>}
              </>
            ) : (
              <Text className="board-row__count">—</Text>
            )}
          </View>
        )
      })}
    </View>
  )
}
