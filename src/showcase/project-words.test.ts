import { milestone } from '../test/project-samples'
import { nextStep, percentOf, projectMarks } from './project-words'

it('says how a project stands, what waits and what came back', () => {
  const words = (...given: Parameters<typeof projectMarks>) => projectMarks(...given).map(({ text }) => text)
  expect(words({ state: 'running', waiting: null, returned: null })).toEqual(['进行中'])
  expect(words({ state: 'proposed', waiting: 'project', returned: null })).toEqual(['待审核'])
  expect(words({ state: 'running', waiting: 'project-result', returned: null })).toEqual(['进行中', '成果待验收'])
  expect(words({ state: 'draft', waiting: null, returned: '请写明节点' })).toEqual(['草稿', '已退回'])
})

it('is whole only when every step is met', () => {
  expect([percentOf(0, 3), percentOf(2, 3), percentOf(199, 200), percentOf(3, 3), percentOf(0, 0)]).toEqual([0, 66, 99, 100, 0])
})

it('has the first step that is not met to do next', () => {
  const [first, second] = [milestone({ metAt: '2026-05-20T10:00:00+08:00' }), milestone({ text: '上线试用' })]
  expect(nextStep([first, second])?.text).toBe('上线试用')
  expect(nextStep([first])).toBeUndefined()
})
