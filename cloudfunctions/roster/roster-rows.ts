import type { PostKind, Standing } from '../organisation/contract'
import { type KeptPhone, normalizePhone } from '../organisation/phone'
import { type Column, columnNames, columnOf, postOf, requiredColumns, standingOf, yesOrNo } from './columns'

/** A sheet as it was read: see `kernel/read-workbook`, which this rule must not know. */
export interface Sheet {
  rows: readonly { number: number; cells: ReadonlyMap<number, SheetCell> }[]
  merged: readonly { top: number; left: number; bottom: number; right: number }[]
}

export interface SheetCell {
  kind: 'text' | 'number' | 'boolean' | 'error' | 'formula'
  text: string
}

/** One person as their row has them; undefined where the cell is empty, which changes nothing. */
export interface RosterRow {
  row: number
  name: string
  login: string
  standing: Standing | undefined
  unit: string | undefined
  group: string | undefined
  posts: PostKind[]
  phone: KeptPhone | undefined
  unable: boolean | undefined
}

/** What must be put right in the file: where, and how. */
export interface Problem {
  /** As the spreadsheet numbers it; 0: the file as a whole. */
  row: number
  /** As its heading says; empty: the row as a whole. */
  column: string
  message: string
}

/** Headings may stand below a title and a note. */
const lastHeadingRow = 10

type Keep = (number: string) => KeptPhone

/** People out of a sheet, and everything in it that cannot be read, each with what to do about it. `keep` is what is kept of a number. */
export function readRosterRows(sheet: Sheet, keep: Keep): { rows: RosterRow[]; problems: Problem[] } {
  const heading = sheet.rows.find((row) => row.number <= lastHeadingRow && headed(row, 'name') && headed(row, 'login'))
  if (!heading) return { rows: [], problems: [ofFile('没有找到表头：表头要有“姓名”“用户名”“身份”“所在党组织”，请使用模板填写')] }
  const places = new Map<Column, number>()
  for (const [place, { text }] of heading.cells) {
    const column = columnOf(text)
    if (!column) continue
    if (places.has(column)) return { rows: [], problems: [ofFile(`“${columnNames[column]}”一列出现了两次，请删去一列`)] }
    places.set(column, place)
  }
  const missing = requiredColumns.filter((column) => !places.has(column))
  if (missing.length)
    return { rows: [], problems: [ofFile(`缺少${missing.map((each) => `“${columnNames[each]}”`).join('')}列，请使用模板填写`)] }

  const rows: RosterRow[] = []
  const problems: Problem[] = []
  const merged = placesInMerged(sheet, [...places.values()])
  for (const row of sheet.rows) {
    if (row.number <= heading.number) continue
    const read = readRow(row, places, merged, keep)
    if (!read) continue
    if (Array.isArray(read)) problems.push(...read)
    else rows.push(read)
  }
  return { rows, problems }
}

const headed = ({ cells }: Sheet['rows'][number], column: Column) => [...cells.values()].some(({ text }) => columnOf(text) === column)
const ofFile = (message: string): Problem => ({ row: 0, column: '', message })

/** `row:column` of every place that is part of a merged range, as far as people stand there. */
function placesInMerged({ rows, merged }: Sheet, places: readonly number[]): Set<string> {
  if (!merged.length) return new Set()
  return new Set(
    rows.flatMap(({ number }) =>
      places
        .filter((place) =>
          merged.some(({ top, left, bottom, right }) => number >= top && number <= bottom && place >= left && place <= right),
        )
        .map((place) => `${number}:${place}`),
    ),
  )
}

/** Where a number is what is meant. */
const numeric: ReadonlySet<Column> = new Set(['login', 'phone', 'unable'])

