import { Text, View } from '@tarojs/components'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import type { members } from '../../../../cloudfunctions/organisation/contract'
import { LongList } from '../../../ui/long-list'
import { standingNames } from '../../words'
import './invitation-list.scss'

type Member = OutputOf<typeof members>['members'][number]

interface InvitationListProps {
  members: readonly Member[]
  sought: string
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Names to tick. Those ticked stay in sight whatever is sought. */
export function InvitationList({ members, sought, chosen, onChange }: InvitationListProps) {
  const ticked = new Set(chosen)
  const shown = members.filter(({ id, name }) => ticked.has(id) || name.includes(sought))
  const turn = (id: string) => onChange(ticked.has(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <View className="invitation-list">
      {shown.length === 0 && <Text className="invitation-list__standing">没有找到，换一个字再试。</Text>}
      <LongList items={shown}>
        {({ id, name, standing }) => (
          <View
            key={id}
            className={`invitation-list__one${ticked.has(id) ? ' invitation-list__one--chosen' : ''}`}
            role="checkbox"
            aria-checked={ticked.has(id)}
            aria-label={`${name} ${standingNames[standing]}`}
            onClick={() => turn(id)}
          >
            <View className="invitation-list__box" />
            <Text className="invitation-list__name">{name}</Text>
            <Text className="invitation-list__standing">{standingNames[standing]}</Text>
          </View>
        )}
      </LongList>
    </View>
  )
}
