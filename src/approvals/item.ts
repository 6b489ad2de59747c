import type { decide, waiting } from '../../cloudfunctions/approvals/contract'
import type { InputOf, OutputOf } from '../../cloudfunctions/kernel/contract'
import { submissionKindNames } from '../../cloudfunctions/showcase/contract'
import { type AnswerWords, usualWords } from '../ui/decide-item'
import { dayAndTime, dayName } from '../ui/time'

export type Item = OutputOf<typeof waiting>['items'][number]
export type Named = InputOf<typeof decide>['items'][number]
export type Content = Extract<Item, { kind: 'submission' }>['content']

/** What is decided in one manner and may be approved together. */
export const groups = ['leave', 'make-up', 'identity', 'pledge', 'outcome', 'performance', 'project', 'word'] as const
export type Group = (typeof groups)[number]

export const groupNames: Record<Group, string> = {
  leave: '请假',
  'make-up': '补课',
  identity: '亮身份',
  pledge: '承诺',
  outcome: '承诺兑现',
  performance: '绩效',
  project: '示范项目',
  word: '群众留言',
}

const groupOfContent: Record<Content['kind'], Group> = {
  position: 'identity',
  badge: 'identity',
  pledge: 'pledge',
  'pledge-revision': 'pledge',
  'pledge-outcome': 'outcome',
  performance: 'performance',
  project: 'project',
  'project-result': 'project',
  word: 'word',
}

export const groupOf = (item: Item): Group => (item.kind === 'submission' ? groupOfContent[item.content.kind] : item.kind)

/** What it is, in a word. */
export const kindName = (item: Item): string =>
  item.kind === 'submission' ? submissionKindNames[item.content.kind] : groupNames[item.kind]

/** The item as a decision names it. */
export function named(item: Item): Named {
  if (item.kind === 'submission') return { kind: 'submission', submissionId: item.submissionId }
  return { kind: item.kind, meetingId: item.meetingId, memberId: item.memberId }
}

/** Whose it is; a word from the public is nobody's, and about somebody. */
export const whose = (item: Item): string => (groupOf(item) === 'word' ? `给${item.name}的留言` : item.name)

/** Since when it waits; of a word from the public only the day is known. */
export const since = (item: Item, now: number): string => (groupOf(item) === 'word' ? dayName(item.at, now) : dayAndTime(item.at, now))

/** One line of it, for a list beside the whole. */
export function summary(item: Item): string {
  if (item.kind === 'leave') return item.reason
  if (item.kind === 'make-up') return item.note
  const { content } = item
  return content.kind === 'project' || content.kind === 'project-result' ? content.name : content.text
}

const answers: Partial<Record<Group, AnswerWords>> = {
  leave: { approve: '同意', approved: '已同意', giveBack: '不同意', givenBack: '已回复不同意' },
  word: { approve: '公开', approved: '已公开', giveBack: '不公开', givenBack: '不再公开' },
}

/** What the two answers to it are called. */
export const wordsFor = (item: Item): AnswerWords => answers[groupOf(item)] ?? usualWords

const pledgeReasons = ['请写明衡量标准和目标', '请结合岗位实际再具体一些', '完成时间请再核对']
/** Usual reasons to give it back. */
export const reasonsFor: Record<Group, readonly string[]> = {
  leave: ['会议重要，请尽量参加', '请先与支部书记联系'],
  'make-up': ['请结合岗位实际再写几句', '请补学会议文件后再写'],
  identity: ['请与支部登记的名称一致', '请先提供证书或文件'],
  pledge: pledgeReasons,
  outcome: ['请补充佐证材料', '与了解的情况不一致，请核对'],
  performance: ['请补充佐证材料', '数据请再核对'],
  project: ['请写明预期成果', '节点时间请再核对', '请补充佐证材料'],
  word: ['内容不宜公开', '涉及个人信息'],
}
