import { pledgeMarks } from './pledge-words'

const published = { state: 'published', version: 1, waiting: null, returned: null } as const

it.each([
  ['draft', { ...published, state: 'draft', version: 0 }, ['草稿']],
  ['draft that came back', { ...published, state: 'draft', version: 0, returned: '请写目标' }, ['草稿', '已退回']],
  ['proposed one', { ...published, state: 'proposed', version: 0, waiting: 'pledge' }, ['待审核']],
  ['proposed one that came back before', { ...published, state: 'proposed', waiting: 'pledge', returned: '请写目标' }, ['待审核']],
  ['published one', published, ['践诺中']],
  ['revised one', { ...published, version: 2 }, ['践诺中', '已修订']],
  ['one with a revision waiting', { ...published, waiting: 'pledge-revision' }, ['践诺中', '修订待审核']],
  ['one with an outcome waiting', { ...published, version: 2, waiting: 'pledge-outcome' }, ['践诺中', '已修订', '结果待审核']],
  ['one whose outcome came back', { ...published, returned: '佐证不足' }, ['践诺中', '已退回']],
  ['kept one', { ...published, state: 'kept' }, ['已兑现']],
] as const)('marks a %s', (_, pledge, marks) => {
  expect(pledgeMarks(pledge).map(({ text }) => text)).toEqual(marks)
})
