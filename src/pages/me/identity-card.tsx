import { Text, View } from '@tarojs/components'
import { postNames, standingNames } from '../../../cloudfunctions/organisation/contract'
import type { Me } from '../../platform/session'
import { Card, Fact, Tag } from '../../ui/card'
import './identity-card.scss'

/** Who I am here. */
export function IdentityCard({ me }: { me: Me }) {
  return (
    <Card>
      <View className="identity">
        <View className="identity__head">
          <Text className="identity__name">{me.name}</Text>
          <Tag tone={me.standing === 'colleague' ? 'plain' : 'red'}>{standingNames[me.standing]}</Tag>
          {me.demo && <Tag tone="warning">演示组织</Tag>}
        </View>
        <Fact label="单位">{me.organisationName}</Fact>
        <Fact label="党组织">{me.unitName}</Fact>
        {me.groupName && <Fact label="党小组">{me.groupName}</Fact>}
        {me.posts.length > 0 && (
          <Fact label="职务">
            {me.posts.map(({ unitId, unitName, post }) => (
              <View key={`${unitId} ${post}`}>{`${unitName} · ${postNames[post]}`}</View>
            ))}
          </Fact>
        )}
      </View>
    </Card>
  )
}
