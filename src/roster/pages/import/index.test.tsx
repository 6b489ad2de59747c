import { cleanup, fireEvent, screen } from '@testing-library/react'
import { confirmImport, exportAll, importLines, issueCodes, previewImport, template } from '../../../../cloudfunctions/roster/contract'
import { CallError } from '../../../platform/call'
import type { Me } from '../../../platform/session'
import { saveWorkbook, uploadWorkbook } from '../../../platform/workbooks'
import { openPage, settle, tap, tapTwice, text } from '../../../test/open-page'
import { phone } from '../../../test/phone'
import { idOf, member, secretary } from '../../../test/samples'
import { wire } from '../../../test/wire'
import ImportPage from './index'

jest.mock('../../../platform/workbooks', () => ({
  mayUploadWorkbook: true,
  uploadWorkbook: jest.fn(),
  saveWorkbook: jest.fn(async () => '已保存到浏览器的下载文件夹'),
  cannotSave: '这里不能保存文件',
}))

const administrator: Me = { ...member, posts: [{ unitId: idOf(9), unitName: '县局党委', post: 'administrator' }] }
const importId = idOf(80)
const hash = 'h'.repeat(43)
const shown = { importId, hash, additions: 600, changes: 1, unchanged: 2, problems: 1, warnings: 0 }
const progress = (done: number, own = {}) => ({ done, total: 601, added: done, changed: 0, skipped: [], finished: done === 601, ...own })
const open = (as: Me = administrator) => openPage(ImportPage, { path: '/roster/pages/import/index', as })

beforeEach(() => {
  jest.mocked(uploadWorkbook).mockImplementation(async (onChosen) => {
    onChosen()
    return idOf(81)
  })
  jest.mocked(saveWorkbook).mockClear()
  wire.answer(previewImport, shown)
  wire.answer(importLines, ({ part }) => ({ lines: [{ row: 7, title: part, text: '请填写姓名' }], total: 1 }))
})

async function openPreview() {
  open()
  await settle()
  await tap('选择文件')
}

it('hands out the template, and everyone', async () => {
  wire.answer(template, { name: '党员名册模板.xlsx', base64: 'AAAA' })
  wire.answer(exportAll, { name: '党员花名册.xlsx', base64: 'BBBB' })
  open()
  await settle()
  await tapTwice('下载模板')
  await tap('导出全部名册')
  expect(jest.mocked(saveWorkbook).mock.calls).toEqual([
    ['党员名册模板.xlsx', 'AAAA'],
    ['党员花名册.xlsx', 'BBBB'],
  ])
  expect(phone.said.at(-1)).toBe('已保存到浏览器的下载文件夹')
})

it('says that it is reading, then what would be done, first what is wrong', async () => {
  wire.hold(previewImport)
  await openPreview()
  expect(text()).toContain('正在上传和核对，请稍候。')
  wire.release(previewImport)
  await settle()
  expect(text()).toContain('新增 600 人修改 1 人不变 2 人有误 1 处')
  expect(text()).toContain('有误的行不会导入')
  expect(text()).toContain('第 7 行 · problems请填写姓名')
  fireEvent.click(screen.getByRole('radio', { name: '新增 600' }))
  await settle()
  expect(wire.sent(importLines)).toEqual([
    { importId, part: 'problems' },
    { importId, part: 'additions' },
  ])
})

it('imports after one confirmation, says how far it is, and offers the codes', async () => {
  wire.answer(issueCodes, { name: '激活码.xlsx', base64: 'CCCC', people: 600 })
  await openPreview()
  let asked = 0
  wire.answer(confirmImport, () => progress([250, 500, 601][asked++] ?? 601))
  wire.hold(confirmImport)
  await tapTwice('确认导入 601 人')
  expect(text()).toContain('正在导入已完成 0 / 601 人')
  wire.release(confirmImport)
  await settle()
  await settle()
  expect(wire.sent(confirmImport)).toHaveLength(3)
  for (const sent of wire.sent(confirmImport)) expect(sent).toMatchObject({ importId, hash })
  expect(text()).toContain('导入完成新增 601 人')
  await tap('下载激活码')
  expect(jest.mocked(saveWorkbook)).toHaveBeenCalledWith('激活码.xlsx', 'CCCC')
})

it('still offers the codes of the last import after the page was left', async () => {
  wire.answer(issueCodes, { name: '激活码.xlsx', base64: 'CCCC', people: 600 })
  wire.answer(confirmImport, progress(601))
  await openPreview()
  await tap('确认导入 601 人')
  cleanup()
  open()
  await settle()
  expect(text()).toContain('上次导入的激活码')
  await tap('下载激活码')
  expect(wire.sent(issueCodes)).toMatchObject([{ importId }])
})

it('goes on after an interruption', async () => {
  await openPreview()
  wire.answer(confirmImport, progress(601))
  wire.cut()
  await tap('确认导入 601 人')
  expect(text()).toContain('现在连不上网络')
  wire.mend()
  await tap('确认导入 601 人')
  expect(text()).toContain('导入完成')
})

it('lists what was not imported after all, with the reason', async () => {
  await openPreview()
  wire.answer(
    confirmImport,
    progress(601, { added: 0, skipped: [{ row: 9, name: '赵一', reason: '预览之后有改动，没有再改，请重新导入' }] }),
  )
  await tap('确认导入 601 人')
  expect(text()).toContain('第 9 行 赵一：预览之后有改动')
  expect(screen.queryByText('下载激活码')).toBeNull()
})

it.each([
  [{ ...shown, additions: 0, changes: 0 }, '没有可以导入的行'],
  [{ ...shown, additions: 0, changes: 0, problems: 0 }, '没有需要导入的内容'],
])('offers nothing to confirm where nothing would be done', async (preview, words) => {
  wire.answer(previewImport, preview)
  await openPreview()
  expect(text()).toContain(words)
  expect(screen.queryByText(/确认导入/)).toBeNull()
})

it('says why a file was refused, and takes another', async () => {
  wire.refuse(previewImport, 'WORKBOOK_UNREADABLE')
  await openPreview()
  expect(text()).toContain('没有读懂这个文件，请用 Excel 或 WPS 另存为 .xlsx')
  wire.answer(previewImport, shown)
  await tap('选择文件')
  expect(text()).toContain('新增 600 人')
})

it('says why an upload failed', async () => {
  jest.mocked(uploadWorkbook).mockRejectedValue(new CallError('OFFLINE', '现在连不上网络，请稍后再试'))
  await openPreview()
  expect(text()).toContain('现在连不上网络')
  expect(screen.getByText('选择文件')).toBeTruthy()
})

it('stays as it is where no file was chosen', async () => {
  jest.mocked(uploadWorkbook).mockResolvedValue(undefined)
  await openPreview()
  expect(screen.getByText('选择文件')).toBeTruthy()
  expect(wire.sent(previewImport)).toEqual([])
})

it('is the administrator’s', async () => {
  open(secretary)
  await settle()
  expect(text()).toContain('名册由管理员导入')
})
