import { readRosterRows, type Sheet, type SheetCell } from './roster-rows'

const readPeople = (sheet: Sheet) => readRosterRows(sheet, (number) => ({ hash: null, masked: number }))

type Value = string | number | SheetCell | undefined
const headings = ['姓名*', '用户名*', '身份*', '所在党组织*', '党小组', '职务', '因故不能参会', '手机号']
const cellOf = (value: Value): SheetCell | undefined =>
  typeof value === 'string' ? { kind: 'text', text: value } : typeof value === 'number' ? { kind: 'number', text: String(value) } : value

/** A sheet from its rows, the first in row 1. */
function sheetOf(rows: Value[][], merged: Sheet['merged'] = []): Sheet {
  return {
    rows: rows.map((row, index) => ({
      number: index + 1,
      cells: new Map(
        row.map((value, column) => [column + 1, cellOf(value)] as const).flatMap(([at, cell]) => (cell?.text ? [[at, cell]] : [])),
      ),
    })),
    merged,
  }
}
const read = (row: Value[], merged: Sheet['merged'] = []) => readPeople(sheetOf([headings, row], merged))
const whole = ['李静', 'lijing', '正式党员', '第一党支部', '第一党小组', '书记', '否']

it('reads a person', () => {
  expect(read(whole)).toEqual({
    rows: [
      {
        row: 2,
        name: '李静',
        login: 'lijing',
        standing: 'full',
        unit: '第一党支部',
        group: '第一党小组',
        posts: ['secretary'],
        unable: false,
        phone: undefined,
      },
    ],
    problems: [],
  })
})

it('takes an empty cell for nothing said', () => {
  expect(read(['李静', 'lijing']).rows).toMatchObject([
    { standing: undefined, unit: undefined, group: undefined, posts: [], unable: undefined },
  ])
})

it.each<[string, Value[], object]>([
  ['a name drawn out with a full-width space', ['李　静', 'lijing'], { name: '李静' }],
  ['a name with a space at its end', [' 李静 ', 'lijing'], { name: '李静' }],
  ['a name that is no Chinese one', ['Anna  Li', 'anna'], { name: 'Anna Li' }],
  ['a name with a dot', ['买买提·艾力', 'maimaiti'], { name: '买买提·艾力' }],
  ['a name with something that cannot be seen', ['李\u200b静', 'lijing'], { name: '李静' }],
  ['a sign-in name in capitals and full width', ['李静', 'ＬｉＪｉｎｇ '], { login: 'lijing' }],
  ['a staff number', ['李静', 10086], { login: '10086' }],
  ['a name an export has escaped', ["'=李静", 'lijing'], { name: '=李静' }],
  ['another word for a standing', ['李静', 'lijing', '中共预备党员'], { standing: 'probationary' }],
  ['two posts', ['李静', 'lijing', '', '', '', '宣传委员、纪检委员'], { posts: ['publicity', 'discipline'] }],
  ['a post said twice', ['李静', 'lijing', '', '', '', '支部书记,书记'], { posts: ['secretary'] }],
  ['a phone number', ['李静', 'lijing', '', '', '', '', '', 13800138000], { phone: { hash: null, masked: '+8613800138000' } }],
  ['a phone number an export has masked', ['李静', 'lijing', '', '', '', '', '', '138****8000'], { phone: undefined }],
  ['无 as no post', ['李静', 'lijing', '', '', '', '无'], { posts: [] }],
  ['a tick', ['李静', 'lijing', '', '', '', '', '√'], { unable: true }],
  ['a box of a spreadsheet', ['李静', 'lijing', '', '', '', '', { kind: 'boolean', text: '1' }], { unable: true }],
])('reads %s', (_, row, expected) => {
  expect(read(row)).toMatchObject({ rows: [expected], problems: [] })
})

