import { changesOf } from './pledge-changes'

const text = { category: 'service', text: '上门办理', measure: '次数', target: '12 次', dueOn: '2026-12-31' } as const

it('names every field that another wording changes, in order', () => {
  expect(changesOf(text, { category: 'post', text: '预约办理', measure: '台账', target: '20 次', dueOn: '2026-11-30' })).toEqual([
    { label: '类别', from: '服务', to: '岗位' },
    { label: '承诺', from: '上门办理', to: '预约办理' },
    { label: '怎么衡量', from: '次数', to: '台账' },
    { label: '目标', from: '12 次', to: '20 次' },
    { label: '完成日期', from: '2026-12-31', to: '2026-11-30' },
  ])
})

it('is nothing where only spaces differ', () => {
  expect(changesOf(text, { ...text, text: ' 上门办理 \n' })).toEqual([])
})
