import { Text, View } from '@tarojs/components'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import type { publicCard } from '../../../../cloudfunctions/showcase/card-contract'
import { Card, Tag } from '../../../ui/card'
import { Portrait } from '../../../ui/portrait'
import './head.scss'

/** Who it is. */
export function Head({ card: { name, photo, position, unitName, badges, introduction } }: { card: OutputOf<typeof publicCard> }) {
  return (
    <Card>
      <View className="card-head">
        <Portrait name={name} photo={photo} size="large" />
        <View className="card-head__words">
          <Text className="card-head__name">{name}</Text>
          {position && <Text className="card-head__position">{position}</Text>}
          <Text className="card-head__unit">{`中共党员 · ${unitName}`}</Text>
          {badges.length > 0 && (
            <View className="card-head__badges">
              {badges.map((badge) => (
                <Tag key={badge} tone="red">
                  {badge}
                </Tag>
              ))}
            </View>
          )}
        </View>
      </View>
      {introduction && <Text className="card-head__introduction">{introduction}</Text>}
    </Card>
  )
}
