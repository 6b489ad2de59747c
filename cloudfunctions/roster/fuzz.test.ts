import type { CellValue } from 'exceljs'
import fc from 'fast-check'
import { upload } from '../files/contract'
import { refusals } from '../kernel/refusals'
import { uploadOf } from '../testing/file-samples'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { undo } from '../testing/trial'
import { headings, workbookOf } from '../testing/workbook'
import { openWorld, type World } from '../testing/world'
import { confirmImport, importLines, previewImport } from './contract'

const seed = Number(process.env.FUZZ_SEED ?? 20261124)
let world: World
let own: Organisation
/** How many people the random workbooks added or changed: a fuzz that imports nobody says nothing. */
let people = 0
beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())

/** What may stand under each heading; mostly right, so that many rows go all the way. */
const likely = [
  ['李静', '李　静', '王 强', '赵一', "'=1+1", 'Anna Li', '买买提·艾力'],
  ['lijing', 'LIJING', 'wangqiang', 'zhaoyi', 'a-1', 'a-2', 'a-3', '10086', '李静'],
  ['正式党员', '预备党员', '群众', '入党积极分子', '中共党员', '团员'],
  ['第一党支部', '第二党支部', '机关党委', '第一党小组'],
  ['', '', '第一党小组', '第三党小组'],
  ['', '', '书记', '书记、纪检委员', '党小组组长', '管理员'],
  ['', '', '13800138000', '13911112222', '138****8000', '-'],
  ['', '是', '否', '√', '也许'],
].map((values) => fc.constantFrom<CellValue>(...values))
const strange = fc.constantFrom<CellValue>('-', '=1+1', '', ' ', '\u200b', '🏳️‍🌈', 'a\u0000b', '\u202e右', '__proto__')
const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.date({ noInvalidDate: true, min: new Date('1901-01-01'), max: new Date('2100-01-01') }),
  fc.constantFrom<CellValue>({ formula: 'A1', result: '甲' }, { error: '#N/A' }, { richText: [{ text: '李' }, { text: '静' }] }, null),
)
const cells = likely.map((right) => fc.oneof({ weight: 20, arbitrary: right }, strange, odd) as fc.Arbitrary<CellValue>)
const row = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(...cells) },
  fc.array(fc.oneof(strange, odd) as fc.Arbitrary<CellValue>, { maxLength: 9 }),
)
const heads = fc.oneof({ weight: 5, arbitrary: fc.constant(headings) }, fc.shuffledSubarray([...headings, '备注', '姓名']))
const sheets = fc.tuple(heads, fc.array(row, { maxLength: 30 }))

const known = ({ status, body }: Awaited<ReturnType<World['answer']>>) =>
  body.ok ? status === 200 : status < 500 && body.error.code in refusals

async function importInto(inside: World, bytes: Buffer): Promise<boolean> {
  const sent = await inside.call(own.administrator, upload, { name: '名册.xlsx' }, { upload: uploadOf(bytes) })
  if (!sent.body.ok) return known(sent)
  const shown = await inside.call(own.administrator, previewImport, { fileId: sent.body.data.fileId })
  if (!shown.body.ok) return known(shown)
  const { importId, hash } = shown.body.data
  const parts = await Promise.all(
    (['additions', 'changes', 'problems', 'warnings'] as const).map((part) =>
      inside.call(own.administrator, importLines, { importId, part }),
    ),
  )
  const done = await inside.call(own.administrator, confirmImport, { importId, hash })
  if (done.body.ok) people += done.body.data.added + done.body.data.changed
  return parts.every(known) && known(done) && done.body.ok
}

describe(`random workbooks (FUZZ_SEED=${seed})`, () => {
  it('are read, or refused by a known code, and what is shown can be done', async () => {
    const wrong: string[] = []
    for (const [head, rows] of fc.sample(sheets, { numRuns: 150, seed })) {
      const bytes = await workbookOf([head, ...rows])
      await undo(world, async (inside) => {
        if (!(await importInto(inside, bytes))) wrong.push(`${inside.log.pop()?.slice(0, 300)} for ${JSON.stringify(rows).slice(0, 300)}`)
      })
    }
    expect(wrong.slice(0, 3)).toEqual([])
    expect(people).toBeGreaterThan(20)
  })

  it('with some bytes changed are read, or refused by a known code', async () => {
    const whole = await workbookOf([
      headings,
      ...Array.from({ length: 20 }, (_, index) => ['李静', `lijing${index}`, '正式党员', '第一党支部']),
    ])
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
    const wrong: string[] = []
    for (const change of fc.sample(changes, { numRuns: 200, seed })) {
      const bytes = Buffer.from(whole)
      for (const [at, byte] of change) bytes[at] = byte
      await undo(world, async (inside) => {
        if (!(await importInto(inside, bytes))) wrong.push(`${inside.log.pop()?.slice(0, 300)} for ${JSON.stringify(change)}`)
      })
    }
    expect(wrong.slice(0, 3)).toEqual([])
  })
})
