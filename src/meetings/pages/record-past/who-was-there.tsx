import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import type { previewPast } from '../../../../cloudfunctions/meetings/past-contract'
import { Tag } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { LongList } from '../../../ui/long-list'
import { EmptyState } from '../../../ui/states'
import type { Exception } from '../schedule/draft'
import './who-was-there.scss'

export type Expected = OutputOf<typeof previewPast>['people'][number]

/** From how many names on searching is quicker than looking. */
const many = 12

export const exceptionNames = { late: '迟到', excused: '请假', absent: '缺席', 'not-expected': '不在应到' } as const

interface WhoWasThereProps {
  people: readonly Expected[]
  exceptions: Record<string, Exception>
  onChoose: (memberId: string) => void
}

/** Everyone expected, with what became of them. */
export function WhoWasThere({ people, exceptions, onChoose }: WhoWasThereProps) {
  const [sought, setSought] = useState('')
  const word = sought.trim()
  const found = word ? people.filter(({ name, groupName }) => name.includes(word) || groupName?.includes(word)) : people
  if (people.length === 0) return <EmptyState title="没有应到的人" hint="在组织中加入成员后，会显示在这里。" />
  return (
    <>
      {people.length > many && <TextField label="查找" value={sought} onChange={setSought} maxLength={20} placeholder="姓名或党小组" />}
      {found.length === 0 && <EmptyState title="名单里没有找到" hint="换一个字再试。" />}
      <View>
        <LongList items={found}>
          {({ memberId, name, groupName }) => {
            const exception = exceptions[memberId]
            return (
              <View
                key={memberId}
                className="who-was-there"
                role="button"
                aria-label={`${name} ${exception ? exceptionNames[exception.state] : '到会'}`}
                onClick={() => onChoose(memberId)}
              >
                <View className="who-was-there__who">
                  <Text className="who-was-there__name">{name}</Text>
                  <Text className="who-was-there__more">{exception?.reason ?? groupName ?? ''}</Text>
                </View>
                <Tag tone={exception ? 'warning' : 'success'}>{exception ? exceptionNames[exception.state] : '到会'}</Tag>
              </View>
            )
          }}
        </LongList>
      </View>
    </>
  )
}