it.each<[string, Value[], string, string]>([
  ['no name', ['', 'lijing'], '姓名', '请填写姓名'],
  ['a number for a name', [20260101, 'lijing'], '姓名', '这里是数字 20260101，请改为文字'],
  ['a name of 31 characters', ['李'.repeat(31), 'lijing'], '姓名', '姓名最多 30 字'],
  ['no sign-in name', ['李静'], '用户名', '请填写用户名，如姓名拼音或工号'],
  ['a sign-in name in Chinese', ['李静', '李静'], '用户名', '用户名为 3–32 位小写字母、数字或 . _ -'],
  ['a sign-in name too short', ['李静', 'li'], '用户名', '用户名为 3–32 位小写字母、数字或 . _ -'],
  ['a formula', ['李静', { kind: 'formula', text: 'lijing' }], '用户名', '这里是公式，请复制后“选择性粘贴”为数值'],
  ['an error of the spreadsheet', ['李静', 'lijing', { kind: 'error', text: '#N/A' }], '身份', '这里是错误值 #N/A，请改为文字'],
  ['an unknown standing', ['李静', 'lijing', '团员'], '身份', '请填写 正式党员、预备党员、入党积极分子 或 群众'],
  ['an unknown post', ['李静', 'lijing', '', '', '', '主任'], '职务', '没有“主任”这个职务'],
  ['a post of the committee', ['李静', 'lijing', '', '', '', '管理员'], '职务', '“管理员”请在“组织与人员”中任职'],
  ['a number that is no phone’s', ['李静', 'lijing', '', '', '', '', '', '12345'], '手机号', '请填写 11 位手机号'],
  ['neither yes nor no', ['李静', 'lijing', '', '', '', '', '也许'], '因故不能参会', '请填写 是 或 否'],
])('says what to do about %s', (_, row, column, message) => {
  expect(read(row)).toEqual({ rows: [], problems: [{ row: 2, column, message: expect.stringContaining(message) }] })
})

it('says everything that is wrong with a row at once', () => {
  expect(read(['', '李', '团员']).problems.map(({ column }) => column)).toEqual(['姓名', '用户名', '身份'])
})

it('says where cells were merged', () => {
  const merged = [{ top: 2, left: 4, bottom: 3, right: 4 }]
  const { rows, problems } = readPeople(sheetOf([headings, whole, ['王强', 'wangqiang', '正式党员'], ['赵一', 'zhaoyi']], merged))
  expect(rows.map(({ name }) => name)).toEqual(['赵一'])
  expect(problems).toEqual([2, 3].map((row) => ({ row, column: '所在党组织', message: '这里是合并单元格，请取消合并后每行各填一格' })))
})

it('passes over empty rows, and numbers the others as the spreadsheet does', () => {
  const { rows } = readPeople(sheetOf([headings, [], whole, ['　'], ['王强', 'wangqiang']]))
  expect(rows.map(({ row }) => row)).toEqual([3, 5])
})

it('finds the headings below a title, in any order, among columns it does not need', () => {
  const { rows } = readPeople(
    sheetOf([['党员名册'], [], ['序号', '用户名', '性别', '姓 名'].concat(['政治面貌', '党支部']), [1, 'lijing', '女', '李静']]),
  )
  expect(rows).toMatchObject([{ row: 4, name: '李静', login: 'lijing' }])
})

it.each<[string, Value[][], string]>([
  ['nothing', [], '没有找到表头'],
  ['no headings', [['李静', 'lijing']], '没有找到表头'],
  ['headings below the tenth row', [...Array.from({ length: 10 }, () => ['']), headings, whole], '没有找到表头'],
  ['a column missing', [['姓名', '用户名', '身份'], whole], '缺少“所在党组织”列'],
  ['a column twice', [[...headings, '姓名'], whole], '“姓名”一列出现了两次'],
])('reads nobody out of a sheet with %s', (_, rows, message) => {
  expect(readPeople(sheetOf(rows))).toEqual({ rows: [], problems: [{ row: 0, column: '', message: expect.stringContaining(message) }] })
})
