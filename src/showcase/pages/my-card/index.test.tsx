import { screen } from '@testing-library/react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { myCard, renewCard, setCard } from '../../../../cloudfunctions/showcase/card-contract'
import { button, openPage, settle, tap, tapTwice, text } from '../../../test/open-page'
import { lastVisit, phone } from '../../../test/phone'
import { wire } from '../../../test/wire'
import MyCardPage from './index'

const tag = 'AbCdEfGhIjKlMnOpQrSt-_'
type Card = OutputOf<typeof myCard>
const closed: Card = {
  ...{ name: '王小明', unitName: '第一党支部', position: null, badges: [], photo: null, mayOpen: true, open: false, tag: null, link: null },
  shown: { pledges: 2, performances: 3, projects: 1, words: 4 },
  waitingWords: 1,
}
const opened: Card = { ...closed, open: true, tag, link: `https://example.cn/card?t=${tag}` }
const open = async (card: Card) => {
  wire.answer(myCard, card)
  openPage(MyCardPage, { path: '/showcase/pages/my-card/index' })
  await settle()
}

it('says before it is opened what becomes public, and opens once on a double tap', async () => {
  await open(closed)
  for (const words of ['任何人扫码，不用登录就能看到', '您是中共党员', '不公开不影响其他功能', '可以随时关闭'])
    expect(text()).toContain(words)
  wire.answer(setCard, {})
  wire.answer(myCard, opened)
  await tapTwice('同意公开我的名片')
  expect(wire.sent(setCard)).toMatchObject([{ open: true }])
  expect(phone.said).toEqual(['名片已公开'])
  expect(screen.getByAltText('我的名片二维码')).toBeTruthy()
})

it('shows the code, what is public, and where to go with it', async () => {
  await open(opened)
  for (const words of ['已公开', opened.link ?? '', '承诺2 项', '绩效3 项', '示范项目1 项', '4 条，另有 1 条待支部审核'])
    expect(text()).toContain(words)
  await tap('打印桌牌')
  expect(lastVisit()?.url).toBe('/showcase/pages/desk-card/index')
  await tap('看看别人看到的名片')
  expect(lastVisit()?.url).toBe(`/showcase/pages/card/index?t=${tag}`)
})

it('is closed without a question', async () => {
  await open(opened)
  wire.answer(setCard, {})
  wire.answer(myCard, closed)
  await tap('关闭名片')
  expect(wire.sent(setCard)).toMatchObject([{ open: false }])
  expect(text()).toContain('名片还没有公开')
})

it('asks before the code on the desk stops working', async () => {
  await open(opened)
  wire.answer(renewCard, {})
  phone.agrees = false
  await tap('更换二维码')
  expect(phone.asked).toEqual([expect.stringContaining('更换二维码')])
  expect(wire.sent(renewCard)).toEqual([])
  phone.agrees = true
  await tap('更换二维码')
  expect(wire.sent(renewCard)).toHaveLength(1)
})

it('says what was refused', async () => {
  await open(closed)
  wire.refuse(setCard, 'PARTY_MEMBERS_ONLY')
  await tap('同意公开我的名片')
  expect(text()).toContain(refusals.PARTY_MEMBERS_ONLY)
})

it('offers nothing to whoever is no member of the Party, except to close what is open', async () => {
  await open({ ...closed, mayOpen: false })
  expect(text()).toContain('公开名片由党员使用')
  await open({ ...opened, mayOpen: false })
  expect(button('关闭名片')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '更换二维码' })).toBeNull()
})

it('can be tried again', async () => {
  wire.refuse(myCard, 'INTERNAL')
  openPage(MyCardPage, { path: '/showcase/pages/my-card/index' })
  await settle()
  wire.answer(myCard, closed)
  await tap('重试')
  expect(text()).toContain('名片还没有公开')
})
