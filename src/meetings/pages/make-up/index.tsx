import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { myMakeUps } from '../../../../cloudfunctions/meetings/make-up-contract'
import { go, pages } from '../../../platform/pages'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Card, Fact, Tag } from '../../../ui/card'
import { makeUpWords } from '../../../ui/make-up-words'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { dayAndTime, dayName } from '../../../ui/time'
import { useQuery } from '../../../ui/use-query'
import { HandIn } from './hand-in'
import './index.scss'

/** Answers: what do I owe for the meeting I missed, and is it done? */
export default function MakeUpPage() {
  const { meetingId = '' } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(myMakeUps, me && { meetingId }, { keep: true })
  return (
    <Screen title="补课">
      <QueryView query={query} skeletonLines={6}>
        {({ now, makeUps: [own] }) => {
          if (!own) return <EmptyState title="这次会议没有要补的课" hint="支部安排补课后，要求和期限会显示在这里。" />
          const { state, dueAt, title, startsAt, instructions, note, handedInAt, decision } = own
          const { text, tone } = makeUpWords(state, dueAt, Date.parse(now))
          return (
            <>
              <Card title={title} extra={<Tag tone={tone}>{text}</Tag>}>
                <Fact label="会议">{dayAndTime(startsAt, Date.parse(now))}</Fact>
                <Fact label="期限">{dayAndTime(dueAt, Date.parse(now))}</Fact>
                <Text className="make-up__label">补学内容和要求</Text>
                <Text className="make-up__text">{instructions}</Text>
                <Button onClick={() => go(pages.meeting(meetingId))}>查看会议</Button>
              </Card>
              {decision && (
                <Card title={state === 'returned' ? '退回的原因' : '审阅意见'}>
                  <Text className="make-up__text">{decision}</Text>
                </Card>
              )}
              {note && state !== 'returned' && (
                <Card title="我的心得" {...(handedInAt && { extra: <Tag>{`${dayName(handedInAt, Date.parse(now))}提交`}</Tag> })}>
                  <Text className="make-up__text">{note}</Text>
                </Card>
              )}
              {me && (state === 'owed' || state === 'returned') && (
                <HandIn draftKey={`${me.id} ${meetingId}`} meetingId={meetingId} written={note ?? ''} onHandedIn={query.reload} />
              )}
            </>
          )
        }}
      </QueryView>
    </Screen>
  )
}
