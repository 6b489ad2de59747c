import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { maxDiscussion } from '../../../../cloudfunctions/meetings/record-contract'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { Conflict } from './conflict'
import type { MeetingRecord } from './content'
import './editor.scss'
import { Finish } from './finish'
import { PersonField } from './person-field'
import { ResolutionsField } from './resolutions-field'
import { savedWords } from './saved-words'
import type { RecordDraft } from './use-record-draft'

interface EditorProps {
  meetingId: string
  record: MeetingRecord
  own: RecordDraft
  onDone: () => void
}

/** What the secretary adds to what is known already: who presided, what was said, what was decided. */
export function Editor({ meetingId, record, own, onDone }: EditorProps) {
  const { content, change, conflicts, theirs, settle, error } = own
  const [tried, setTried] = useState(false)
  const people = record.attendance?.people ?? []
  const missing = {
    chair: content.chair ? undefined : '请选择主持人',
    recorder: content.recorder ? undefined : '请选择记录人',
    discussion: content.discussion.trim() ? undefined : '请填写讨论情况',
  }
  const check = () => {
    setTried(true)
    return Object.values(missing).every((word) => word === undefined)
  }
  return (
    <>
      {conflicts.length > 0 && <Conflict conflicts={conflicts} theirs={theirs} onSettle={settle} />}
      <Card title="讨论情况" extra={<Text className="record-editor__saved">{savedWords(own, record)}</Text>}>
        <View className="record-editor__people">
          <PersonField
            label="主持人"
            people={people}
            value={content.chair}
            onChange={(chair) => change({ chair })}
            error={tried ? missing.chair : undefined}
          />
          <PersonField
            label="记录人"
            people={people}
            value={content.recorder}
            onChange={(recorder) => change({ recorder })}
            error={tried ? missing.recorder : undefined}
          />
        </View>
        <View className="record-editor__discussion">
          <TextField
            label="发言和讨论要点"
            value={content.discussion}
            onChange={(discussion) => change({ discussion })}
            maxLength={maxDiscussion}
            lines={12}
            placeholder="谁讲了什么，大家怎么看"
            error={error?.fields.discussion ?? (tried ? missing.discussion : undefined)}
          />
        </View>
      </Card>
      <ResolutionsField value={content.resolutions} onChange={(resolutions) => change({ resolutions })} />
      <Finish meetingId={meetingId} record={record} own={own} check={check} onDone={onDone} />
    </>
  )
}
