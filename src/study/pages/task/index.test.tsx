import { beat, saveNote, task } from '../../../../cloudfunctions/study/contract'
import { openPage, settle, text, type, wait } from '../../../test/open-page'
import { member } from '../../../test/samples'
import { taskId, taskShown } from '../../../test/study'
import { wire } from '../../../test/wire'
import TaskPage from './index'

const show = async () => {
  openPage(TaskPage, { path: '/study/pages/task/index', params: { taskId }, as: member })
  await settle()
}

beforeEach(() => {
  wire.answer(task, taskShown())
  wire.answer(beat, ({ begins }) => ({ seconds: begins ? 100 : 120, doneAt: null }))
})

it('tells the server that it is looked at, and shows the seconds that were counted', async () => {
  await show()
  expect(wire.sent(beat)).toMatchObject([{ taskId, begins: true }])
  expect(text()).toContain('1 分钟 40 秒，要求 10 分钟')
  await wait(20)
  expect(wire.sent(beat)).toMatchObject([{ begins: true }, { begins: false }])
  expect(text()).toContain('2 分钟，要求 10 分钟')
})

it('goes on without network, says that the time is not counted, and begins anew afterwards', async () => {
  await show()
  wire.cut()
  await wait(20)
  expect(text()).toContain('总纲')
  expect(text()).toContain('这段时间不计入')
  wire.mend()
  await wait(20)
  expect(wire.sent(beat).at(-1)).toMatchObject({ begins: true })
  expect(text()).not.toContain('这段时间不计入')
})

it('does not count what was withdrawn, and says why', async () => {
  wire.answer(task, taskShown({ state: 'withdrawn', withdrawReason: '内容有误' }))
  await show()
  expect(wire.sent(beat)).toEqual([])
  expect(text()).toContain('已撤回：内容有误')
})

it('keeps a note by itself once typing pauses', async () => {
  wire.answer(saveNote, { revision: 1, savedAt: '2026-11-23T09:00:00+08:00' })
  await show()
  type('笔记', '第一章要点')
  await wait(2)
  expect(wire.sent(saveNote)).toMatchObject([{ taskId, text: '第一章要点', revision: 0 }])
  expect(text()).toContain('已保存')
})

it('shows what another phone wrote, and loses neither', async () => {
  await show()
  wire.refuse(saveNote, 'NOTE_CHANGED')
  const note = { text: '另一台写的', revision: 3, savedAt: '2026-11-23T09:00:00+08:00' }
  wire.answer(task, taskShown({ mine: { seconds: 0, bestMark: null, attempts: 0, doneAt: null, note } }))
  type('笔记', '这台写的')
  await wait(2)
  expect(text()).toContain('另一台写的')
})
