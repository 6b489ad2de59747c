import type { DutyKind } from '../duties/contract'

interface Words {
  /** What stands around the title. */
  before: string
  after: string
  /** What happens on the day. */
  ends: string
  /** What is to be done until then. */
  todo: string
}

/** How a duty of each kind is spoken of. The title of a report says itself what it is. */
export const dutyWords: Record<DutyKind, Words> = {
  meeting: { before: '会议《', after: '》', ends: '开始', todo: '参加会议' },
  'make-up': { before: '补课《', after: '》', ends: '截止', todo: '完成补课' },
  study: { before: '学习任务《', after: '》', ends: '截止', todo: '完成学习' },
  report: { before: '', after: '', ends: '截止', todo: '提交' },
  review: { before: '评议《', after: '》', ends: '截止', todo: '完成评议' },
  pledge: { before: '承诺《', after: '》', ends: '到期', todo: '上报兑现情况' },
}
