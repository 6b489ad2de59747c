import { posix } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { walkXml } from './xml'
import { openZip, UnreadableFile, type Zip } from './zip'

/** What stands in a cell. A formula says so, since its value is only what was last calculated. */
export interface WorkbookCell {
  kind: 'text' | 'number' | 'boolean' | 'error' | 'formula'
  text: string
}

export interface WorkbookRow {
  /** As the spreadsheet numbers it, from 1. */
  number: number
  /** By column, from 1; only cells with something in them. */
  cells: Map<number, WorkbookCell>
}

export interface MergedRange {
  top: number
  left: number
  bottom: number
  right: number
}

export interface Worksheet {
  name: string
  rows: WorkbookRow[]
  /** At most 1 000 of them. */
  merged: MergedRange[]
}

export interface WorkbookLimits {
  /** Bytes of all that is unpacked. */
  unpacked: number
  rows: number
  /** What stands further right is not read. */
  columns: number
}

/** How many rows are read before others get their turn. */
const turn = 250
const mostMerged = 1_000

/**
 * Reads one sheet of an .xlsx (ECMA-376): `choose` picks it among their names, in the workbook's order.
 * Written for files of strangers, which is why it is not exceljs: that one unpacks whatever is in the zip, and walks through
 * merged ranges, validations and defined names cell by cell, so that a file of one kilobyte can stop the process for hours.
 * Throws UnreadableFile: 'too-large' also where there are more rows than `limits` allow.
 */
export async function readWorksheet(
  bytes: Buffer,
  limits: WorkbookLimits,
  choose: (names: readonly string[]) => string | undefined,
): Promise<Worksheet> {
  const zip = openZip(bytes, limits.unpacked)
  const workbookPath = (await relationships(zip, '')).find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const sheets = await listSheets(zip, workbookPath)
  const name = choose(sheets.map((sheet) => sheet.name))
  const sheet = sheets.find((each) => each.name === name)
  const xml = sheet && (await text(zip, sheet.path))
  if (!xml) throw new UnreadableFile('broken')
  const stringsPath = (await relationships(zip, workbookPath)).find(({ type }) => type.endsWith('/sharedStrings'))?.target
  const strings = stringsPath ? await readStrings((await text(zip, stringsPath)) ?? '') : []
  return { name: sheet.name, ...(await readRows(xml, strings, limits)) }
}

const text = async (zip: Zip, path: string) => (await zip.read(path))?.toString('utf8')

/** What a part points at; its own list stands beside it in `_rels`. */
async function relationships(zip: Zip, path: string) {
  const directory = posix.dirname(path)
  const xml = await text(zip, posix.join(directory, '_rels', `${posix.basename(path)}.rels`))
  return [...walkXml(xml ?? '')].flatMap((event) => {
    if (event.kind !== 'open' || event.name !== 'Relationship') return []
    const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map((key) => event.attributes.get(key))
    return [{ id, type, target: target.startsWith('/') ? target.slice(1) : posix.join(directory, target) }]
  })
}

async function listSheets(zip: Zip, workbookPath: string): Promise<{ name: string; path: string }[]> {
  const xml = await text(zip, workbookPath)
  if (!xml) throw new UnreadableFile('broken')
  const targets = new Map((await relationships(zip, workbookPath)).map(({ id, target }) => [id, target]))
  return [...walkXml(xml)].flatMap((event) => {
    if (event.kind !== 'open' || event.name !== 'sheet') return []
    const path = targets.get([...event.attributes].find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '')
    return path ? [{ name: event.attributes.get('name') ?? '', path }] : []
  })
}

/** The texts that cells point at by number; how they are read aloud (rPh) is not part of them. */
async function readStrings(xml: string): Promise<string[]> {
  const strings: string[] = []
  let [current, inText, phonetic] = ['', false, false]
  for (const event of walkXml(xml)) {
    if (event.kind === 'text') {
      if (inText && !phonetic) current += event.text
    } else if (event.name === 't') inText = event.kind === 'open' && !event.empty
    else if (event.name === 'rPh') phonetic = event.kind === 'open' && !event.empty
    else if (event.name === 'si' && (event.kind === 'close' || event.empty)) {
      strings.push(unescapeText(current))
      current = ''
      if (strings.length % turn === 0) await setImmediate()
    }
  }
  return strings
}

async function readRows(xml: string, strings: readonly string[], { rows: mostRows, columns: mostColumns }: WorkbookLimits) {
  const rows: WorkbookRow[] = []
  const merged: MergedRange[] = []
  let row: WorkbookRow = { number: 0, cells: new Map() }
  let cell = { column: 0, type: '', value: '', formula: false }
  let inValue = false
  let seen = 0

  for (const event of walkXml(xml)) {
    if (event.kind === 'text') {
      if (inValue) cell.value += event.text
      continue
    }
    const opens = event.kind === 'open'
    const closes = event.kind === 'close' || event.empty
    if (event.name === 'row') {
      if (opens) {
        row = { number: whole(event.attributes.get('r')) ?? row.number + 1, cells: new Map() }
        cell.column = 0
      }
      if (closes && row.cells.size) rows.push(row)
      if (rows.length > mostRows) throw new UnreadableFile('too-large')
      if (closes && ++seen % turn === 0) await setImmediate()
    } else if (event.name === 'c') {
      if (opens) {
        const column = columnOf(event.attributes.get('r')) ?? cell.column + 1
        cell = { column, type: event.attributes.get('t') ?? 'n', value: '', formula: false }
      }
      const content = closes && cell.column <= mostColumns ? contentOf(cell, strings) : undefined
      if (content) row.cells.set(cell.column, content)
    } else if (event.name === 'f' && opens) cell.formula = true
    else if (event.name === 'v' || event.name === 't') inValue = opens && !event.empty
    else if (event.name === 'mergeCell' && opens && merged.length < mostMerged) {
      const range = rangeOf(event.attributes.get('ref'))
      if (range) merged.push(range)
    }
  }
  return { rows, merged }
}

interface RawCell {
  type: string
  value: string
  formula: boolean
}

function contentOf({ type, value, formula }: RawCell, strings: readonly string[]): WorkbookCell | undefined {
  const content = type === 's' ? strings[Number(value)] : type === 'inlineStr' || type === 'str' ? unescapeText(value) : value
  if (formula) return { kind: 'formula', text: content ?? '' }
  if (!content?.trim()) return undefined
  if (type === 'b') return { kind: 'boolean', text: content }
  if (type === 'e') return { kind: 'error', text: content }
  return { kind: type === 'n' ? 'number' : 'text', text: content }
}

function whole(text: string | undefined): number | undefined {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 && number <= 1_048_576 ? number : undefined
}

/** BC12 is in column 55. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = reference?.match(/^[A-Z]{1,3}/)?.[0]
  return letters ? [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) : undefined
}

function rangeOf(reference = ''): MergedRange | undefined {
  const [from, to] = reference.split(':')
  const [left, right] = [columnOf(from), columnOf(to)]
  const [top, bottom] = [whole(from?.replace(/\D/g, '')), whole(to?.replace(/\D/g, ''))]
  return left && right && top && bottom ? { top, left, bottom, right } : undefined
}

/** Excel writes what XML cannot hold as _x000D_. */
const unescapeText = (value: string) =>
  value.includes('_x') ? value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) : value
