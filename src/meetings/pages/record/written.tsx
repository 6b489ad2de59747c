import { Text, View } from '@tarojs/components'
import { Card, Fact } from '../../../ui/card'
import { dayAndTime } from '../../../ui/time'
import type { MeetingRecord } from './content'
import './written.scss'

interface WrittenProps extends Pick<MeetingRecord, 'motions'> {
  written: NonNullable<MeetingRecord['confirmed']>
}

/** A confirmed record, to be read. */
export function Written({ written, motions }: WrittenProps) {
  const { chair, recorder, discussion, resolutions, confirmedBy, confirmedAt, version, reason } = written
  // What was voted on stands above, with its votes.
  const decided = motions.some(({ passed }) => passed)
  return (
    <>
      <Card title="讨论情况">
        <Fact label="主持人">{chair?.name}</Fact>
        <Fact label="记录人">{recorder?.name}</Fact>
        <Text className="written__text">{discussion}</Text>
      </Card>
      {(resolutions.length > 0 || !decided) && (
        <Card title={decided ? '其他决议' : '决议'}>
          {resolutions.length === 0 && <Text className="written__none">没有形成决议。</Text>}
          {resolutions.map((resolution, index) => (
            <View key={resolution} className="written__resolution">
              <Text className="written__number">{`${index + 1}.`}</Text>
              <Text className="written__text">{resolution}</Text>
            </View>
          ))}
        </Card>
      )}
      <Card>
        <Fact label="确认">{`${confirmedBy} ${dayAndTime(confirmedAt)}`}</Fact>
        {version > 1 && <Fact label="修改">{`第 ${version} 版：${reason}`}</Fact>}
      </Card>
    </>
  )
}
