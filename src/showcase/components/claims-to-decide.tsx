import { Text, View } from '@tarojs/components'
import type { OutputOf } from '../../../cloudfunctions/kernel/contract'
import { claimKindNames } from '../../../cloudfunctions/showcase/contract'
import type { identity } from '../../../cloudfunctions/showcase/identity-contract'
import { Card, Tag } from '../../ui/card'
import { DecideButtons } from '../../ui/decide-buttons'
import { EvidenceList } from '../../ui/evidence-list'
import { RevokeButton } from '../../ui/revoke-button'
import './claims-to-decide.scss'

interface ClaimsToDecideProps {
  shown: OutputOf<typeof identity>
  onDecided: () => void
}

/** For the branch's officers: what waits for them, and what they confirmed and may undo. Nothing where there is neither. */
export function ClaimsToDecide({ shown: { claims, position, badges }, onDecided }: ClaimsToDecideProps) {
  const waiting = claims.filter(({ state }) => state === 'waiting')
  const confirmed = [
    ...(position ? [{ ...position, kind: 'position' as const }] : []),
    ...badges.map((badge) => ({ ...badge, kind: 'badge' as const })),
  ]
  if (!waiting.length && !confirmed.length) return null
  return (
    <Card title="岗位和荣誉标识的审核">
      {waiting.map(({ claimId, kind, text, submission, evidence }) => (
        <View key={claimId} className="claims-to-decide__one">
          <Line kind={claimKindNames[kind]} text={text} waiting />
          <EvidenceList evidence={evidence} />
          <DecideButtons submissionId={submission.submissionId} reasons={['请补充证书或文件', '请写全称']} onDecided={onDecided} />
        </View>
      ))}
      {confirmed.map(({ claimId, kind, text, submissionId }) => (
        <View key={claimId} className="claims-to-decide__one">
          <Line kind={claimKindNames[kind]} text={text} />
          {submissionId && (
            <RevokeButton submissionId={submissionId} notice={`撤销后不再显示“${text}”，原因会告诉本人。`} onRevoked={onDecided} />
          )}
        </View>
      ))}
    </Card>
  )
}

const Line = ({ kind, text, waiting = false }: { kind: string; text: string; waiting?: boolean }) => (
  <View className="claims-to-decide__line">
    <Text className="claims-to-decide__text">{`${kind}：${text}`}</Text>
    <Tag tone={waiting ? 'warning' : 'success'}>{waiting ? '待审核' : '已通过'}</Tag>
  </View>
)
