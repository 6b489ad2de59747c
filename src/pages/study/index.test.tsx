import { mine } from '../../../cloudfunctions/study/contract'
import { openPage, settle, tap, text } from '../../test/open-page'
import { lastVisit } from '../../test/phone'
import { member } from '../../test/samples'
import { myStudy, taskId, taskLine } from '../../test/study'
import { wire } from '../../test/wire'
import StudyPage from './index'

const show = async () => {
  openPage(StudyPage, { path: '/pages/study/index', as: member })
  await settle()
}

it('says what will appear, and how far the year is', async () => {
  wire.answer(mine, myStudy())
  await show()
  expect(text()).toContain('已学 16 学时，全年 32 学时')
  expect(text()).toContain('50%')
  expect(text()).toContain('没有待完成的学习支部或上级党委发布学习任务后')
})

it('shows what is due first, marks what is late, and what was finished below', async () => {
  const late = taskLine({ dueAt: '2026-11-20T18:00:00+08:00' })
  wire.answer(mine, myStudy({ open: [late], done: [taskLine({ title: '学习条例', doneAt: '2026-11-22T18:00:00+08:00' })] }))
  await show()
  expect(text()).toContain('学习党章已过期限')
  expect(text()).toContain('已完成学习条例文章 · 昨天完成')
  await tap(/学习党章/)
  expect(lastVisit()).toMatchObject({ url: `/study/pages/task/index?taskId=${taskId}` })
})

it('says what happened where it could not be had, and offers to try again', async () => {
  wire.refuse(mine, 'INTERNAL')
  await show()
  expect(text()).toContain('没有加载成功')
  wire.answer(mine, myStudy())
  await tap('重试')
  await settle()
  expect(text()).toContain('没有待完成的学习')
})
