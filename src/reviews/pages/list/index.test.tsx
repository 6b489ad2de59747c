import { screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { rounds } from '../../../../cloudfunctions/reviews/contract'
import { openPage, settle, tap, text } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork } from '../../../test/phone'
import { summaryOf } from '../../../test/rounds'
import { idOf, secretary } from '../../../test/samples'
import { wire } from '../../../test/wire'
import ReviewsPage from './index'

const now = '2026-11-23T14:00:00+08:00'
const open = () => openPage(ReviewsPage, { path: '/reviews/pages/list/index' })
const show = async (...all: ReturnType<typeof summaryOf>[]) => {
  wire.answer(rounds, { now, rounds: all })
  const page = open()
  await settle()
  return page
}

it('shows what is mine to rate first, then what I run, what I am rated in, and what is over', async () => {
  await show(
    summaryOf({ roundId: idOf(904), title: '三季度一评', state: 'closed', closedAt: '2026-09-30T18:00:00+08:00' }),
    summaryOf({ roundId: idOf(903), title: '窗口评议', toRate: 0 }),
    summaryOf({ roundId: idOf(902), title: '年终评议', state: 'draft', toRate: 0, mayManage: true }),
    summaryOf({ issued: 1 }),
  )
  expect(text()).toMatch(
    /待我评议四季度一评已评 1 \/ 2.*11月30日 周一 18:00截止我组织的年终评议未开始.*正在进行窗口评议您是评议对象.*已结束三季度一评看结果/,
  )
  await tap(/三季度一评/)
  expect(lastVisit()?.url).toContain('/reviews/pages/results/index')
  await tap(/四季度一评/)
  expect(lastVisit()?.url).toContain('/reviews/pages/round/index')
})

it('leads whoever holds a round to it, and offers to prepare one; where they still rate, that comes first', async () => {
  wire.answer(rounds, {
    now,
    rounds: [
      summaryOf({ roundId: idOf(902), title: '年终评议', state: 'draft', toRate: 0, mayManage: true }),
      summaryOf({ roundId: idOf(904), title: '三季度一评', state: 'closed', closedAt: '2026-09-30T18:00:00+08:00', mayManage: true }),
      summaryOf({ mayManage: true }),
    ],
  })
  openPage(ReviewsPage, { path: '/reviews/pages/list/index', as: secretary })
  await settle()
  await tap(/年终评议/)
  expect(lastVisit()?.url).toBe(`/reviews/pages/manage/index?roundId=${idOf(902)}`)
  await tap(/三季度一评/)
  expect(lastVisit()?.url).toBe(`/reviews/pages/manage/index?roundId=${idOf(904)}`)
  await tap(/四季度一评/)
  expect(lastVisit()?.url).toContain('/reviews/pages/round/index')
  await tap('准备评议')
  expect(lastVisit()?.url).toBe('/reviews/pages/edit/index')
})

it('says what will appear, and who makes it appear', async () => {
  await show()
  expect(text()).toContain('还没有评议支部书记开始一次评议后')
})

it('shows grey lines until it knows', async () => {
  wire.answer(rounds, { now, rounds: [] })
  wire.hold(rounds)
  open()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(rounds)
  await settle()
})

it('says what went wrong, and a retry works', async () => {
  wire.refuse(rounds, 'INTERNAL')
  open()
  await settle()
  expect(text()).toContain(refusals.INTERNAL)
  wire.answer(rounds, { now, rounds: [summaryOf()] })
  await tap('重试')
  expect(text()).toContain('四季度一评')
})

it('goes on with what it knew where there is no network', async () => {
  const page = await show(summaryOf())
  page.unmount()
  await loseNetwork()
  open()
  await settle()
  expect(text()).toContain('四季度一评')
  expect(text()).toContain('现在连不上网络')
  await findNetwork()
  await settle()
})
