import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { getMe } from '../../../cloudfunctions/organisation/contract'
import { elderMode } from '../../platform/elder-mode'
import { go, pages } from '../../platform/pages'
import { session, updateMe } from '../../platform/session'
import { Card } from '../../ui/card'
import { LinkRow, LinkRows } from '../../ui/link-row'
import { Screen } from '../../ui/screen'
import { showsThemselves } from '../../ui/standing'
import { Toggle } from '../../ui/toggle'
import { useQuery } from '../../ui/use-query'
import { Devices } from './devices'
import { EraseForm } from './erase-form'
import { Fold } from './fold'
import { IdentityCard } from './identity-card'
import { Keeping } from './keeping'
import { KeptList } from './kept-list'
import { leaveErased } from './leave'
import { LocationConsent } from './location-consent'
import { MyData } from './my-data'
import { PasswordForm } from './password-form'
import { SignOut } from './sign-out'
import { Wechat } from './wechat'
import './index.scss'

/** Answers: what is mine here? Who I am is known on the phone, so the page never waits for it. */
export default function MePage() {
  const me = session.use()?.me
  const elder = elderMode.use()
  // No state: the end of the session is rendered before a state set beside it.
  const leaving = useRef(false)
  const { data, reload } = useQuery(getMe, me && {})
  useEffect(() => {
    if (data) updateMe(data)
  }, [data])

  return (
    // Open while leaving: the frame would send whoever is no longer signed in to sign in and come back here.
    <Screen title="我的" tab open={leaving.current}>
      {me && (
        <View className="me">
          <View className="me__column">
            <IdentityCard me={me} />
            {showsThemselves(me.standing) && (
              <LinkRows>
                <LinkRow title="我的三亮" hint="亮身份、亮承诺、亮绩效" onClick={() => go(pages.member())} />
              </LinkRows>
            )}
            <LinkRows>
              <LinkRow title="评议" hint="一评、民主评议党员、融合成效" onClick={() => go(pages.reviews())} />
            </LinkRows>
            <Keeping me={me} />
            <Card>
              <Toggle label="适老模式" hint="文字更大，对比更强，按钮更大" on={elder} onChange={elderMode.set} />
            </Card>
            <View className="me__group">
              <Text className="me__heading">登录与安全</Text>
              <View className="me__folds">
                <Fold title="登录设备">{() => <Devices />}</Fold>
                <Fold title="微信登录">{() => <Wechat />}</Fold>
                <Fold title="修改密码">{(close) => <PasswordForm onChanged={close} />}</Fold>
              </View>
            </View>
          </View>
          <View className="me__column me__column--second">
            <View className="me__group">
              <Text className="me__heading">个人信息</Text>
              <Card>
                <LocationConsent me={me} onChanged={reload} />
              </Card>
              <View className="me__folds">
                <Fold title="保存了哪些信息">{() => <KeptList />}</Fold>
                <Fold title="导出我的信息">{() => <MyData />}</Fold>
                <Fold title="删除我的信息">
                  {() => (
                    <EraseForm
                      onErased={() => {
                        leaving.current = true
                        leaveErased(me)
                      }}
                    />
                  )}
                </Fold>
              </View>
            </View>
          </View>
          <View className="me__leave">
            <SignOut
              me={me}
              onLeave={() => {
                leaving.current = true
              }}
            />
          </View>
        </View>
      )}
    </Screen>
  )
}
