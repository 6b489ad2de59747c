import { screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { exportRound, results } from '../../../../cloudfunctions/reviews/contract'
import { ballotKey, type KeptBallot, keptBallots } from '../../../platform/kept-ballots'
import { openPage, settle, tap, text } from '../../../test/open-page'
import { publicKey, resultOf, roundId, roundOf, subjects, summaryOf } from '../../../test/rounds'
import { idOf, member } from '../../../test/samples'
import { wire } from '../../../test/wire'
import ResultsPage from './index'

const closed = { state: 'closed' as const, closedAt: '2026-11-23T13:00:00+08:00' }
const open = () => openPage(ResultsPage, { path: '/reviews/pages/results/index', params: { roundId } })
const resultsOf = (...all: ReturnType<typeof resultOf>[]) => {
  const { toRate: _, issued: __, mayManage: ___, ...summary } = summaryOf(closed)
  return { ...summary, minimumBallots: 5, subjects: all }
}
const show = async (...all: ReturnType<typeof resultOf>[]) => {
  wire.answer(results, resultsOf(...all))
  open()
  await settle()
}

describe('a result', () => {
  it('is a score beside the branch’s median, with the marks one tap away', async () => {
    await show(resultOf())
    expect(text()).toContain('赵一89.00支部中位数 85.50 · 收到 6 张 / 领出 6 张')
    expect(screen.queryByRole('list')).toBeNull()
    await tap('看各项得分')
    expect(screen.getByRole('list').textContent).toBe('政治品德平均 95.00100 分4 票85 分2 票')
    await tap('收起')
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('is only the number of ballots below the minimum', async () => {
    await show(resultOf({ ballots: 2, score: null, median: null, tallies: [{ part: 'all', ballots: 2, score: null, criteria: [] }] }))
    expect(text()).toContain('收到 2 张票，不足 5 张，只公布票数。')
    expect(screen.queryByRole('button', { name: '看各项得分' })).toBeNull()
  })

  it('of my own stands first and open', async () => {
    await show(resultOf(), resultOf({ subjectId: member.id, name: member.name, mine: true, comments: ['踏实', '踏实'] }))
    expect(text()).toMatch(/王小明（我）.*政治品德平均 95.00.*评语（随机次序）踏实踏实.*赵一/)
  })

  it('says its grade, what capped it and which part was left out', async () => {
    await show(resultOf({ grade: 'basically-qualified', capReason: '受到警告处分', dropped: ['public'] }))
    expect(text()).toContain('基本合格')
    expect(text()).toContain('等次受底线限制：受到警告处分')
    expect(text()).toContain('群众评议票数不足，没有计入')
  })

  it('deserves no trust with more ballots than were issued', async () => {
    await show(resultOf({ ballots: 8, overfull: true }))
    expect(text()).toContain('收到 8 张票，只领出 6 张。这个结果不可信')
  })

  it('says who sees what where there is none', async () => {
    await show()
    expect(text()).toContain('没有您可以看的结果')
  })

  it.each(['INTERNAL', 'NOT_ALLOWED', 'ROUND_NOT_CLOSED'] as const)('says what to do about %s, and a retry works', async (code) => {
    wire.refuse(results, code)
    open()
    await settle()
    expect(text()).toContain(refusals[code])
    wire.answer(results, resultsOf(resultOf()))
    await tap('重试')
    expect(text()).toContain('89.00')
  })
})

describe('my ballot', () => {
  const marks = [90, 80]
  const keep = (index: number, own: Partial<KeptBallot> = {}) => {
    const { orgId, closesAt } = roundOf()
    const { subjectId = '', name = '' } = subjects[index] ?? {}
    const secret = { serial: `serial ${index}`, blind: '', blinded: '', tweakedKey: '' }
    const content = { marks, comment: '' }
    const ballot = { memberId: member.id, orgId, roundId, subjectId, subjectName: name, part: 'mutual' as const, publicKey, closesAt }
    keptBallots.set({ ...keptBallots.get(), [ballotKey(ballot)]: { ...ballot, content, secret, token: 'T', sent: content, ...own } })
  }
  const publish = (lines: { index: number; marks: number[] }[], key = publicKey) =>
    wire.answer(exportRound, {
      ...{ roundId, template: 'review', title: '四季度一评', criteria: [], minimumBallots: 5, publicKey: key, secretKey: '' },
      ...{ subjects: [], caps: [], voided: [] },
      issued: [0, 1].map((index) => ({ name: '王小明', subjectId: subjects[index]?.subjectId ?? '', part: 'mutual' as const })),
      lines: lines.map(({ index, marks }) => ({
        subjectId: subjects[index]?.subjectId ?? idOf(1),
        part: 'mutual' as const,
        serial: `serial ${index}`,
        marks,
      })),
    })
  const search = async () => {
    await show(resultOf())
    await tap('查找')
  }

  it('is found by the serial only this phone knows, and nothing is asked before', async () => {
    keep(0)
    publish([{ index: 0, marks }])
    await show(resultOf())
    expect(wire.sent(exportRound)).toEqual([])
    await tap('查找')
    expect(text()).toContain('赵一90、80已计入')
    expect(text()).toContain('一共公布 1 张票，领出 2 张。领票名单：王小明 2 张')
    expect(JSON.stringify(wire.requests())).not.toContain('serial 0')
  })

  it('that is missing or has other marks is said plainly', async () => {
    keep(0)
    keep(1)
    publish([{ index: 0, marks: [0, 0] }])
    await search()
    expect(text()).toMatch(/赵一0、0分数不符.*钱二没有找到/)
    expect(text()).toContain('请截图，向上级党组织反映')
  })

  it('that never left the phone is no reason to complain', async () => {
    keep(0, { sent: undefined })
    publish([])
    await search()
    expect(text()).toContain('赵一没有送达')
    expect(text()).not.toContain('请截图')
  })

  it('under another key than the published one shows that somebody wanted to know whose it is', async () => {
    keep(0)
    publish([{ index: 0, marks }], 'another')
    await search()
    expect(text()).toContain('公布的钥匙和您领票时的不同')
  })

  it('is not on a phone that nobody rated with', async () => {
    publish([])
    await search()
    expect(text()).toContain('这部手机上没有您在这次评议中的票')
  })
})
