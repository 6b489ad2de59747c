import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { choiceNames, motionKindNames, withdraw } from '../../../../cloudfunctions/motions/contract'
import { confirm, say } from '../../../platform/notice'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card, Fact } from '../../../ui/card'
import { MotionTag } from '../../../ui/motion-tag'
import { Tally } from '../../../ui/tally'
import { useSubmit } from '../../../ui/use-submit'
import { Corrections } from '../../components/corrections'
import { OpenButton } from '../../components/open-button'
import { Refusal } from '../../components/refusal'
import type { Motion, Motions } from '../../motion'
import { CorrectSheet } from './correct-sheet'
import './motion-card.scss'
import { Names } from './names'

interface MotionCardProps {
  meetingId: string
  motions: Motions
  motion: Motion
  /** Its button is the page's main one. */
  next: boolean
  onChanged: () => void
}

/** One motion: what it says, how far it has come, and what the person may do about it. */
export function MotionCard({ meetingId, motions, motion, next, onChanged }: MotionCardProps) {
  const { motionId, text, kind, state, tally, myChoice, corrections } = motion
  const { canManage, canSeeVotes, canCorrect, meetingState } = motions
  const byName = kind === 'open' && state === 'closed' && canSeeVotes
  return (
    <Card>
      <View className="motion-card__head">
        <Text className="motion-card__kind">{motionKindNames[kind]}</Text>
        <MotionTag state={state} tally={tally} />
      </View>
      <Text className="motion-card__text">{text}</Text>
      {tally && <Tally tally={tally} />}
      {myChoice && <Fact label="我的选择">{choiceNames[myChoice]}</Fact>}
      <Corrections corrections={corrections} />
      {state === 'voting' && (
        <Button kind="main" onClick={() => go(pages.vote({ meetingId, motionId }))}>
          进入表决
        </Button>
      )}
      {byName && <Names motionId={motionId} />}
      {canManage && state === 'put' && meetingState === 'open' && (
        <OpenButton meetingId={meetingId} motionId={motionId} main={next} onOpened={onChanged} />
      )}
      {canManage && state === 'put' && <Withdraw motionId={motionId} onWithdrawn={onChanged} />}
      {canCorrect && state === 'closed' && kind === 'show-of-hands' && <Correct motion={motion} onCorrected={onChanged} />}
    </Card>
  )
}

function Withdraw({ motionId, onWithdrawn }: { motionId: string; onWithdrawn: () => void }) {
  const { submit, busy, error } = useSubmit(withdraw)
  const takeBack = async () => {
    if (!(await confirm({ title: '撤回表决事项', content: '撤回后不能恢复，可以重新提出。', confirmText: '撤回' }))) return
    if (!(await submit({ motionId }))) return
    say('已撤回')
    onWithdrawn()
  }
  return (
    <>
      <Refusal error={error} offline="没有撤回：现在连不上网络，请联网后再点一次。" />
      <Button busy={busy} onClick={() => void takeBack()}>
        撤回
      </Button>
    </>
  )
}

function Correct({ motion, onCorrected }: { motion: Motion; onCorrected: () => void }) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button onClick={() => setOpened(true)}>更正人数</Button>
      <CorrectSheet motion={motion} opened={opened} onClose={() => setOpened(false)} onCorrected={onCorrected} />
    </>
  )
}
