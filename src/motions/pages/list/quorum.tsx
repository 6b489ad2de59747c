import { Card, Fact } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import type { Motions } from '../../motion'

/** Who may decide, and whether enough of them are here. */
export function Quorum({ motions: { meetingTitle, meetingState, entitled, quorum } }: { motions: Motions }) {
  return (
    <Card title={meetingTitle}>
      <Fact label="有表决权">{`${entitled} 人`}</Fact>
      {quorum.needed > 0 && meetingState !== 'scheduled' && (
        <Notice tone={quorum.met ? 'success' : 'warning'}>
          {`${quorum.met ? '已' : '未'}达到法定人数（有表决权的到会 ${quorum.have} 人，须 ${quorum.needed} 人）`}
        </Notice>
      )}
    </Card>
  )
}
