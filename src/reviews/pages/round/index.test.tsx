import { screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { round } from '../../../../cloudfunctions/reviews/contract'
import { ballotKey, type KeptBallot, keptBallots } from '../../../platform/kept-ballots'
import { openPage, settle, tap, text } from '../../../test/open-page'
import { lastVisit } from '../../../test/phone'
import { publicKey, roundId, roundOf, subjects } from '../../../test/rounds'
import { member } from '../../../test/samples'
import { wire } from '../../../test/wire'
import RoundPage from './index'

const open = () => openPage(RoundPage, { path: '/reviews/pages/round/index', params: { roundId } })
const show = async (own: Parameters<typeof roundOf>[0] = {}) => {
  wire.answer(round, roundOf(own))
  const page = open()
  await settle()
  return page
}
const keep = (index: number, own: Partial<KeptBallot>) => {
  const { orgId, closesAt } = roundOf()
  const { subjectId = '', name = '' } = subjects[index] ?? {}
  const content = { marks: [90, 80], comment: '' }
  const ballot = {
    memberId: member.id,
    orgId,
    roundId,
    subjectId,
    subjectName: name,
    part: 'mutual' as const,
    publicKey,
    closesAt,
    content,
  }
  keptBallots.set({ ...keptBallots.get(), [ballotKey(ballot)]: { ...ballot, ...own } })
}
const sent = { token: 'T', sent: { marks: [90, 80], comment: '' } }

it('says what is hidden and what is not before anything is rated, and folds once it was read', async () => {
  const page = await show()
  for (const words of ['您的票没有名字', '谁领过票', '马上就投', '大家打一样的分', '管服务器的人']) expect(text()).toContain(words)
  expect(text()).not.toContain('评语的写法')
  await tap('我明白了')
  expect(text()).not.toContain('马上就投')
  page.unmount()
  await show({ comments: true })
  expect(text()).not.toContain('马上就投')
  await tap('匿名是怎么做到的，瞒不住什么')
  expect(text()).toContain('评语的写法')
})

it('counts what is rated and leads to the next', async () => {
  keep(0, sent)
  await show()
  expect(text()).toContain('已评 1 / 2')
  expect(text()).toMatch(/赵一已送达党员互评.*钱二未评党员互评/)
  await tap('继续评议：钱二')
  expect(lastVisit()?.url).toContain(`subjectId=${subjects[1]?.subjectId}`)
})

it('says how many wait to be sent, and what did not get there', async () => {
  keep(0, { token: 'T', sendAt: Date.parse('2026-11-23T14:10:00+08:00') })
  keep(1, { trouble: '评议已经结束，这张票没有送达，不计入结果。' })
  await show()
  expect(screen.getByRole('status').textContent).toContain('待发送 1 张')
  expect(text()).toContain('没有送达评议已经结束')
  expect(text()).toContain('已评 1 / 2')
})

it('says equal weights once, others with their criterion', async () => {
  const page = await show()
  expect(text()).toContain('政治品德（权重 40）、岗位履职（权重 60）')
  page.unmount()
  await show({ criteria: ['政治品德', '岗位履职'].map((name) => ({ name, weight: 50 })) })
  expect(text()).toContain('政治品德、岗位履职，各项权重相同')
})

it('says whom one has asked a token for with another phone', async () => {
  await show({ subjects: subjects.map((each) => ({ ...each, issued: true })) })
  expect(text()).toContain('已在别处领票')
})

it.each([
  [{ state: 'draft' as const, publicKey: null, mayManage: true, subjects: [] }, '这次评议还没有开始'],
  [{ subjects: [], mayManage: true }, '您可以看到进度，只有票数，没有分数'],
  [{ subjects: [] }, '结束以后，您可以在这里看到自己的结果'],
  [{ state: 'closed' as const, closedAt: '2026-11-23T13:00:00+08:00' }, '这次评议已经结束'],
])('says what is to be done where there is nobody to rate: %#', async (own, words) => {
  await show(own)
  expect(text()).toContain(words)
})

it.each(['INTERNAL', 'NOT_ALLOWED', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
  wire.refuse(round, code)
  open()
  await settle()
  expect(text()).toContain(refusals[code])
  wire.answer(round, roundOf())
  await tap('重试')
  expect(text()).toContain('四季度一评')
})