/** The person of a row, what is wrong with it, or nothing where it is empty. */
function readRow(
  { number, cells }: Sheet['rows'][number],
  places: ReadonlyMap<Column, number>,
  merged: ReadonlySet<string>,
  keep: Keep,
): RosterRow | Problem[] | undefined {
  const problems: Problem[] = []
  const wrong = (column: Column, message: string): undefined => {
    problems.push({ row: number, column: columnNames[column], message })
  }
  const textOf = (column: Column): string | undefined => {
    const place = places.get(column)
    const cell = place === undefined ? undefined : cells.get(place)
    if (place !== undefined && merged.has(`${number}:${place}`)) return wrong(column, '这里是合并单元格，请取消合并后每行各填一格')
    if (!cell) return undefined
    if (cell.kind === 'formula') return wrong(column, '这里是公式，请复制后“选择性粘贴”为数值')
    if (cell.kind === 'error') return wrong(column, `这里是错误值 ${cell.text}，请改为文字`)
    if (cell.kind === 'number' && !numeric.has(column)) return wrong(column, `这里是数字 ${cell.text}，请改为文字`)
    return plain(cell.text)
  }

  const texts = new Map([...places.keys()].map((column) => [column, textOf(column)]))
  if (!problems.length && ![...texts.values()].some(Boolean)) return undefined
  const read = {
    row: number,
    name: nameOf(texts.get('name'), wrong),
    login: loginOf(texts.get('login'), wrong),
    standing: oneOf(texts.get('standing'), standingOf, () => wrong('standing', '请填写 正式党员、预备党员、入党积极分子 或 群众')),
    unit: texts.get('unit') || undefined,
    group: texts.get('group') || undefined,
    posts: postsOf(texts.get('posts'), wrong),
    phone: phoneOf(texts.get('phone'), keep, wrong),
    unable: oneOf(texts.get('unable'), yesOrNo, () => wrong('unable', '请填写 是 或 否')),
  }
  // A cell that could not be read at all says so once, and not also that it is empty.
  return problems.length ? firstOfEach(problems) : read
}

type Wrong = (column: Column, message: string) => undefined

const firstOfEach = (problems: readonly Problem[]) =>
  problems.filter((each, index) => problems.findIndex(({ column }) => column === each.column) === index)

/** Without what cannot be seen, and without the apostrophe an export puts before what looks like a formula. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')

const oneOf = <Value>(text: string | undefined, find: (text: string) => Value | undefined, otherwise: () => undefined) =>
  text ? (find(text.replace(/\s/g, '')) ?? otherwise()) : undefined

/** Names of two characters are often drawn out with a space (李　静): between Chinese characters it is none. */
function nameOf(text: string | undefined, wrong: Wrong): string {
  const name = (text ?? '').replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '').replace(/\s+/g, ' ')
  if (!name) wrong('name', '请填写姓名')
  else if ([...name].length > 30) wrong('name', '姓名最多 30 字')
  return name
}

function loginOf(text: string | undefined, wrong: Wrong): string {
  const login = (text ?? '').replace(/\s/g, '').toLowerCase()
  if (!login) wrong('login', '请填写用户名，如姓名拼音或工号')
  else if (!/^[a-z0-9][a-z0-9._-]{2,31}$/.test(login)) wrong('login', '用户名为 3–32 位小写字母、数字或 . _ -')
  return login
}

function postsOf(text: string | undefined, wrong: Wrong): PostKind[] {
  const words = (text ?? '').split(/[\s、,;/]+/).filter((word) => word && word !== '无')
  const posts = words.flatMap((word) => {
    const post = postOf(word)
    if (post === 'leader' || post === 'administrator') wrong('posts', `“${word}”请在“组织与人员”中任职，导入只设支部和党小组的职务`)
    else if (!post) wrong('posts', `没有“${word.slice(0, 20)}”这个职务，请填写 书记、副书记、组织委员、宣传委员、纪检委员 或 党小组组长`)
    return post ? [post] : []
  })
  return [...new Set(posts)]
}

/** As an export shows it (138****8000), a number says nothing: what is there stays. */
function phoneOf(text: string | undefined, keep: Keep, wrong: Wrong): KeptPhone | undefined {
  if (!text || /^\d{3}\*{4}\d{4}$/.test(text)) return undefined
  const number = normalizePhone(text)
  return number ? keep(number) : wrong('phone', '请填写 11 位手机号')
}
