import { fireEvent, screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { draftPledge, pledge, proposePledge, revisePledge } from '../../../../cloudfunctions/showcase/pledge-contract'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, restartApp } from '../../../test/phone'
import { draft, pledgeId, pledgeText, wholePledge } from '../../../test/pledge-samples'
import { idOf } from '../../../test/samples'
import { wire } from '../../../test/wire'
import PledgeFormPage from './index'

const path = '/showcase/pages/pledge-form/index'
const open = async (params: Record<string, string> = {}, options = {}) => {
  const page = openPage(PledgeFormPage, { path, params, ...options })
  await settle()
  return page
}
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const words = { ...pledgeText }
const fill = () => {
  choose('服务')
  type('承诺什么', words.text)
  type('怎么衡量', words.measure)
  type('目标', words.target)
}

describe('a new pledge', () => {
  beforeEach(() => {
    wire.answer(draftPledge, { pledgeId })
    wire.answer(proposePledge, { submissionId: idOf(700) })
  })

  it('is written and put before the branch once on a double tap, and is then looked at', async () => {
    await open({ year: '2026' })
    fill()
    await tapTwice('提交支部审核')
    expect(wire.sent(draftPledge)).toMatchObject([{ year: 2026, ...words }])
    expect(wire.sent(draftPledge)[0]).not.toHaveProperty('pledgeId')
    expect(wire.sent(proposePledge)).toMatchObject([{ pledgeId }])
    expect(phone.said).toEqual(['已提交，等支部审核'])
    expect(lastVisit()).toEqual({ how: 'redirectTo', url: `/showcase/pages/pledge/index?pledgeId=${pledgeId}` })
  })

  it('is kept as a draft', async () => {
    await open()
    fill()
    await tapTwice('存为草稿')
    expect(wire.sent(draftPledge)).toHaveLength(1)
    expect(wire.sent(proposePledge)).toEqual([])
    expect(phone.said).toEqual(['已存为草稿'])
  })

  it('is saved in any case where it cannot be submitted, and its page goes on from there', async () => {
    wire.refuse(proposePledge, 'ALREADY_WAITING')
    await open()
    fill()
    await tap('提交支部审核')
    expect(phone.said).toEqual(['已存为草稿，还没有提交成功'])
    expect(lastVisit()?.url).toBe(`/showcase/pages/pledge/index?pledgeId=${pledgeId}`)
  })

  it('asks for what is missing before anything is sent', async () => {
    await open()
    await tap('提交支部审核')
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      '请选择类别',
      '请写明承诺什么',
      '请写明怎么衡量',
      '请写明目标',
    ])
    expect(wire.requests()).toEqual([])
  })

  it('gives an example of the chosen category', async () => {
    await open()
    choose('学习')
    expect(text()).toContain('例如：每月读完一本党的理论书籍，写一篇学习心得')
    choose('廉洁')
    expect(text()).toContain('例如：全年零投诉')
  })

  it('is due at the end of its year, or on another day of it', async () => {
    await open({ year: '2027' })
    expect(text()).toContain('2027年12月31日')
    fireEvent.change(document.querySelector('input[type=date]') as HTMLInputElement, { target: { value: '2026-12-01' } })
    fill()
    await tap('存为草稿')
    expect(screen.getByRole('alert').textContent).toBe('完成日期要在 2027 年内')
    choose('2026 年')
    await tap('存为草稿')
    expect(wire.sent(draftPledge)).toMatchObject([{ year: 2026, dueOn: '2026-12-01' }])
  })

  it.each(['1999', 'next', ''])('is of this year where the address says %p', async (year) => {
    await open({ year })
    expect(screen.getByRole('radio', { name: '2026 年' }).getAttribute('aria-checked')).toBe('true')
  })

  it('keeps what was typed through a closed app, a lost network and a refusal', async () => {
    const { unmount } = await open()
    fill()
    unmount()
    restartApp()
    await open()
    expect(text()).toContain('这是您上次没有提交的内容。')
    expect(typed('承诺什么')).toBe(words.text)
    loseNetwork()
    await tap('存为草稿')
    expect(text()).toContain('现在连不上网络，请稍后再试')
    findNetwork()
    wire.refuse(draftPledge, 'PLEDGES_FULL')
    await tap('存为草稿')
    expect(text()).toContain(refusals.PLEDGES_FULL)
    expect(typed('承诺什么')).toBe(words.text)
  })

  it('says at the field what the server says of it', async () => {
    wire.refuse(draftPledge, 'INVALID_INPUT', { target: '最多 60 字' })
    await open()
    fill()
    await tap('存为草稿')
    expect(screen.getByRole('alert').textContent).toBe('最多 60 字')
  })

  it('begins anew once it was sent, or when asked to', async () => {
    const { unmount } = await open()
    fill()
    await tap('存为草稿')
    unmount()
    const again = await open()
    expect(typed('承诺什么')).toBe('')
    type('承诺什么', '不要的')
    again.unmount()
    await open()
    await tap('重新填写')
    expect(typed('承诺什么')).toBe('')
  })

  it('sends whoever is not signed in to sign in and back here', async () => {
    await open({ year: '2026' }, { as: null })
    expect(lastVisit()?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`${path}?year=2026`)}`)
  })
})

describe('a draft', () => {
  it('is changed and leads back to where it was opened', async () => {
    wire.answer(pledge, wholePledge({ ...draft, mine: true }))
    wire.answer(draftPledge, { pledgeId })
    phone.pagesBelow = [{}, {}]
    wire.hold(pledge)
    const opening = open({ pledgeId })
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(pledge)
    await opening
    expect(typed('承诺什么')).toBe(words.text)
    type('目标', '全年 10 次')
    await tap('存为草稿')
    expect(wire.sent(draftPledge)).toMatchObject([{ pledgeId, year: 2026, ...words, target: '全年 10 次' }])
    expect(lastVisit()).toEqual({ how: 'navigateBack' })
  })
})

describe('a published pledge', () => {
  beforeEach(() => {
    wire.answer(revisePledge, { submissionId: idOf(701) })
    phone.pagesBelow = [{}, {}]
  })
  const revise = (own: Parameters<typeof wholePledge>[0] = {}) => {
    wire.answer(pledge, wholePledge({ mine: true, ...own }))
    return open({ pledgeId })
  }

  it('is revised with a reason, while what stands now is in sight', async () => {
    await revise()
    expect(text()).toContain(`现在公布的${words.text}类别服务怎么衡量${words.measure}目标${words.target}完成日期12月31日`)
    expect(text()).toContain('支部审核通过前，公布的仍是原来的承诺')
    type('目标', '全年 20 次')
    await tap('岗位调整')
    await tapTwice('提交支部审核')
    expect(wire.sent(revisePledge)).toMatchObject([{ pledgeId, ...words, target: '全年 20 次', reason: '岗位调整' }])
    expect(phone.said).toEqual(['已提交，等支部审核'])
    expect(lastVisit()).toEqual({ how: 'navigateBack' })
  })

  it('needs a reason, and a change', async () => {
    await revise()
    await tap('提交支部审核')
    expect(screen.getByRole('alert').textContent).toBe('请写明为什么修订')
    type('修订原因', '岗位调整')
    await tap('提交支部审核')
    expect(text()).toContain('内容和现在公布的一样，请改动后再提交。')
    expect(wire.sent(revisePledge)).toEqual([])
  })

  it('goes on from the revision that came back', async () => {
    const before = { kind: 'pledge-revision', submissionId: idOf(701), ...pledgeText, target: '全年 6 次', reason: '岗位调整' } as const
    await revise({ returned: '目标不宜降低', unfinished: before })
    expect([typed('目标'), typed('修订原因')]).toEqual(['全年 6 次', '岗位调整'])
  })

  it.each(revisePledge.refusals)('says what to do about %s, and loses nothing', async (code) => {
    wire.refuse(revisePledge, code)
    await revise()
    type('目标', '全年 20 次')
    type('修订原因', '需求增加')
    await tap('提交支部审核')
    expect(text()).toContain(refusals[code])
    expect([typed('目标'), typed('修订原因')]).toEqual(['全年 20 次', '需求增加'])
  })

  it('keeps what was typed', async () => {
    const { unmount } = await revise()
    type('修订原因', '写了一半')
    unmount()
    restartApp()
    await revise()
    expect(typed('修订原因')).toBe('写了一半')
  })
})

it.each([
  ["somebody else's", { mine: false }, '这是别人的承诺'],
  ['one that waits', { mine: true, waiting: 'pledge-revision' }, '正等支部审核要修改，请先在承诺页撤回。'],
  ['a settled one', { mine: true, state: 'kept' }, '这项承诺已有结果'],
] as const)('changes nothing of %s', async (_, own, words) => {
  wire.answer(pledge, wholePledge(own))
  await open({ pledgeId })
  expect(text()).toContain(words)
  expect(screen.queryByRole('button', { name: '提交支部审核' })).toBeNull()
})

it.each(['INTERNAL', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
  wire.refuse(pledge, code)
  await open({ pledgeId })
  expect(text()).toContain(refusals[code])
  wire.answer(pledge, wholePledge({ mine: true }))
  await tap('重试')
  expect(text()).toContain('现在公布的')
})
