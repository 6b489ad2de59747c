import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { record } from '../../../../cloudfunctions/meetings/record-contract'
import { session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { AttendanceSection } from './attendance-section'
import type { MeetingRecord } from './content'
import { Editor } from './editor'
import { Head } from './head'
import { History } from './history'
import './index.scss'
import { Revise } from './revise'
import { useRecordDraft } from './use-record-draft'
import { Votes } from './votes'
import { Written } from './written'

/** Answers: what was discussed and decided, and who was there? */
export default function RecordPage() {
  const { meetingId = '' } = useRouter().params
  const me = session.use()?.me
  const query = useQuery(record, me && { meetingId }, { keep: true })
  return (
    <Screen title="会议记录">
      <QueryView query={query} skeletonLines={10}>
        {(data) => <Body meetingId={meetingId} draftKey={`${me?.id} ${meetingId}`} record={data} reload={query.reload} />}
      </QueryView>
    </Screen>
  )
}

interface BodyProps {
  meetingId: string
  draftKey: string
  record: MeetingRecord
  reload: () => void
}

function Body({ meetingId, draftKey, record, reload }: BodyProps) {
  const { canWrite, draft, confirmed, attendance, meetingState } = record
  const [revising, setRevising] = useState(false)
  const mayBegin = canWrite && (meetingState === 'open' || meetingState === 'closed')
  const writing = mayBegin && (draft !== null || confirmed === null || revising)
  const own = useRecordDraft(meetingId, draftKey, record, writing, reload)
  const done = () => {
    setRevising(false)
    reload()
  }
  return (
    <>
      <Head record={record} brief={writing} />
      {attendance && <AttendanceSection attendance={attendance} brief={writing} />}
      {record.motions.length > 0 && <Votes motions={record.motions} />}
      {writing && <Editor meetingId={meetingId} record={record} own={own} onDone={done} />}
      {!writing && confirmed && <Written written={confirmed} motions={record.motions} />}
      {!writing && !confirmed && <Nothing canWrite={canWrite} />}
      {!writing && confirmed && mayBegin && (
        <Revise unsent={own.kept !== undefined} onRevise={() => setRevising(true)} onForget={own.forget} />
      )}
      {record.history.length > 0 && <History meetingId={meetingId} history={record.history} />}
    </>
  )
}

const Nothing = ({ canWrite }: { canWrite: boolean }) => (
  <EmptyState
    title="还没有会议记录"
    hint={canWrite ? '开始签到后，可以在这里写会议记录。' : '会议组织者填写、书记确认后，会显示在这里。'}
  />
)
