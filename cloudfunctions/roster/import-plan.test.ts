import { lineOfStep } from './import-lines'
import { type PersonNow, planImport, type Roster } from './import-plan'
import type { RosterRow } from './roster-rows'

const units: Roster['units'] = [
  { id: 'committee', kind: 'committee', name: '机关党委', parentId: null },
  { id: 'one', kind: 'branch', name: '第一党支部', parentId: 'committee' },
  { id: 'group', kind: 'group', name: '第一党小组', parentId: 'one' },
  { id: 'other-group', kind: 'group', name: '第二党小组', parentId: 'one' },
  { id: 'two', kind: 'branch', name: '第二党支部', parentId: 'committee' },
  { id: 'twin', kind: 'branch', name: '同名支部', parentId: 'committee' },
  { id: 'other-twin', kind: 'branch', name: '同名支部', parentId: 'committee' },
]
const someone = (own: Partial<PersonNow> = {}): PersonNow => ({
  memberId: 'li',
  login: 'lijing',
  name: '李静',
  standing: 'probationary',
  unitId: 'one',
  groupId: 'group',
  unable: false,
  posts: [],
  phone: null,
  ...own,
})
const row = (own: Partial<RosterRow> = {}): RosterRow => ({
  row: 2,
  name: '李静',
  login: 'lijing',
  standing: 'full',
  unit: '第一党支部',
  group: undefined,
  posts: [],
  phone: undefined,
  unable: undefined,
  ...own,
})
/** A sound branch, so that its size is not remarked on. */
const crowd = Array.from({ length: 5 }, (_, index) =>
  someone({ memberId: `m${index}`, login: `m${index}x`, name: `党员${index}`, standing: 'full' }),
)
const plan = (rows: RosterRow[], people: PersonNow[] = crowd, taken: string[] = []) => planImport(rows, { units, people }, new Set(taken))

describe('somebody new', () => {
  it('is added with all their row says', () => {
    const { steps, problems, warnings } = plan([row({ group: '第一党小组', posts: ['publicity', 'group-leader'], unable: true })])
    expect(problems).toEqual([])
    expect(steps).toEqual([
      {
        kind: 'add',
        row: 2,
        name: '李静',
        login: 'lijing',
        standing: 'full',
        unitId: 'one',
        groupId: 'group',
        unable: true,
        posts: [
          { unitId: 'one', post: 'publicity' },
          { unitId: 'group', post: 'group-leader' },
        ],
        phone: null,
      },
    ])
    expect(warnings).toEqual([{ row: 2, column: '职务', message: '这位同志已担任其他职务，一般一人一岗' }])
  })

  it.each<[string, Partial<RosterRow>, string, string]>([
    ['no standing', { standing: undefined }, '身份', '请填写 正式党员'],
    ['no unit', { unit: undefined }, '所在党组织', '请填写所在党组织'],
    ['an unknown unit', { unit: '第九党支部' }, '所在党组织', '没有“第九党支部”这个党组织'],
    ['a group for a unit', { unit: '第一党小组' }, '所在党组织', '没有“第一党小组”这个党组织'],
    ['a name two units share', { unit: '同名支部' }, '所在党组织', '有 2 个党组织都叫“同名支部”'],
    ['a group of another branch', { unit: '第二党支部', group: '第一党小组' }, '党小组', '第二党支部没有“第一党小组”这个党小组'],
    ['a group to lead, but none to be in', { posts: ['group-leader'] }, '职务', '党小组组长要先填写党小组'],
  ])('with %s is not, and the row says why', (_, own, column, message) => {
    expect(plan([row(own)])).toMatchObject({
      steps: [],
      problems: [{ row: 2, column, message: expect.stringContaining(message) }],
    })
  })

  it('cannot have a sign-in name of another organisation', () => {
    expect(plan([row()], crowd, ['lijing']).problems).toEqual([{ row: 2, column: '用户名', message: '这个用户名已被使用，请换一个' }])
  })

  it('cannot have the sign-in name of an earlier row', () => {
    const { steps, problems } = plan([row(), row({ row: 3, name: '王强' })])
    expect(steps).toHaveLength(1)
    expect(problems).toEqual([{ row: 3, column: '用户名', message: '与第 2 行的用户名相同，一人一个用户名' }])
  })

  it('may share a name with somebody of the branch, who is then named', () => {
    const { steps, warnings } = plan([row({ login: 'lijing2' }), row({ row: 3, login: 'lijing3' })], [...crowd, someone()])
    expect(steps).toHaveLength(2)
    expect(warnings.filter(({ row }) => row).map(({ row, message }) => [row, message])).toEqual([
      [2, '同一组织已有“李静”（lijing），请确认不是同一人'],
      [3, '同一组织已有“李静”（lijing），请确认不是同一人'],
    ])
  })
})

