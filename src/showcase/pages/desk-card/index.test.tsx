import { screen } from '@testing-library/react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { myCard } from '../../../../cloudfunctions/showcase/card-contract'
import { openPage, settle, tap, text } from '../../../test/open-page'
import { lastVisit } from '../../../test/phone'
import { wire } from '../../../test/wire'
import DeskCardPage from './index'

const link = 'https://example.cn/card?t=AbCdEfGhIjKlMnOpQrSt-_'
const card: OutputOf<typeof myCard> = {
  ...{ name: '王小明', unitName: '第一党支部', position: '综合窗口', badges: [], photo: null, mayOpen: true, open: true },
  ...{ tag: 'AbCdEfGhIjKlMnOpQrSt-_', link, shown: { pledges: 0, performances: 0, projects: 0, words: 0 }, waitingWords: 0 },
}
const open = async (own: Partial<OutputOf<typeof myCard>> = {}) => {
  wire.answer(myCard, { ...card, ...own })
  openPage(DeskCardPage, { path: '/showcase/pages/desk-card/index' })
  await settle()
}

it('is printed on A6, and leaves no paper size behind', async () => {
  const papers: (string | undefined)[] = []
  const paper = () => [...document.querySelectorAll('style')].find((each) => each.textContent?.includes('@page'))?.textContent ?? undefined
  window.print = () => void papers.push(paper())
  await open()
  for (const words of ['王小明', '综合窗口', '第一党支部', '扫码看我的承诺，说说您的感受']) expect(text()).toContain(words)
  expect(screen.getByAltText('名片二维码')).toBeTruthy()
  await tap('打印（A6）')
  window.dispatchEvent(new Event('afterprint'))
  expect(papers).toEqual(['@page { size: 105mm 148mm; margin: 0 }'])
  expect(paper()).toBeUndefined()
})

it('leads to where the card is opened while it is closed', async () => {
  await open({ open: false, tag: null, link: null })
  await tap('我的公开名片')
  expect(lastVisit()?.url).toBe('/showcase/pages/my-card/index')
})
