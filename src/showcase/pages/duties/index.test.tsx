import { fireEvent, screen } from '@testing-library/react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { identity, setDuties } from '../../../../cloudfunctions/showcase/identity-contract'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { lastVisit, phone, restartApp } from '../../../test/phone'
import { member, secretary } from '../../../test/samples'
import { identityOf } from '../../../test/showcase'
import { wire } from '../../../test/wire'
import DutiesPage from './index'

type Identity = OutputOf<typeof identity>
const answer = (own: Partial<Identity> = {}) => wire.answer(identity, identityOf({ maySetDuties: true, ...own }))
async function open() {
  const page = openPage(DutiesPage, { path: '/showcase/pages/duties/index', params: { memberId: member.id }, as: secretary })
  await settle()
  return page
}
const sent = () => wire.sent(setDuties).map(({ duties }) => duties)
beforeEach(() => {
  answer()
  wire.answer(setDuties, {})
  phone.pagesBelow = [{}, {}]
})

it('begins with what is set, and saves what was changed once on a double tap', async () => {
  answer({ duties: [{ text: '联系群众', tasks: ['走访', '记录意见'] }] })
  await open()
  expect(wire.sent(identity)).toEqual([{ memberId: member.id }])
  expect(text()).toContain('王小明的岗位职责')
  expect(typed('职责 1 的任务')).toBe('走访\n记录意见')
  type('职责 1 的任务', ' 每季度走访 \n\n记录意见')
  await tapTwice('保存')
  expect(wire.sent(setDuties)).toMatchObject([{ memberId: member.id, duties: [{ text: '联系群众', tasks: ['每季度走访', '记录意见'] }] }])
  expect(phone.said).toEqual(['已保存'])
  expect(lastVisit()?.how).toBe('navigateBack')
})

it('says what will appear where nothing is set, and fills in what the post asks for', async () => {
  answer({ posts: [{ unitName: '第一党小组', post: 'group-leader' }] })
  await open()
  expect(text()).toContain('还没有岗位职责')
  expect(text()).toContain('第十三条')
  await tap('填入党小组组长的参考职责')
  expect(typed('职责 1')).toBe('召集并主持党小组会')
  await tap('填入党小组组长的参考职责')
  expect(screen.queryByLabelText('职责 3')).toBeNull()
})

it('offers the duties of every other post', async () => {
  await open()
  await tap('填入党员的参考职责')
  const before = screen.getAllByRole('textbox').length
  fireEvent.click(screen.getByRole('radio', { name: '纪检委员' }))
  await tap('填入纪检委员的参考职责')
  expect(screen.getAllByRole('textbox').length).toBe(before + 4)
  expect(text()).toContain('通行做法')
})

it('adds, moves and removes lines', async () => {
  await open()
  await tap('添加一项职责')
  type('职责 1', '甲')
  await tap('添加一项职责')
  type('职责 2', '乙')
  await tap('上移')
  expect([typed('职责 1'), typed('职责 2')]).toEqual(['乙', '甲'])
  fireEvent.click(screen.getAllByRole('button', { name: '移除' })[0] as Element)
  await tap('保存')
  expect(sent()).toEqual([[{ text: '甲', tasks: [] }]])
})

it('says what is wrong with a line before anything is sent', async () => {
  await open()
  await tap('添加一项职责')
  type('职责 1 的任务', Array.from({ length: 11 }, (_, index) => `任务${index}`).join('\n'))
  await tap('保存')
  expect(screen.getByRole('alert').textContent).toBe('请填写职责，或移除这一项')
  type('职责 1', '甲')
  expect(screen.getByRole('alert').textContent).toBe('最多 10 项任务，现在有 11 项')
  expect(sent()).toEqual([])
})

it('keeps what was typed through a closed app and a refusal', async () => {
  const { unmount } = await open()
  await tap('添加一项职责')
  type('职责 1', '写了一半')
  unmount()
  restartApp()
  await open()
  expect(typed('职责 1')).toBe('写了一半')
  expect(text()).toContain('这是您上次没有提交的内容')
  wire.refuse(setDuties, 'NOT_ALLOWED')
  await tap('保存')
  expect(text()).toContain(refusals.NOT_ALLOWED)
  expect(typed('职责 1')).toBe('写了一半')
})

it('says who sets them to whoever may not', async () => {
  answer({ maySetDuties: false })
  await open()
  expect(text()).toContain('岗位职责由支部设置')
  expect(screen.queryByRole('button', { name: '保存' })).toBeNull()
})

it.each(['INTERNAL', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
  wire.refuse(identity, code)
  await open()
  expect(text()).toContain(refusals[code])
  answer()
  await tap('重试')
  expect(text()).toContain('参考职责')
})
