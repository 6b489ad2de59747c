import { headingsOf, likelyChair } from './record-suggestion'

it('makes a heading of each item of the agenda, with room below', () => {
  expect(headingsOf('一、学习文件\n\n  二、讨论发展对象 ')).toBe('一、学习文件\n\n二、讨论发展对象\n')
})

it('begins empty without an agenda', () => {
  expect(headingsOf('')).toBe('')
})

describe('who presided is most likely', () => {
  const secretary = { id: '1', name: '李书记' }
  const deputy = { id: '2', name: '孙副书记' }

  it('the secretary, where they came', () => {
    const officers = [
      { ...secretary, state: 'late' as const },
      { ...deputy, state: 'present' as const },
    ]
    expect(likelyChair(officers)).toEqual(secretary)
  })

  it('the deputy, where the secretary did not', () => {
    const officers = [
      { ...secretary, state: 'excused' as const },
      { ...deputy, state: 'present' as const },
    ]
    expect(likelyChair(officers)).toEqual(deputy)
  })

  it('the secretary still, where nobody of them is known to have come', () => {
    expect(
      likelyChair([
        { ...secretary, state: 'expected' },
        { ...deputy, state: null },
      ]),
    ).toEqual(secretary)
  })

  it('nobody, where the unit has no such officer', () => {
    expect(likelyChair([])).toBeNull()
  })
})
