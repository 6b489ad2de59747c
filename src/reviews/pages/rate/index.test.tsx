import { act, fireEvent, screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { issue, round } from '../../../../cloudfunctions/reviews/contract'
import { keptBallots } from '../../../platform/kept-ballots'
import { openPage, settle, tap, text, type, typed } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, restartApp } from '../../../test/phone'
import { openRound, roundId, roundOf, subjects } from '../../../test/rounds'
import { wire } from '../../../test/wire'
import RatePage from './index'

const [first, second] = subjects.map(({ subjectId }) => subjectId)
const open = (subjectId = first ?? '') => openPage(RatePage, { path: '/reviews/pages/rate/index', params: { roundId, subjectId } })
const show = async (own: Parameters<typeof roundOf>[0] = {}, subjectId = first) => {
  wire.answer(round, roundOf(own))
  const page = open(subjectId)
  await settle()
  return page
}
const give = (name: string, mark: number) => act(() => screen.getByRole('radio', { name: `${name} ${mark} 分` }).click())
const given = () => screen.getAllByRole('radio', { checked: true }).map((each) => each.textContent)
const kept = () => Object.values(keptBallots.get())

beforeEach(() => void openRound())

describe('its states', () => {
  it('shows grey lines, then whom and as what one rates', async () => {
    wire.answer(round, roundOf())
    wire.hold(round)
    open()
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(round)
    await settle()
    expect(text()).toContain('赵一 · 党员互评')
    expect(text()).toContain('政治品德权重 40')
  })

  it.each(['INTERNAL', 'NOT_ALLOWED', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
    wire.refuse(round, code)
    open()
    await settle()
    expect(text()).toContain(refusals[code])
    wire.answer(round, roundOf())
    await tap('重试')
    expect(text()).toContain('岗位履职')
  })

  it('says so for nobody of the round, for a round that is over, and for a token asked for elsewhere', async () => {
    const page = await show({}, roundId)
    expect(text()).toContain('没有找到这位评议对象')
    page.unmount()
    const over = await show({ state: 'closed', closedAt: '2026-11-23T13:00:00+08:00' })
    expect(text()).toContain('这次评议没有在进行')
    over.unmount()
    await show({ subjects: subjects.map((each) => ({ ...each, issued: true })) })
    expect(text()).toContain(refusals.ALREADY_ISSUED)
  })

  it('says so where the phone cannot do the arithmetic', async () => {
    const kept = globalThis.BigInt
    Reflect.deleteProperty(globalThis, 'BigInt')
    await show()
    expect(text()).toContain('这部手机的系统版本较低')
    globalThis.BigInt = kept
  })
})

describe('giving marks', () => {
  it('takes a round mark by one tap and a finer one by plus and minus, within 0 and 100', async () => {
    await show()
    expect(screen.getByLabelText('政治品德未打分')).toBeTruthy()
    give('政治品德', 90)
    await tap('政治品德减 5 分')
    expect(screen.getByLabelText('政治品德得 85 分')).toBeTruthy()
    give('政治品德', 100)
    await tap('政治品德加 5 分')
    expect(screen.getByLabelText('政治品德得 100 分')).toBeTruthy()
    await tap('岗位履职减 5 分')
    expect(screen.getByLabelText('岗位履职得 80 分')).toBeTruthy()
  })

  it('does not save what is not whole, and says how much is missing', async () => {
    await show()
    give('政治品德', 90)
    await tap('保存并评下一位')
    expect(text()).toContain('还有 1 项没有打分')
    expect(kept()).toEqual([])
    expect(phone.went).toEqual([])
  })

  it('saves, asks for the token and goes on to the next', async () => {
    await show()
    give('政治品德', 90)
    give('岗位履职', 80)
    await tap('保存并评下一位')
    expect(kept()).toMatchObject([{ subjectId: first, content: { marks: [90, 80], comment: '' } }])
    expect(wire.sent(issue)).toHaveLength(1)
    expect(Object.keys(wire.sent(issue)[0] ?? {}).sort()).toEqual(['blinded', 'requestId', 'roundId', 'subjectId'])
    expect(lastVisit()).toEqual({ how: 'redirectTo', url: expect.stringContaining(`subjectId=${second}`) })
  })

  it('goes back to the list after the last, and lets a saved one be changed', async () => {
    const page = await show()
    give('政治品德', 90)
    give('岗位履职', 80)
    await tap('保存并评下一位')
    page.unmount()
    const other = await show({}, second)
    give('政治品德', 70)
    give('岗位履职', 70)
    await tap('保存')
    expect(lastVisit()?.url).toContain('/reviews/pages/round/index')
    other.unmount()
    await show()
    expect(given()).toEqual(['90', '80'])
    expect(text()).toContain('已保存，待发送')
    give('政治品德', 100)
    expect(text()).toContain('改过的分还没有保存')
  })

  it('keeps what was entered when one goes back, and when the app is closed', async () => {
    const page = await show({ comments: true })
    give('政治品德', 60)
    type('评语（可以不写）', '带头值班')
    page.unmount()
    restartApp()
    await show({ comments: true })
    expect(given()).toEqual(['60'])
    expect(typed('评语（可以不写）')).toBe('带头值班')
  })

  it('asks for words only where the round does', async () => {
    await show()
    expect(screen.queryByLabelText('评语（可以不写）')).toBeNull()
  })

  it('saves without network, and gets the token when it returns', async () => {
    await show()
    give('政治品德', 90)
    give('岗位履职', 80)
    await loseNetwork()
    await tap('保存并评下一位')
    await settle()
    expect(text()).toContain('还没有领到评议票')
    await findNetwork()
    await settle()
    expect(kept()).toMatchObject([{ token: expect.any(String) }])
  })

  it('says plainly that a token was refused', async () => {
    wire.refuse(issue, 'ALREADY_ISSUED')
    await show()
    give('政治品德', 90)
    give('岗位履职', 80)
    fireEvent.click(screen.getByRole('button', { name: '保存并评下一位' }))
    await settle()
    expect(text()).toContain(refusals.ALREADY_ISSUED)
  })
})
