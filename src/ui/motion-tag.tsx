import type { MotionState } from '../../cloudfunctions/motions/contract'
import { Tag } from './card'

interface MotionTagProps {
  state: MotionState
  tally: { passed: boolean } | null
}

/** How far a motion has come, and what became of it. */
export function MotionTag({ state, tally }: MotionTagProps) {
  if (state === 'voting') return <Tag tone="red">正在表决</Tag>
  if (state === 'closed') return tally?.passed ? <Tag tone="success">通过</Tag> : <Tag tone="warning">未通过</Tag>
  return <Tag>{state === 'put' ? '未表决' : '已撤回'}</Tag>
}
