import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../../cloudfunctions/kernel/contract'
import { claimKindNames } from '../../../cloudfunctions/showcase/contract'
import type { identity } from '../../../cloudfunctions/showcase/identity-contract'
import { Button } from '../../ui/button'
import { Card, Tag } from '../../ui/card'
import { DecideButtons } from '../../ui/decide-buttons'
import { EvidenceList } from '../../ui/evidence-list'
import { RevokeButton } from '../../ui/revoke-button'
import './claims-to-decide.scss'

interface ClaimsProps {
  shown: OutputOf<typeof identity>
  onDecided: () => void
}

/** For the branch's officers: the position and the badges that wait for them. Nothing where none does. */
export function ClaimsToDecide({ shown: { claims }, onDecided }: ClaimsProps) {
  const waiting = claims.filter(({ state }) => state === 'waiting')
  if (!waiting.length) return null
  return (
    <Card title="待支部审核">
      {waiting.map(({ claimId, kind, text, submission, evidence }) => (
        <View key={claimId} className="claims-to-decide__one">
          <View className="claims-to-decide__line">
            <Text className="claims-to-decide__text">{`${claimKindNames[kind]}：${text}`}</Text>
            <Tag tone="warning">待审核</Tag>
          </View>
          <EvidenceList evidence={evidence} />
          <DecideButtons submissionId={submission.submissionId} reasons={['请补充证书或文件', '请写全称']} onDecided={onDecided} />
        </View>
      ))}
    </Card>
  )
}

/** What the branch confirmed in error is undone here, which is seldom: so it is one tap further away. */
export function ClaimsToRevoke({ shown: { position, badges }, onDecided }: ClaimsProps) {
  const [opened, setOpened] = useState(false)
  const confirmed = [
    ...(position ? [{ ...position, kind: claimKindNames.position }] : []),
    ...badges.map((badge) => ({ ...badge, kind: claimKindNames.badge })),
  ]
  if (!confirmed.length) return null
  if (!opened) return <Button onClick={() => setOpened(true)}>撤销认定有误的岗位或荣誉标识</Button>
  return (
    <Card title="已通过的岗位和荣誉标识">
      {confirmed.map(({ claimId, kind, text, submissionId }) => (
        <View key={claimId} className="claims-to-decide__one">
          <Text className="claims-to-decide__text">{`${kind}：${text}`}</Text>
          {submissionId && (
            <RevokeButton submissionId={submissionId} notice={`撤销后不再显示“${text}”，原因会告诉本人。`} onRevoked={onDecided} />
          )}
        </View>
      ))}
      <Button onClick={() => setOpened(false)}>收起</Button>
    </Card>
  )
}
