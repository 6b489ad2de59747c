import { Text, View } from '@tarojs/components'
import type { OutputOf } from '../../../cloudfunctions/kernel/contract'
import { postNames, standingNames } from '../../../cloudfunctions/organisation/contract'
import { identity } from '../../../cloudfunctions/showcase/identity-contract'
import { go, pages } from '../../platform/pages'
import { Button } from '../../ui/button'
import { Card, Fact, Tag } from '../../ui/card'
import { Portrait } from '../../ui/portrait'
import { showsThemselves } from '../../ui/standing'
import { QueryView } from '../../ui/states'
import { useQuery } from '../../ui/use-query'
import { ClaimsToDecide, ClaimsToRevoke } from '../components/claims-to-decide'
import { DutyList } from '../components/duty-list'
import { dayInWords } from '../day-in-words'
import './identity.scss'

export type Identity = OutputOf<typeof identity>

/** Who this is: the head of the member page. */
export function IdentitySection({ memberId }: { memberId: string }) {
  const query = useQuery(identity, { memberId }, { keep: true })
  return (
    <QueryView query={query} skeletonLines={6}>
      {(shown) => (
        <View className="identity-section">
          <Head shown={shown} />
          {!shown.mine && shown.maySetDuties && <ClaimsToDecide shown={shown} onDecided={query.reload} />}
          {showsThemselves(shown.standing) && (
            <Card title="岗位职责">
              <DutyList duties={shown.duties} />
              {shown.maySetDuties && (
                <Button onClick={() => go(pages.duties(memberId))}>{shown.duties.length ? '修改岗位职责' : '设置岗位职责'}</Button>
              )}
            </Card>
          )}
          {!shown.mine && shown.maySetDuties && <ClaimsToRevoke shown={shown} onDecided={query.reload} />}
        </View>
      )}
    </QueryView>
  )
}

function Head({ shown }: { shown: Identity }) {
  const { name, photo, standing, unitName, groupName, posts, position, joinedOn, badges, introduction, mine, claims } = shown
  const waiting = claims.filter(({ state }) => state === 'waiting').length
  const returned = claims.filter(({ submission }) => submission.state === 'returned' || submission.state === 'revoked').length
  return (
    <Card>
      <View className="identity-section__head">
        <Portrait name={name} photo={photo} size="large" />
        <View className="identity-section__who">
          <Text className="identity-section__name">{name}</Text>
          <View className="identity-section__tags">
            <Tag tone={showsThemselves(standing) ? 'red' : 'plain'}>{standingNames[standing]}</Tag>
            {badges.map(({ claimId, text }) => (
              <Text key={claimId} className="identity-section__badge">
                {text}
              </Text>
            ))}
          </View>
        </View>
      </View>
      {introduction && <Text className="identity-section__words">{introduction}</Text>}
      <Fact label="党组织">{groupName ? `${unitName} · ${groupName}` : unitName}</Fact>
      {posts.length > 0 && (
        <Fact label="职务">
          {posts.map(({ unitName: where, post }) => (
            <View key={`${where} ${post}`}>{where === unitName ? postNames[post] : `${where} · ${postNames[post]}`}</View>
          ))}
        </Fact>
      )}
      {position && <Fact label="岗位">{position.text}</Fact>}
      {joinedOn && <Fact label="入党日期">{dayInWords(joinedOn)}</Fact>}
      {mine && (waiting > 0 || returned > 0) && (
        <View className="identity-section__tags">
          {waiting > 0 && <Tag tone="warning">{`${waiting} 项待支部审核`}</Tag>}
          {returned > 0 && <Tag tone="warning">{`${returned} 项已退回`}</Tag>}
        </View>
      )}
      {mine && showsThemselves(standing) && <Button onClick={() => go(pages.profile())}>编辑我的亮身份</Button>}
    </Card>
  )
}
