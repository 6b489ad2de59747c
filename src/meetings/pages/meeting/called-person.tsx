import { Text, View } from '@tarojs/components'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { answerRollCall, type rollCall } from '../../../../cloudfunctions/meetings/contract'
import { Button } from '../../../ui/button'
import { Tag } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import { flagNames } from '../../words'
import './called-person.scss'

interface CalledPersonProps {
  meetingId: string
  person: OutputOf<typeof rollCall>['called'][number]
  onAnswered: () => void
}

export function CalledPerson({ meetingId, person: { memberId, name, flags, result }, onAnswered }: CalledPersonProps) {
  const { submit, busy, error } = useSubmit(answerRollCall)
  const answer = async (here: 'here' | 'not-here') => {
    if (await submit({ meetingId, memberId, result: here })) onAnswered()
  }
  return (
    <View className="called-person">
      <View className="called-person__who">
        <Text className="called-person__name">{name}</Text>
        {flags.map((flag) => (
          <Tag key={flag} tone="warning">
            {flagNames[flag]}
          </Tag>
        ))}
      </View>
      {result === null ? (
        <>
          <Button small busy={busy} onClick={() => void answer('here')}>
            在场
          </Button>
          <Button small busy={busy} onClick={() => void answer('not-here')}>
            不在
          </Button>
        </>
      ) : (
        <Tag tone={result === 'here' ? 'success' : 'warning'}>{result === 'here' ? '在场' : '不在'}</Tag>
      )}
      {error && <Notice tone="warning">{error.message}</Notice>}
    </View>
  )
}