describe('somebody who is there', () => {
  const there = (own: Partial<PersonNow> = {}) => [...crowd, someone(own)]

  it('changes only where the row differs, and says from what', () => {
    const { steps } = plan([row({ group: '第二党小组', unable: true, posts: ['publicity'] })], there())
    expect(steps).toEqual([
      {
        kind: 'change',
        row: 2,
        memberId: 'li',
        name: '李静',
        login: 'lijing',
        unitId: 'one',
        before: { standing: 'probationary', groupId: 'group', unable: false },
        change: { standing: 'full', groupId: 'other-group', unable: true },
        posts: [{ unitId: 'one', post: 'publicity' }],
        phone: null,
      },
    ])
    expect(steps[0] && lineOfStep(steps[0], { units })).toEqual({
      row: 2,
      title: '李静',
      text: '身份：预备党员 → 正式党员；党小组：第一党小组 → 第二党小组；能否参会：正常参会 → 因故不能参会；任第一党支部宣传委员',
    })
  })

  it.each<[string, Partial<RosterRow>]>([
    ['the same row', { standing: 'probationary', group: '第一党小组', unable: false }],
    ['empty cells', { standing: undefined, unit: undefined, group: undefined }],
    ['a post they hold', { standing: undefined, posts: ['publicity'] }],
  ])('stays as they are with %s', (_, own) => {
    expect(plan([row(own)], there({ posts: [{ unitId: 'one', post: 'publicity' }] }))).toMatchObject({
      steps: [],
      unchanged: 1,
      problems: [],
      warnings: [],
    })
  })

  it('keeps posts the row does not name', () => {
    const { steps } = plan([row({ posts: ['discipline'] })], there({ posts: [{ unitId: 'one', post: 'publicity' }] }))
    expect(steps).toMatchObject([{ posts: [{ unitId: 'one', post: 'discipline' }] }])
  })

  it('is not somebody else of another name', () => {
    expect(plan([row({ name: '王强' })], there()).problems).toEqual([
      { row: 2, column: '姓名', message: '用户名 lijing 现在是“李静”，请核对；改名请在“组织与人员”中进行' },
    ])
  })

  it('is not moved to another branch', () => {
    expect(plan([row({ unit: '第二党支部' })], there()).problems).toEqual([
      { row: 2, column: '所在党组织', message: '这位同志现在属于第一党支部，导入不调整所在党组织，请核对' },
    ])
  })
})

describe('a phone number', () => {
  const phone = { hash: 'a hash', masked: '138****8000' }

  it('is kept, and no news the second time', () => {
    expect(plan([row({ phone })]).steps).toMatchObject([{ kind: 'add', phone }])
    const { steps } = plan([row({ phone, standing: undefined })], [...crowd, someone()])
    expect(steps).toMatchObject([{ kind: 'change', phone, change: {} }])
    expect(steps[0] && lineOfStep(steps[0], { units }).text).toBe('手机号：138****8000')
    expect(plan([row({ phone, standing: undefined })], [...crowd, someone({ phone })])).toMatchObject({ steps: [], unchanged: 1 })
  })

  it('is one person’s, on the roster and in the file', () => {
    const taken = '这个手机号已登记给“王强”（wangqiang），请核对'
    expect(plan([row({ phone })], [...crowd, someone({ login: 'wangqiang', name: '王强', phone })]).problems).toEqual([
      { row: 2, column: '手机号', message: taken },
    ])
    expect(plan([row({ name: '王强', login: 'wangqiang', phone }), row({ row: 3, phone })]).problems).toEqual([
      { row: 3, column: '手机号', message: taken },
    ])
  })
})

describe('the size of a branch after the import (支部工作条例 第四条、第二十条)', () => {
  const many = (count: number, standing: RosterRow['standing'] = 'full') =>
    Array.from({ length: count }, (_, index) => row({ row: index + 2, name: `新同志${index}`, login: `new${index}`, standing }))

  it('is said of those the import touches', () => {
    expect(plan(many(2).map((each) => ({ ...each, unit: '第二党支部' }))).warnings).toEqual([
      { row: 0, column: '', message: '第二党支部：正式党员不足 3 人，不够成立党支部的条件' },
    ])
    expect(plan([]).warnings).toEqual([])
  })

  it('counts who is there and who comes', () => {
    expect(plan(many(46, 'probationary')).warnings.map(({ message }) => message)).toEqual(['第一党支部：党员超过 50 人，一般应当分设支部'])
    expect(plan(many(45, 'probationary')).warnings).toEqual([])
  })

  it('counts a committee that comes with it', () => {
    const committee = (['secretary', 'organisation', 'publicity'] as const).map((post, index) =>
      row({ row: index + 2, name: `委员${index}`, login: `post${index}`, posts: [post] }),
    )
    expect(plan(committee).warnings).toEqual([])
    expect(plan(committee.slice(1)).warnings.map(({ message }) => message)).toEqual([
      '第一党支部：正式党员 7 人以上，应当设立 3 至 5 人的支部委员会',
    ])
  })

  it('counts a change of standing once', () => {
    const probationary = [0, 1, 2].map((index) =>
      someone({ memberId: `p${index}`, login: `prob${index}`, unitId: 'two', groupId: null, name: `预备${index}` }),
    )
    const rows = probationary.map((each, index) => row({ row: index + 2, name: each.name, login: each.login, unit: '第二党支部' }))
    expect(plan(rows, probationary).warnings).toEqual([])
    expect(plan(rows.slice(1), probationary).warnings).toMatchObject([{ message: '第二党支部：正式党员不足 3 人，不够成立党支部的条件' }])
  })
})

it('plans the same import again as nothing to do', () => {
  const rows = Array.from({ length: 50 }, (_, index) =>
    row({ row: index + 2, name: `新同志${index}`, login: `new${index}`, posts: index ? [] : ['secretary'] }),
  )
  const first = plan(rows)
  const after = first.steps.map((step, index) => someone({ ...(step.kind === 'add' && step), memberId: `new${index}` }))
  expect(plan(rows, [...crowd, ...after])).toEqual({ steps: [], unchanged: 50, problems: [], warnings: [] })
})
