import type { Content } from './content'
import { keepBoth, merge } from './merge'

const li = { id: '1', name: '李书记' }
const sun = { id: '2', name: '孙副书记' }
const base: Content = { chair: li, recorder: null, discussion: '一、学习文件', resolutions: ['同意'] }
const changed = (part: Partial<Content>): Content => ({ ...base, ...part })

describe('two that went on from the same draft', () => {
  it('both count where they changed different things', () => {
    const merged = merge(base, changed({ discussion: '一、学习文件\n很好' }), changed({ recorder: sun, resolutions: ['同意', '公示'] }))
    expect(merged).toEqual({
      content: { chair: li, recorder: sun, discussion: '一、学习文件\n很好', resolutions: ['同意', '公示'] },
      conflicts: [],
    })
  })

  it('are named where they changed the same thing differently, and mine is shown', () => {
    const merged = merge(base, changed({ discussion: '甲' }), changed({ discussion: '乙', chair: sun }))
    expect(merged).toEqual({ content: { ...base, discussion: '甲', chair: sun }, conflicts: ['discussion'] })
  })

  it('agree where they changed it alike, or only by blanks the server takes away', () => {
    expect(merge(base, changed({ chair: sun }), changed({ chair: sun })).conflicts).toEqual([])
    expect(merge(base, changed({ discussion: '甲\n' }), changed({ discussion: '甲' })).conflicts).toEqual([])
    expect(merge(base, changed({ resolutions: ['同意', ' '] }), changed({ resolutions: ['不同意'] })).content.resolutions).toEqual([
      '不同意',
    ])
  })
})

describe('keeping both', () => {
  it('puts one text below the other and each resolution once', () => {
    const mine = changed({ discussion: '甲\n', resolutions: ['同意', '公示'] })
    const theirs = changed({ discussion: '乙', resolutions: ['同意', '备案'] })
    expect(keepBoth(mine, theirs, ['discussion', 'resolutions'])).toEqual({
      ...base,
      discussion: '甲\n\n乙',
      resolutions: ['同意', '公示', '备案'],
    })
  })

  it('leaves alone what both agree about', () => {
    expect(keepBoth(changed({ discussion: '甲', chair: sun }), changed({ discussion: '乙' }), ['chair'])).toEqual(
      changed({ discussion: '甲', chair: sun }),
    )
  })
})
