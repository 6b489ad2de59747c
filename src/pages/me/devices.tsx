import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../../cloudfunctions/kernel/contract'
import { endSession, sessions } from '../../../cloudfunctions/organisation/contract'
import { confirm, say } from '../../platform/notice'
import { Button } from '../../ui/button'
import { Tag } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { QueryView } from '../../ui/states'
import { dayAndTime } from '../../ui/time'
import { useQuery } from '../../ui/use-query'
import { useSubmit } from '../../ui/use-submit'
import './devices.scss'

type Device = OutputOf<typeof sessions>['sessions'][number]

const few = 5

/** Where I am signed in; one that I do not know can be ended here. */
export function Devices() {
  const answer = useQuery(sessions, {})
  const ending = useSubmit(endSession)
  const [all, setAll] = useState(false)

  const end = async ({ sessionId, device }: Device) => {
    if (!(await confirm({ title: `退出“${device}”？`, content: '那台设备再次使用时需要重新登录。', confirmText: '退出' }))) return
    if (await ending.submit({ sessionId })) say('已退出')
    // Also after a refusal: it may have ended by itself meanwhile.
    answer.reload()
  }

  return (
    <QueryView query={answer}>
      {({ sessions }) => {
        const devices = [...sessions.filter(({ current }) => current), ...sessions.filter(({ current }) => !current)]
        return (
          <View className="devices">
            {ending.error && <Notice tone="warning">{ending.error.message}</Notice>}
            {(all ? devices : devices.slice(0, few)).map((each) => (
              <View key={each.sessionId} className="devices__one">
                <View className="devices__words">
                  <Text className="devices__name">{each.device}</Text>
                  <Text className="devices__since">{`${dayAndTime(each.startedAt)} 登录`}</Text>
                </View>
                {each.current ? (
                  <Tag tone="success">本机</Tag>
                ) : (
                  <View className="devices__end">
                    <Button small busy={ending.busy} onClick={() => void end(each)}>
                      退出
                    </Button>
                  </View>
                )}
              </View>
            ))}
            {devices.length === 1 && <Text className="devices__since">没有在其他设备登录。</Text>}
            {!all && devices.length > few && <Button onClick={() => setAll(true)}>{`显示全部 ${devices.length} 台`}</Button>}
          </View>
        )
      }}
    </QueryView>
  )
}
