import { act, screen } from '@testing-library/react'
import type { InputOf } from '../../../cloudfunctions/kernel/contract'
import { refusals } from '../../../cloudfunctions/kernel/refusals'
import { units } from '../../../cloudfunctions/organisation/contract'
import { wall, wallPage } from '../../../cloudfunctions/showcase/wall-contract'
import { openPage, settle, tap, text, type, wait } from '../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, turn } from '../../test/phone'
import { branchId, idOf, otherBranchId, units as tree } from '../../test/samples'
import { sight } from '../../test/sight'
import { wire } from '../../test/wire'
import ShowcasePage from './index'
import type { WallLine, WallPage } from './use-wall'

const line = (number: number, own: Partial<WallLine> = {}): WallLine => ({
  memberId: idOf(1000 + number),
  name: `同志${number}`,
  unitName: '第一党支部',
  groupName: null,
  position: null,
  posts: [],
  badges: [],
  photo: null,
  pledges: { published: 0, settled: 0, mean: null },
  progress: 'none',
  projects: { running: 0, accepted: 0 },
  performances: 0,
  ...own,
})
const page = (people: WallLine[], next: string | null = null): WallPage => ({ today: '2026-11-25', year: 2026, people, next })

/** A wall of this many, as the server would page it. */
function answerWith(count: number, own: (number: number) => Partial<WallLine> = () => ({})) {
  const everyone = Array.from({ length: count }, (_, number) => line(number, own(number)))
  wire.answer(wall, ({ after }: InputOf<typeof wall>) => {
    const from = after ? everyone.findIndex(({ memberId }) => memberId === after) + 1 : 0
    const people = everyone.slice(from, from + wallPage)
    return page(people, from + wallPage < count ? (people[people.length - 1]?.memberId ?? null) : null)
  })
}

const open = async () => {
  const opened = openPage(ShowcasePage, { path: '/pages/showcase/index' })
  await settle()
  return opened
}
const pick = async (name: string) => {
  act(() => screen.getByRole('radio', { name }).click())
  await settle()
}
const asked = () => wire.sent(wall)
const nearEnd = async () => {
  await sight.move([])
  await sight.move([...document.querySelectorAll('.long-list__part, .wall-end__near')])
  await settle()
}
const shownNames = () => [...document.querySelectorAll('.wall-line__name')].map((name) => name.textContent)

beforeEach(() => wire.answer(units, tree))

describe('its states', () => {
  it('shows grey lines, then the people of one’s own branch', async () => {
    answerWith(2)
    wire.hold(wall)
    await open()
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(wall)
    await settle()
    expect(shownNames()).toEqual(['同志0', '同志1'])
    expect(text()).toContain('共 2 人，已全部显示')
    expect(asked()).toEqual([{ unitId: branchId }])
  })

  it('says what will appear here and who makes it appear, and leads on to everybody', async () => {
    wire.answer(wall, page([]))
    await open()
    expect(text()).toContain('支部委员把党员登记到名册后，会显示在这里')
    answerWith(1)
    await tap('查看全单位')
    expect(asked().slice(-1)).toEqual([{}])
    expect(shownNames()).toEqual(['同志0'])
  })

  it.each(['INTERNAL', 'NOT_FOUND'] as const)('says what happened at %s, and a retry works', async (code) => {
    wire.refuse(wall, code)
    await open()
    expect(text()).toContain(refusals[code])
    answerWith(1)
    await tap('重试')
    expect(shownNames()).toEqual(['同志0'])
  })

  it('keeps its beginning for a time without network', async () => {
    answerWith(1)
    const { unmount } = await open()
    unmount()
    await loseNetwork()
    await open()
    expect(text()).toContain('网络已断开')
    expect(shownNames()).toEqual(['同志0'])
    await findNetwork()
  })
})

describe('a line', () => {
  it('says who it is, what they promised and how far they are', async () => {
    answerWith(1, () => ({
      ...{ groupName: '第一党小组', position: '导税员', badges: ['先锋岗'], posts: [{ unitName: '第一党小组', post: 'group-leader' }] },
      ...{ pledges: { published: 3, settled: 1, mean: 53 }, progress: 'due-soon', projects: { running: 1, accepted: 1 }, performances: 4 },
    }))
    await open()
    expect(text()).toContain('第一党支部 · 第一党小组 · 导税员')
    for (const part of ['党小组组长', '先锋岗', '承诺 3 项', '即将到期', '53%', '示范项目 1 个在做，1 个已验收 · 绩效 4 条'])
      expect(text()).toContain(part)
  })

  it('names the unit of a post held elsewhere', async () => {
    answerWith(1, () => ({ posts: [{ unitName: '县局党委', post: 'leader' }] }))
    await open()
    expect(text()).toContain('县局党委班子成员')
  })

  it('says nothing of what there is not', async () => {
    answerWith(1)
    await open()
    expect(text()).toContain('暂无承诺')
    for (const part of ['示范项目', '绩效', '%']) expect(document.querySelector('.wall-line')?.textContent).not.toContain(part)
  })

  it('leads to the person', async () => {
    answerWith(1)
    await open()
    await tap('查看同志0的三亮')
    expect(lastVisit()).toEqual({ how: 'navigateTo', url: `/showcase/pages/member/index?memberId=${idOf(1000)}` })
  })
})

