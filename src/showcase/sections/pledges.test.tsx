import { fireEvent, screen } from '@testing-library/react'
import { refusals } from '../../../cloudfunctions/kernel/refusals'
import { pledges } from '../../../cloudfunctions/showcase/pledge-contract'
import type { Me } from '../../platform/session'
import { openPage, settle, tap, text } from '../../test/open-page'
import { lastVisit, loseNetwork } from '../../test/phone'
import { draft, pledgeId, pledgeSummary, pledgesOf } from '../../test/pledge-samples'
import { idOf, member } from '../../test/samples'
import { wire } from '../../test/wire'
import { Pledges } from './pledges'

const open = async (as: Me = member) => {
  const page = openPage(() => <Pledges memberId={member.id} />, { as })
  await settle()
  return page
}
const there = (name: string) => screen.queryByRole('button', { name }) !== null

it('shows grey lines, then what was promised, how far it is and by when', async () => {
  wire.answer(
    pledges,
    pledgesOf([pledgeSummary(), pledgeSummary({ pledgeId: idOf(801), text: '带好一名徒弟', state: 'kept', progress: 100 })]),
  )
  wire.hold(pledges)
  const opening = open()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(pledges)
  await opening
  expect(wire.sent(pledges)).toEqual([{ memberId: member.id }])
  expect(text()).toContain('亮承诺（2）服务践诺中每月到共建社区上门办理一次业务目标：全年 12 次完成日期：12月31日（还有 38 天）40%')
  expect(text()).toContain('已兑现带好一名徒弟目标：全年 12 次完成日期：12月31日100%')
})

it('shows what is overdue, revised or waits', async () => {
  wire.answer(pledges, pledgesOf([pledgeSummary({ dueOn: '2026-11-20', version: 2, waiting: 'pledge-outcome' })]))
  await open()
  expect(text()).toContain('服务践诺中已修订结果待审核')
  expect(text()).toContain('11月20日（已过 3 天）')
})

it('shows no progress of what is not published yet', async () => {
  wire.answer(pledges, pledgesOf([pledgeSummary({ ...draft, returned: '请写明目标' })], { mine: true }))
  await open()
  expect(text()).toContain('草稿已退回')
  expect(screen.queryByRole('progressbar')).toBeNull()
})

it('leads to a pledge', async () => {
  wire.answer(pledges, pledgesOf([pledgeSummary()]))
  await open()
  await tap(/上门办理/)
  expect(lastVisit()?.url).toBe(`/showcase/pages/pledge/index?pledgeId=${pledgeId}`)
})

describe('years', () => {
  it('are offered, the latest first, and change what is shown', async () => {
    wire.answer(pledges, ({ year = 2026 }) =>
      pledgesOf(year === 2026 ? [] : [pledgeSummary({ text: '去年的承诺', state: 'partly', dueOn: '2025-12-31' })], {
        year,
        years: [2025],
      }),
    )
    await open()
    expect(screen.getAllByRole('radio').map(({ textContent }) => textContent)).toEqual(['2026 年', '2025 年'])
    fireEvent.click(screen.getByText('2025 年'))
    await settle()
    expect(text()).toContain('部分兑现去年的承诺')
    expect(text()).toContain('完成日期：2025年12月31日')
    expect(wire.sent(pledges)).toEqual([{ memberId: member.id }, { memberId: member.id, year: 2025 }])
  })

  it('are no choice where there is one', async () => {
    wire.answer(pledges, pledgesOf([pledgeSummary()]))
    await open()
    expect(screen.queryAllByRole('radio')).toEqual([])
  })
})

describe('writing', () => {
  it('is offered to whoever it is about, for the year in sight', async () => {
    wire.answer(pledges, pledgesOf([], { mine: true }))
    await open()
    expect(text()).toContain('2026 年还没有承诺写好承诺并提交，支部审核通过后会公布在这里。')
    await tap('写承诺')
    expect(lastVisit()?.url).toBe('/showcase/pages/pledge-form/index?year=2026')
  })

  it('is not offered to others, who learn who makes something appear', async () => {
    wire.answer(pledges, pledgesOf([]))
    await open()
    expect(text()).toContain('王小明写好承诺、支部审核通过后，会公布在这里。')
    expect(there('写承诺')).toBe(false)
  })

  it('is not offered to an activist, who pledges nothing', async () => {
    wire.answer(pledges, pledgesOf([], { mine: true }))
    await open({ ...member, standing: 'activist' })
    expect(there('写承诺')).toBe(false)
  })
})

it.each(['INTERNAL', 'NOT_ALLOWED', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
  wire.refuse(pledges, code)
  await open()
  expect(text()).toContain(refusals[code])
  wire.answer(pledges, pledgesOf([pledgeSummary()]))
  await tap('重试')
  expect(text()).toContain('上门办理')
})

it('shows what was there last time without network', async () => {
  wire.answer(pledges, pledgesOf([pledgeSummary()]))
  const { unmount } = await open()
  unmount()
  loseNetwork()
  await open()
  expect(text()).toContain('现在连不上网络，下面是上次的内容。')
  expect(text()).toContain('上门办理')
})
