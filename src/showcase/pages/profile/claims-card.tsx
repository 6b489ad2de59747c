import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { type ClaimKind, claimKindNames } from '../../../../cloudfunctions/showcase/contract'
import { endClaim, type identity, mostBadges } from '../../../../cloudfunctions/showcase/identity-contract'
import { confirm, say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card, Tag } from '../../../ui/card'
import { EvidenceList } from '../../../ui/evidence-list'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import { TakeBackButton } from '../../components/take-back-button'
import { useIsKept } from '../../kept-form'
import { submissionWords } from '../../submission-words'
import { ClaimForm } from './claim-form'
import './claims-card.scss'

type Identity = OutputOf<typeof identity>
type Claim = Identity['claims'][number]

interface ClaimsCardProps {
  kind: ClaimKind
  shown: Identity
  onChanged: () => void
}

const hints: Record<ClaimKind, string> = {
  position: '您现在的工作岗位，例如“不动产登记窗口岗”。支部审核后显示，新的岗位通过后替换原来的。',
  badge: '组织认定的荣誉，例如“党员先锋岗”。支部审核后显示。',
}

/** My position, or my badges: what is confirmed, what waits, what came back, and a new one. */
export function ClaimsCard({ kind, shown, onChanged }: ClaimsCardProps) {
  const name = claimKindNames[kind]
  const newKey = `${shown.memberId} claim ${kind}`
  const [opened, setOpened] = useState(useIsKept(newKey))
  const confirmed = kind === 'position' ? (shown.position ? [shown.position] : []) : shown.badges
  const own = shown.claims.filter((claim) => claim.kind === kind)
  const waiting = own.filter(({ state }) => state === 'waiting')
  const full = kind === 'badge' ? confirmed.length + waiting.length >= mostBadges : waiting.length > 0
  const done = () => {
    setOpened(false)
    onChanged()
  }
  return (
    <Card title={name}>
      <Text className="claims__hint">{hints[kind]}</Text>
      {confirmed.map((claim) => (
        <View key={claim.claimId} className="claims__one claims__one--row">
          <Text className="claims__text">{claim.text}</Text>
          <Tag tone="success">已通过</Tag>
          <EndButton small claim={claim} action="撤下" content="撤下后不再显示。支部认定过的记录仍然保留。" onEnded={onChanged} />
        </View>
      ))}
      {own.map((claim) =>
        claim.state === 'waiting' ? (
          <View key={claim.claimId} className="claims__one">
            <Line text={claim.text} tag={<Tag tone="warning">待审核</Tag>} />
            <EvidenceList evidence={claim.evidence} />
            <TakeBackButton submissionId={claim.submission.submissionId} onTakenBack={onChanged} />
          </View>
        ) : (
          <Returned key={claim.claimId} claim={claim} full={full} ownerId={shown.memberId} onChanged={onChanged} />
        ),
      )}
      {full && kind === 'badge' && <Notice tone="warning">{`荣誉标识最多 ${mostBadges} 个，撤下不再需要的才能再申报。`}</Notice>}
      {!full && !opened && <Button onClick={() => setOpened(true)}>{`申报${name}`}</Button>}
      {!full && opened && <ClaimForm kind={kind} draftKey={newKey} onSubmitted={done} onClose={() => setOpened(false)} />}
    </Card>
  )
}

interface ReturnedProps {
  claim: Claim
  full: boolean
  ownerId: string
  onChanged: () => void
}

function Returned({ claim, full, ownerId, onChanged }: ReturnedProps) {
  const draftKey = `${ownerId} claim ${claim.claimId}`
  const [opened, setOpened] = useState(useIsKept(draftKey))
  const { text, tone } = submissionWords[claim.submission.state]
  return (
    <View className="claims__one">
      <Line text={claim.text} tag={<Tag tone={tone}>{text}</Tag>} />
      {claim.submission.comment && <Text className="claims__comment">{claim.submission.comment}</Text>}
      {opened && !full ? (
        <ClaimForm kind={claim.kind} before={claim} draftKey={draftKey} onSubmitted={onChanged} onClose={() => setOpened(false)} />
      ) : (
        <>
          <EvidenceList evidence={claim.evidence} />
          {!full && <Button onClick={() => setOpened(true)}>修改后重新提交</Button>}
          <EndButton claim={claim} action="移除" content="移除后，附上的佐证也会删除。" onEnded={onChanged} />
        </>
      )}
    </View>
  )
}

interface EndButtonProps {
  claim: { claimId: string; text: string }
  action: string
  content: string
  small?: boolean
  onEnded: () => void
}

function EndButton({ claim: { claimId, text }, action, content, small = false, onEnded }: EndButtonProps) {
  const { submit, busy, error } = useSubmit(endClaim)
  const end = async () => {
    if (!(await confirm({ title: `${action}“${text}”？`, content, confirmText: action }))) return
    if (!(await submit({ claimId }))) return
    say(`已${action}`)
    onEnded()
  }
  return (
    <>
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button small={small} kind="danger" busy={busy} onClick={() => void end()}>
        {action}
      </Button>
    </>
  )
}

const Line = ({ text, tag }: { text: string; tag: JSX.Element }) => (
  <View className="claims__line">
    <Text className="claims__text">{text}</Text>
    {tag}
  </View>
)
