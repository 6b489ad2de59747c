import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { minutesAnHour, task } from '../../../../cloudfunctions/study/contract'
import { openLink } from '../../../platform/open-link'
import { go, pages } from '../../../platform/pages'
import { session } from '../../../platform/session'
import { AttachmentList } from '../../../ui/attachment-list'
import { Button } from '../../../ui/button'
import { Card, Fact, Tag } from '../../../ui/card'
import { Screen } from '../../../ui/screen'
import { QueryView } from '../../../ui/states'
import { materialWords, timeRead } from '../../../ui/study-words'
import { dayAndTime } from '../../../ui/time'
import { useQuery } from '../../../ui/use-query'
import { useBeats } from '../../use-beats'
import { Note } from './note'
import './index.scss'

type Task = OutputOf<typeof task>

/** Answers: what is there to study, and has it been counted? */
export default function TaskPage() {
  const { taskId = '' } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(task, me && { taskId }, { keep: true })
  return (
    <Screen title="学习">
      <QueryView query={query} skeletonLines={8}>
        {(shown) => (
          <View className="study-task">
            <Overview shown={shown} />
            <Material shown={shown} />
            {me && shown.mine && <Note key={`${me.id} ${taskId}`} whose={me.id} taskId={taskId} saved={shown.mine.note} />}
          </View>
        )}
      </QueryView>
    </Screen>
  )
}

function Overview({ shown }: { shown: Task }) {
  const { taskId, kind, title, unitName, dueAt, now, state, mine, requiredMinutes, creditMinutes, withdrawReason } = shown
  const reads = mine !== null && state === 'published' && kind !== 'meeting'
  const beats = useBeats(taskId, reads)
  const done = Boolean(beats.doneAt ?? mine?.doneAt)
  return (
    <Card title={title} extra={<Tag tone={done ? 'success' : 'plain'}>{done ? '已完成' : materialWords[kind]}</Tag>}>
      <Fact label="发布">{unitName}</Fact>
      <Fact label="截止">{dayAndTime(dueAt, Date.parse(now))}</Fact>
      <Fact label="学时">{`${Math.floor((creditMinutes * 10) / minutesAnHour) / 10} 学时`}</Fact>
      {mine && kind !== 'meeting' && (
        <Fact label="已学">
          {`${timeRead(beats.seconds ?? mine.seconds)}${requiredMinutes ? `，要求 ${requiredMinutes} 分钟` : '，打开即完成'}`}
        </Fact>
      )}
      {reads && !beats.heard && <Text className="study-task__hint">没有网络时可以继续看，这段时间不计入；联网后继续计时。</Text>}
      {state === 'withdrawn' && <Text className="study-task__hint">{`已撤回：${withdrawReason ?? ''}`}</Text>}
    </Card>
  )
}

function Material({ shown: { kind, text, url, file, meeting, now } }: { shown: Task }) {
  return (
    <Card title="内容">
      {text && <Text className="study-task__text">{text}</Text>}
      {url && <Button onClick={() => openLink(url)}>打开链接</Button>}
      {file && <AttachmentList files={[file]} />}
      {kind === 'file' || kind === 'video' || kind === 'link' ? (
        <Text className="study-task__hint">时间在这一页显示时计算；在别的窗口打开的那段时间不计。</Text>
      ) : null}
      {meeting && (
        <>
          <Fact label="会议">{meeting.title}</Fact>
          <Fact label="时间">{dayAndTime(meeting.startsAt, Date.parse(now))}</Fact>
          <Text className="study-task__hint">到会签到，会议结束后自动记为完成。</Text>
          <Button onClick={() => go(pages.meeting(meeting.meetingId))}>查看会议</Button>
        </>
      )}
    </Card>
  )
}
