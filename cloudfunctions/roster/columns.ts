import { type PostKind, postNames, type Standing, standingNames } from '../organisation/contract'

/** What the import reads of each person. */
export const columns = ['name', 'login', 'standing', 'unit', 'group', 'posts', 'phone', 'unable'] as const
export type Column = (typeof columns)[number]

/** As the template heads them. */
export const columnNames: Record<Column, string> = {
  name: '姓名',
  login: '用户名',
  standing: '身份',
  unit: '所在党组织',
  group: '党小组',
  posts: '职务',
  phone: '手机号',
  unable: '因故不能参会',
}

/** What else a column is called on rosters that were not made from the template. */
const otherNames: Partial<Record<string, Column>> = {
  登录名: 'login',
  政治面貌: 'standing',
  党员类型: 'standing',
  人员类别: 'standing',
  所在党支部: 'unit',
  党支部: 'unit',
  所在支部: 'unit',
  所在党小组: 'group',
  党内职务: 'posts',
  联系电话: 'phone',
  手机: 'phone',
}

/** Columns without which nobody can be imported. */
export const requiredColumns: readonly Column[] = ['name', 'login', 'standing', 'unit']

const byName = new Map<string, Column>(columns.map((column) => [columnNames[column], column]))

/** The column a heading names; marks such as * and spaces do not matter. */
export function columnOf(heading: string): Column | undefined {
  const name = heading.replace(/[\s\u3000*＊]|[（(].*[)）]/g, '')
  return byName.get(name) ?? otherNames[name]
}

const standingByName = new Map<string, Standing>([
  ...Object.entries(standingNames).map(([standing, name]): [string, Standing] => [name, standing as Standing]),
  ['中共党员', 'full'],
  ['党员', 'full'],
  ['中共预备党员', 'probationary'],
  ['积极分子', 'activist'],
])

export const standingOf = (text: string): Standing | undefined => standingByName.get(text)

/** Posts an import gives; those of a committee belong to the hands of an administrator, one by one. */
const postByName = new Map<string, PostKind>([
  ...Object.entries(postNames).map(([post, name]): [string, PostKind] => [name, post as PostKind]),
  ['支部书记', 'secretary'],
  ['党支部书记', 'secretary'],
  ['支部副书记', 'deputy-secretary'],
  ['党支部副书记', 'deputy-secretary'],
  ['纪律检查委员', 'discipline'],
  ['党小组长', 'group-leader'],
  ['小组长', 'group-leader'],
])

export const postOf = (text: string): PostKind | undefined => postByName.get(text)

const yes = ['是', '有', '√', '1', 'TRUE']
const no = ['否', '无', '0', 'FALSE']

/** 是 or 否; undefined for anything else. */
export const yesOrNo = (text: string): boolean | undefined =>
  yes.includes(text.toUpperCase()) ? true : no.includes(text.toUpperCase()) ? false : undefined
