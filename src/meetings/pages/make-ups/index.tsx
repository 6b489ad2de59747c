import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { makeUps } from '../../../../cloudfunctions/meetings/make-up-contract'
import { session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { Asked } from './asked'
import { MakeUp } from './make-up'
import { SetMakeUpForm } from './set-make-up-form'

/** Answers: who has made up for the meeting they missed, and what is there to read? */
export default function MakeUpsPage() {
  const { meetingId = '' } = useRouter().params
  const signedIn = session.use() !== null
  const query = useQuery(makeUps, signedIn ? { meetingId } : undefined)
  const [setting, setSetting] = useState(false)
  const done = () => {
    setSetting(false)
    query.reload()
  }
  return (
    <Screen title="补课情况">
      <QueryView query={query} skeletonLines={6}>
        {({ now, makeUps: rows }) => {
          const open = rows.find(({ state }) => state === 'owed' || state === 'returned')
          const form = <SetMakeUpForm meetingId={meetingId} known={open ?? rows[0]} now={Date.parse(now)} onDone={done} />
          if (setting) return form
          if (!rows.length) {
            return (
              <>
                <EmptyState title="还没有安排补课" hint="写明内容和期限后，缺席的同志会在“今日”看到，并提交心得。" />
                {form}
              </>
            )
          }
          return (
            <>
              <Asked makeUps={rows} onChange={() => setSetting(true)} />
              {rows.map((row) => (
                <MakeUp key={row.memberId} meetingId={meetingId} makeUp={row} now={Date.parse(now)} onChanged={query.reload} />
              ))}
            </>
          )
        }}
      </QueryView>
    </Screen>
  )
}
