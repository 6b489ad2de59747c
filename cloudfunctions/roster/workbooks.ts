import { activationDays } from '../organisation/activation-code'
import { type PostKind, postNames, type Standing, standingNames, standings, type UnitKind } from '../organisation/contract'
import { type Column, columnNames, columns, requiredColumns } from './columns'

/** What the workbooks of this feature hold; `kernel/write-workbook`, which this rule must not know, writes them. */
export interface SheetPlan {
  name: string
  title?: string
  columns: { header: string; width: number; choices?: string }[]
  rows: (string | number)[][]
  hidden?: boolean
  choiceRows?: number
}

export interface UnitName {
  id: string
  kind: UnitKind
  name: string
}

export const rosterSheet = '党员名册'
const notRosters = ['填写说明', '选项']

/** Which sheet of somebody's workbook holds the people. */
export const chooseSheet = (names: readonly string[]) =>
  names.find((name) => name === rosterSheet) ?? names.find((name) => !notRosters.includes(name))

const widths: Record<Column, number> = { name: 12, login: 18, standing: 16, unit: 28, group: 28, posts: 20, phone: 16, unable: 16 }

const instructions = [
  ['姓名', '必填。两个字的姓名中间可以有空格，导入时会去掉。'],
  ['用户名', '必填，登录时使用，如姓名拼音或工号：3–32 位小写字母、数字或 . _ -，一人一个，不能重复。'],
  ['身份', `必填，从下拉列表中选择：${standings.map((standing) => standingNames[standing]).join('、')}。`],
  ['所在党组织', '必填，要与系统中的名称一致，从下拉列表中选择。导入不调整已有人员的所在党组织。'],
  ['党小组', '可不填。要是所在党支部的党小组。'],
  ['职务', '可不填。书记、副书记、组织委员、宣传委员、纪检委员、党小组组长；多个职务用顿号分开。一般一人一岗。'],
  ['手机号', '可不填。用于在微信中识别本人，系统只保存加密结果和中间打星的号码。'],
  ['因故不能参会', '可不填。长期患病、出国半年以上等填“是”，不计入法定人数。'],
  ['重复导入', '按用户名识别人员。已有的人只改不同的地方，留空的格子不改；同一份名册导入两次不会重复添加。'],
  ['职务不会被免去', '导入只增加职务。免职请在“组织与人员”中进行。'],
  ['首次登录', `导入后下载激活码，交给本人首次登录使用，${activationDays} 天内有效。`],
]

/** The empty roster, how to fill it in, and (out of sight) what its cells offer. */
export function templateSheets(units: readonly UnitName[]): SheetPlan[] {
  const homes = units.filter(({ kind }) => kind !== 'group').map(({ name }) => name)
  const groups = units.filter(({ kind }) => kind === 'group').map(({ name }) => name)
  const posts = (['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline', 'group-leader'] as const).map(
    (post) => postNames[post],
  )
  const choices: [Column, string[]][] = [
    ['standing', standings.map((standing) => standingNames[standing])],
    ['unit', homes],
    ['group', groups],
    ['posts', posts],
    ['unable', ['是', '否']],
  ]
  const longest = Math.max(...choices.map(([, each]) => each.length))
  const rangeOf = (column: Column) => {
    const index = choices.findIndex(([each]) => each === column)
    const count = choices[index]?.[1].length ?? 0
    const letter = String.fromCharCode(65 + index)
    return count ? { choices: `选项!$${letter}$2:$${letter}$${count + 1}` } : {}
  }
  return [
    {
      name: rosterSheet,
      columns: columns.map((column) => ({
        header: `${columnNames[column]}${requiredColumns.includes(column) ? '*' : ''}`,
        width: widths[column],
        ...rangeOf(column),
      })),
      rows: [],
      choiceRows: 500,
    },
    {
      name: '填写说明',
      columns: [
        { header: '项目', width: 18 },
        { header: '怎么填', width: 90 },
      ],
      rows: instructions,
    },
    {
      name: '选项',
      hidden: true,
      columns: choices.map(([column]) => ({ header: columnNames[column], width: 20 })),
      rows: Array.from({ length: longest }, (_, row) => choices.map(([, each]) => each[row] ?? '')),
    },
  ]
}

export interface PersonOnRoster {
  name: string
  login: string
  standing: Standing
  unitId: string
  groupId: string | null
  unable: boolean
  activated: boolean
  posts: { unitId: string; post: PostKind }[]
  phone: { masked: string } | null
}

/** 党员花名册, in the columns an import reads back; posts held elsewhere stand among the remarks. */
export function rosterSheets(title: string, people: readonly PersonOnRoster[], units: readonly UnitName[]): SheetPlan[] {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const places = new Map(units.map(({ id }, index) => [id, index]))
  const sorted = [...people].sort((a, b) => (places.get(a.unitId) ?? 0) - (places.get(b.unitId) ?? 0))
  return [
    {
      name: rosterSheet,
      title,
      columns: [
        { header: '序号', width: 8 },
        ...columns.map((column) => ({ header: columnNames[column], width: widths[column] })),
        { header: '登录状态', width: 12 },
        { header: '备注', width: 28 },
      ],
      rows: sorted.map(({ name, login, standing, unitId, groupId, unable, activated, posts, phone }, index) => {
        const isHere = (post: { unitId: string }) => post.unitId === unitId || post.unitId === groupId
        const elsewhere = posts.filter((each) => !isHere(each) || each.post === 'leader' || each.post === 'administrator')
        const here = posts.filter((each) => !elsewhere.includes(each))
        return [
          ...[index + 1, name, login, standingNames[standing], names.get(unitId) ?? '', groupId ? (names.get(groupId) ?? '') : ''],
          ...[here.map(({ post }) => postNames[post]).join('、'), phone?.masked ?? '', unable ? '是' : '', activated ? '已激活' : '未激活'],
          elsewhere.map((each) => `${names.get(each.unitId) ?? ''}${postNames[each.post]}`).join('、'),
        ]
      }),
    },
  ]
}

export interface CodeOnSheet {
  name: string
  login: string
  unitName: string
  activationCode: string
}

/** Slips to cut and hand out. */
export const codeSheets = (codes: readonly CodeOnSheet[]): SheetPlan[] => [
  {
    name: '激活码',
    title: `激活码（${activationDays} 天内有效，请交给本人，用后销毁）`,
    columns: [
      { header: '所在党组织', width: 28 },
      { header: '姓名', width: 12 },
      { header: '用户名', width: 20 },
      { header: '激活码', width: 18 },
    ],
    rows: codes.map(({ unitName, name, login, activationCode }) => [unitName, name, login, activationCode]),
  },
]