describe('further pages', () => {
  it('come as one nears the end, each once, until everybody is shown', async () => {
    answerWith(90)
    await open()
    expect(shownNames()).toHaveLength(40)
    expect(text()).not.toContain('已全部显示')
    wire.hold(wall)
    await nearEnd()
    await nearEnd()
    wire.release(wall)
    await settle()
    await nearEnd()
    expect(asked()).toEqual([{ unitId: branchId }, { unitId: branchId, after: idOf(1039) }, { unitId: branchId, after: idOf(1079) }])
    expect(shownNames()).toEqual(Array.from({ length: 90 }, (_, number) => `同志${number}`))
    expect(text()).toContain('共 90 人，已全部显示')
  })

  it('that cannot be had leave what is there, and a retry goes on', async () => {
    answerWith(50)
    await open()
    wire.refuse(wall, 'INTERNAL')
    await nearEnd()
    expect(shownNames()).toHaveLength(40)
    expect(text()).toContain(refusals.INTERNAL)
    answerWith(50)
    await tap('重试')
    expect(shownNames()).toHaveLength(50)
  })

  it('of another filter are not taken for those of this one', async () => {
    answerWith(50)
    await open()
    wire.hold(wall)
    await nearEnd()
    await tap('单位 第一党支部')
    await tap(/^全单位/)
    wire.release(wall)
    await settle()
    expect(shownNames()).toHaveLength(40)
    await nearEnd()
    expect(shownNames()).toHaveLength(50)
    expect(asked().slice(-1)).toEqual([{ after: idOf(1039) }])
  })
})

describe('coming back from a person', () => {
  it('finds the list as long as it was, and their line as it is now', async () => {
    let mean = 10
    answerWith(90, (number) => (number === 45 ? { pledges: { published: 1, settled: 0, mean } } : {}))
    await open()
    await nearEnd()
    await nearEnd()
    await tap('查看同志45的三亮')
    mean = 80
    answerWith(90, (number) => (number === 45 ? { pledges: { published: 1, settled: 0, mean } } : {}))
    await turn('hide')
    await wait(5)
    await turn('show')
    await settle()
    expect(shownNames()).toHaveLength(90)
    expect(text()).toContain('80%')
    expect(asked().slice(-2)).toEqual(expect.arrayContaining([{ unitId: branchId }, { unitId: branchId, after: idOf(1039) }]))
  })

  it('keeps the filters', async () => {
    answerWith(1)
    await open()
    await tap('进度 全部进度')
    await pick('已逾期')
    await tap('查看同志0的三亮')
    await wait(5)
    await turn('show')
    await settle()
    expect(asked().slice(-1)).toEqual([{ unitId: branchId, progress: 'overdue' }])
  })
})

describe('filters', () => {
  it('are for a unit: one’s own branch and its groups first, then everybody, then the others', async () => {
    answerWith(1)
    await open()
    await tap('单位 第一党支部')
    const rows = [...document.querySelectorAll('.link-row__title')].map((row) => row.textContent)
    expect(rows).toEqual(['第一党支部', '第一党小组', '全单位', '县局党委', '第二党支部'])
    await tap('第二党支部')
    expect(asked().slice(-1)).toEqual([{ unitId: otherBranchId }])
    await tap('单位 第二党支部')
    await tap(/^全单位/)
    expect(asked().slice(-1)).toEqual([{}])
  })

  it('are for what was promised or is done', async () => {
    answerWith(1)
    await open()
    await tap('类别 全部类别')
    await pick('廉洁')
    expect(asked().slice(-1)).toEqual([{ unitId: branchId, kind: 'integrity' }])
    await tap('类别 廉洁')
    await pick('创效')
    expect(asked().slice(-1)).toEqual([{ unitId: branchId, kind: 'efficiency' }])
  })

  it('that nobody meets say so, and can be left in one tap', async () => {
    answerWith(1)
    await open()
    wire.answer(wall, page([]))
    type('搜索姓名或拼音首字母', 'zzz')
    await wait(1)
    expect(text()).toContain('没有符合条件的党员')
    answerWith(1)
    await tap('查看全单位')
    expect(asked().slice(-1)).toEqual([{}])
  })
})

describe('the search', () => {
  it('waits until typing pauses', async () => {
    answerWith(1)
    await open()
    for (const typed of ['w', 'wx', 'wxm']) {
      type('搜索姓名或拼音首字母', typed)
      await wait(0.1)
    }
    await wait(1)
    expect(asked()).toEqual([{ unitId: branchId }, { unitId: branchId, search: 'wxm' }])
    await tap('清除')
    await wait(0.1)
    expect(asked().slice(-1)).toEqual([{ unitId: branchId }])
  })

  it('asks for nothing where only blanks were typed', async () => {
    answerWith(1)
    await open()
    type('搜索姓名或拼音首字母', '  ')
    await wait(1)
    expect(asked()).toHaveLength(1)
  })
})
