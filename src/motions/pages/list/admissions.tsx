import { Text } from '@tarojs/components'
import { useState } from 'react'
import { attendance } from '../../../../cloudfunctions/meetings/contract'
import { Button } from '../../../ui/button'
import { Card, Fact } from '../../../ui/card'
import { QueryView } from '../../../ui/states'
import { clockTime } from '../../../ui/time'
import { useQuery } from '../../../ui/use-query'
import './admissions.scss'
import { AdmitSheet } from './admit-sheet'

interface AdmissionsProps {
  meetingId: string
  onChanged: () => void
}

/** Those who join from afar: they count as present once the organiser admits them by name. */
export function Admissions({ meetingId, onChanged }: AdmissionsProps) {
  const query = useQuery(attendance, { meetingId })
  const [opened, setOpened] = useState(false)
  const admitted = () => {
    query.reload()
    onChanged()
  }
  return (
    <Card title="远程参会">
      <Text className="admissions__hint">通过电话、视频参会的同志，由组织者按姓名列入在场后，才计入到会、可以表决。</Text>
      <QueryView query={query} skeletonLines={2}>
        {({ people }) => (
          <>
            {people
              .filter(({ how }) => how === 'remote')
              .map(({ memberId, name, at, admittedBy }) => (
                <Fact key={memberId} label={name}>{`${at ? clockTime(at) : ''} 由${admittedBy ?? '组织者'}列入在场`}</Fact>
              ))}
            <Button onClick={() => setOpened(true)}>列入在场</Button>
            <AdmitSheet
              meetingId={meetingId}
              people={people.filter(({ at, counted }) => !at && counted)}
              opened={opened}
              onClose={() => setOpened(false)}
              onAdmitted={admitted}
            />
          </>
        )}
      </QueryView>
    </Card>
  )
}
