import { Text, View } from '@tarojs/components'
import { type Choice, choiceNames, choices, vote } from '../../../../cloudfunctions/motions/contract'
import { say } from '../../../platform/notice'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import { Refusal } from '../../components/refusal'
import type { Motion, Motions } from '../../motion'
import './ballot.scss'

interface BallotProps {
  motion: Motion
  mine: Motions['mine']
  onVoted: () => void
}

/** Three large buttons for whoever may vote; for everyone else, why not and what to do. */
export function Ballot({ motion, mine, onVoted }: BallotProps) {
  const hint = whyNot(motion, mine)
  if (hint) return <Notice tone="warning">{hint}</Notice>
  if (motion.state !== 'voting' || motion.kind !== 'open') return null
  return <Choices motion={motion} onVoted={onVoted} />
}

function Choices({ motion: { motionId, myChoice }, onVoted }: Omit<BallotProps, 'mine'>) {
  const { submit, busy, error } = useSubmit(vote)
  const cast = async (choice: Choice) => {
    if (!(await submit({ motionId, choice }))) return
    say(`已投：${choiceNames[choice]}`)
    onVoted()
  }
  return (
    <Card>
      <Text className="ballot__hint">记名表决：您的选择会记名，表决结束后参会的同志可以看到。</Text>
      <View className="ballot" role="radiogroup" aria-label="我的选择">
        {choices.map((choice) => (
          <View
            key={choice}
            className={`ballot__one ballot__one--${choice}${choice === myChoice ? ' ballot__one--chosen' : ''}${busy ? ' ballot__one--busy' : ''}`}
            role="radio"
            aria-checked={choice === myChoice}
            onClick={() => void cast(choice)}
          >
            {choiceNames[choice]}
          </View>
        ))}
      </View>
      <Refusal error={error} offline="没有投出：现在连不上网络。请联网后再点一次，或向主持人举手说明。" />
      <Text className="ballot__hint">{myChoice ? `您已投：${choiceNames[myChoice]}。结束前可以更改。` : '您还没有投票。'}</Text>
    </Card>
  )
}

/** What keeps the person from voting here, in words; nothing where nothing does, or it is over. */
function whyNot({ state, kind }: Motion, mine: Motions['mine']): string | undefined {
  if (state === 'put') return '还没有开始表决，请等主持人宣布。'
  if (state === 'withdrawn') return '这一项已经撤回，不再表决。'
  if (state !== 'voting') return undefined
  if (!mine?.entitled) return '您在这次会议没有表决权，可以在这里看表决情况。'
  if (!mine.present) return '您还没有签到。请先扫码签到，远程参会请联系组织者列入在场，然后就可以表决。'
  if (kind !== 'open') return '这一项举手表决，请按主持人的提示举手。'
  return undefined
}
