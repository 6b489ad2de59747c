import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import type { attendance } from '../../../../cloudfunctions/meetings/contract'
import { admit } from '../../../../cloudfunctions/meetings/remote-contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import { EmptyState } from '../../../ui/states'
import { useSubmit } from '../../../ui/use-submit'
import { Refusal } from '../../components/refusal'
import './admit-sheet.scss'

interface AdmitSheetProps {
  meetingId: string
  /** Who is not there yet. */
  people: OutputOf<typeof attendance>['people']
  opened: boolean
  onClose: () => void
  onAdmitted: () => void
}

/** Rows on a screen; the name sought brings up the rest. */
const shownAtOnce = 30

export function AdmitSheet({ meetingId, people, opened, onClose, onAdmitted }: AdmitSheetProps) {
  const { submit, busy, error } = useSubmit(admit)
  const [sought, setSought] = useState('')
  const found = people.filter(({ name }) => name.includes(sought.trim()))

  const admitPerson = async ({ memberId, name }: AdmitSheetProps['people'][number]) => {
    if (!(await submit({ meetingId, memberId }))) return
    say(`已将${name}列入在场`)
    onAdmitted()
  }

  return (
    <Sheet title="列入在场" opened={opened} onClose={onClose}>
      <TextField label="查找" value={sought} onChange={setSought} maxLength={20} placeholder="姓名" />
      <Refusal error={error} offline="没有登记：现在连不上网络，请联网后再点一次。" />
      {found.length === 0 && <EmptyState title={people.length ? '没有找到，换一个字再试' : '应到的同志都已到会'} />}
      {found.slice(0, shownAtOnce).map((person) => (
        <View key={person.memberId} className="admit-sheet__one">
          <Text className="admit-sheet__name">{person.name}</Text>
          {!person.votes && <Text className="admit-sheet__note">无表决权</Text>}
          <Button small busy={busy} onClick={() => void admitPerson(person)}>
            {`列入${person.name}`}
          </Button>
        </View>
      ))}
      {found.length > shownAtOnce && <Text className="admit-sheet__note">{`还有 ${found.length - shownAtOnce} 人，请用姓名查找`}</Text>}
    </Sheet>
  )
}
