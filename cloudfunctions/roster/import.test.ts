import { upload } from '../files/contract'
import type { OutputOf } from '../kernel/contract'
import { newId } from '../kernel/ids'
import { activate, changeMember, person, signIn } from '../organisation/contract'
import { pdf, uploadOf } from '../testing/file-samples'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { snapshot } from '../testing/snapshot'
import { headings, rowsOfWorkbook, uploadWorkbook, workbookOf } from '../testing/workbook'
import { openWorld, type World } from '../testing/world'
import { confirmImport, type ImportPart, importLines, issueCodes, previewImport, stepsAtOnce, template } from './contract'

let world: World
let own: Organisation
let count = 0

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
  count++
})

type Row = (string | number)[]
/** Sign-in names are one list for everyone. */
const login = (name: string) => `${name}-${count}`
const someone = (name: string, ...more: string[]): Row => [name, login(name), '正式党员', '第一党支部', ...more]
const sheet = (rows: Row[]) => workbookOf([headings, ...rows])

async function preview(rows: Row[]) {
  const fileId = await uploadWorkbook(world, own.administrator, await sheet(rows))
  return world.succeed(own.administrator, previewImport, { fileId })
}
type Preview = Pick<OutputOf<typeof previewImport>, 'importId' | 'hash'>
const confirm = ({ importId, hash }: Preview) => world.succeed(own.administrator, confirmImport, { importId, hash })
async function confirmAll(shown: Preview) {
  for (;;) {
    const answer = await confirm(shown)
    if (answer.finished) return answer
  }
}
const linesOf = async ({ importId }: Preview, part: ImportPart) =>
  (await world.succeed(own.administrator, importLines, { importId, part })).lines
const membersNamed = (...names: string[]) =>
  world.database.db.selectFrom('organisation_members').selectAll().where('org_id', '=', own.orgId).where('name', 'in', names).execute()
const trailOf = (action: string) =>
  world.database.db.selectFrom('audit_entries').selectAll().where('org_id', '=', own.orgId).where('action', '=', action).execute()

describe('a preview', () => {
  it('says what would be done, row by row, and does nothing', async () => {
    const fileId = await uploadWorkbook(
      world,
      own.administrator,
      await sheet([
        someone('zhaoyi', '第一党小组', '宣传委员', '13800138000'),
        ['member', own.member.login, '预备党员', '第一党支部'],
        ['siblingMember', own.siblingMember.login, '正式党员', '第一党支部'],
        ['钱二', login('qianer'), '正式党员', '第九党支部'],
      ]),
    )
    const before = await snapshot(world.database.db, ['roster_imports', 'audit_entries'])
    const shown = await world.succeed(own.administrator, previewImport, { fileId })
    expect(await snapshot(world.database.db, ['roster_imports', 'audit_entries'])).toEqual(before)
    expect(shown).toMatchObject({ additions: 1, changes: 1, unchanged: 1, problems: 1, warnings: 0 })
    expect(await linesOf(shown, 'additions')).toEqual([
      { row: 2, title: 'zhaoyi', text: `${login('zhaoyi')} · 正式党员 · 第一党支部 · 第一党小组 · 第一党支部宣传委员 · 138****8000` },
    ])
    expect(await linesOf(shown, 'changes')).toEqual([{ row: 3, title: 'member', text: '身份：正式党员 → 预备党员' }])
    expect(await linesOf(shown, 'problems')).toEqual([
      { row: 5, title: '所在党组织', text: '没有“第九党支部”这个党组织，请先在“组织与人员”中添加，或核对名称' },
    ])
  })

  it('turns its pages', async () => {
    const shown = await preview(Array.from({ length: 230 }, (_, index) => someone(`p${index}`)))
    const page = (number: number) =>
      world.succeed(own.administrator, importLines, { importId: shown.importId, part: 'additions', page: number })
    expect(await page(1)).toMatchObject({ total: 230, lines: expect.arrayContaining([expect.objectContaining({ row: 2 })]) })
    expect((await page(3)).lines.map(({ row }) => row)).toEqual(Array.from({ length: 30 }, (_, index) => index + 202))
    expect((await page(4)).lines).toEqual([])
  })

  it('keeps no number in the clear', async () => {
    const { importId } = await preview([someone('zhaoyi', '', '', '13911112222')])
    const row = await world.database.db.selectFrom('roster_imports').selectAll().where('import_id', '=', importId).executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain('13911112222')
    expect(JSON.stringify(row)).toContain('139****2222')
  })

  it('does not take a sign-in name of another organisation', async () => {
    const other = await addOrganisation(world)
    const shown = await preview([['赵一', other.member.login, '正式党员', '第一党支部']])
    expect(await linesOf(shown, 'problems')).toEqual([{ row: 2, title: '用户名', text: '这个用户名已被使用，请换一个' }])
  })

  it.each<[string, () => Promise<Buffer>, string]>([
    ['a file that is no spreadsheet', async () => pdf, 'FILE_TYPE_REFUSED'],
    ['more rows than can be done', () => sheet(Array.from({ length: 5_100 }, (_, index) => someone(`p${index}`))), 'WORKBOOK_TOO_LARGE'],
    [
      'more than can be unpacked',
      () => sheet(Array.from({ length: 500 }, (_, index) => someone(`${index}${'x'.repeat(30_000)}`))),
      'WORKBOOK_TOO_LARGE',
    ],
  ])('refuses %s', async (_, make, code) => {
    const { fileId } = await world.succeed(own.administrator, upload, { name: '名册' }, { upload: uploadOf(await make()) })
    expect(await world.refusal(own.administrator, previewImport, { fileId })).toBe(code)
  })

  it('refuses a file that is not the caller’s own, or is gone', async () => {
    const fileId = await uploadWorkbook(world, own.secretary, await sheet([]))
    expect(await world.refusal(own.administrator, previewImport, { fileId })).toBe('FILE_MISSING')
    expect(await world.refusal(own.administrator, previewImport, { fileId: newId() })).toBe('FILE_MISSING')
  })

  it('says where nobody stands in the file', async () => {
    const shown = await preview([])
    expect(shown).toMatchObject({ additions: 0, changes: 0, unchanged: 0, problems: 0 })
    expect(await confirmAll(shown)).toMatchObject({ done: 0, total: 0, finished: true })
  })

  it('is forgotten after a day', async () => {
    const { importId } = await preview([someone('zhaoyi')])
    world.clock.advance({ hours: 24, minutes: 1 })
    await preview([])
    expect(await world.refusal(own.administrator, importLines, { importId, part: 'additions' })).toBe('IMPORT_OUTDATED')
  })
})

describe('a confirmation', () => {
  it('does what was shown', async () => {
    const shown = await preview([
      someone('zhaoyi', '第一党小组', '宣传委员', '13800138000', '是'),
      ['member', own.member.login, '预备党员', '第一党支部', '第二党小组', '', '13700137000'],
    ])
    expect(await confirmAll(shown)).toEqual({ done: 2, total: 2, added: 1, changed: 1, skipped: [], finished: true })
    const [added] = await membersNamed('zhaoyi')
    expect(added).toMatchObject({ unit_id: own.branch, group_id: own.group, standing: 'full', unable: true, phone_masked: '138****8000' })
    expect(await world.succeed(own.secretary, person, { memberId: added?.member_id ?? '' })).toMatchObject({
      login: login('zhaoyi'),
      activated: false,
      posts: [{ unitId: own.branch, post: 'publicity' }],
    })
    expect(await membersNamed('member')).toMatchObject([
      { standing: 'probationary', group_id: own.siblingGroup, phone_masked: '137****7000' },
    ])
  })

  it('leaves an entry for each person in the audit trail', async () => {
    await confirmAll(await preview([someone('zhaoyi', '', '书记'), ['member', own.member.login, '预备党员', '']]))
    const [added] = await membersNamed('zhaoyi')
    const entries = await trailOf('roster.confirmImport')
    expect(entries.map(({ actor_id, subject_id, detail }) => ({ actor_id, subject_id, detail }))).toEqual(
      expect.arrayContaining([
        {
          actor_id: own.administrator.memberId,
          subject_id: added?.member_id,
          detail: { unitId: own.branch, standing: 'full', groupId: null, posts: ['secretary'] },
        },
        {
          actor_id: own.administrator.memberId,
          subject_id: own.member.memberId,
          detail: { before: { standing: 'full', groupId: own.group, unable: false }, change: { standing: 'probationary' } },
        },
      ]),
    )
  })

  it('goes on where it was, and keeps no names at its end', async () => {
    const size = 2 * stepsAtOnce + 10
    const shown = await preview(Array.from({ length: size }, (_, index) => someone(`p${index}`)))
    expect(await confirm(shown)).toMatchObject({ done: stepsAtOnce, total: size, added: stepsAtOnce, finished: false })
    expect(await confirm(shown)).toMatchObject({ done: 2 * stepsAtOnce, finished: false })
    expect(await confirm(shown)).toMatchObject({ done: size, added: size, finished: true })
    expect(await confirm(shown)).toMatchObject({ done: size, added: size, finished: true })
    const { importId } = shown
    const row = await world.database.db.selectFrom('roster_imports').selectAll().where('import_id', '=', importId).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ steps: [], problems: [], warnings: [] })
  })

  it('repeated from the same file adds nobody twice', async () => {
    const rows = [someone('zhaoyi', '第一党小组', '书记', '13800138000'), someone('qianer')]
    await confirmAll(await preview(rows))
    expect(await preview(rows)).toMatchObject({ additions: 0, changes: 0, unchanged: 2, problems: 0 })
  })

  it('of two previews of one file adds everyone once', async () => {
    const rows = [someone('zhaoyi'), someone('qianer')]
    const [first, second] = [await preview(rows), await preview(rows)]
    await confirmAll(first)
    expect(await confirmAll(second)).toMatchObject({
      added: 0,
      skipped: [
        { row: 2, name: 'zhaoyi', reason: expect.stringContaining('用户名在预览之后已被使用') },
        { row: 3, name: 'qianer' },
      ],
    })
    expect(await membersNamed('zhaoyi', 'qianer')).toHaveLength(2)
  })

  it('sent twice at once does everything once', async () => {
    const size = 3 * stepsAtOnce
    const names = Array.from({ length: size }, (_, index) => `p${index}`)
    const shown = await preview(names.map((name) => someone(name)))
    const runs = await Promise.all(Array.from({ length: 4 }, () => confirmAll(shown)))
    for (const run of runs) expect(run).toEqual({ done: size, total: size, added: size, changed: 0, skipped: [], finished: true })
    expect(await membersNamed(...names)).toHaveLength(size)
    expect(await trailOf('roster.confirmImport')).toHaveLength(size)
    expect(world.log).toEqual([])
  })

  it('leaves alone whoever was changed since the preview', async () => {
    const shown = await preview([['member', own.member.login, '预备党员', ''], someone('zhaoyi')])
    await world.succeed(own.secretary, changeMember, { memberId: own.member.memberId, standing: 'activist' })
    expect(await confirmAll(shown)).toMatchObject({
      added: 1,
      changed: 0,
      skipped: [{ row: 2, name: 'member', reason: '预览之后有改动，没有再改，请重新导入' }],
    })
    expect(await membersNamed('member')).toMatchObject([{ standing: 'activist' }])
  })

  it('is refused for anything but what was shown', async () => {
    const [shown, other] = [await preview([someone('zhaoyi')]), await preview([someone('qianer')])]
    for (const wrong of [
      { ...shown, hash: other.hash },
      { ...shown, importId: newId() },
    ])
      expect(await world.refusal(own.administrator, confirmImport, { importId: wrong.importId, hash: wrong.hash })).toBe('IMPORT_OUTDATED')
    const elsewhere = await addOrganisation(world)
    expect(await world.refusal(elsewhere.administrator, confirmImport, { importId: shown.importId, hash: shown.hash })).toBe(
      'IMPORT_OUTDATED',
    )
    expect(await membersNamed('zhaoyi', 'qianer')).toEqual([])
  })
})

describe('the codes for the first sign-in', () => {
  const codesIn = async ({ importId }: Preview) => {
    const { base64, people, name } = await world.succeed(own.administrator, issueCodes, { importId })
    const [title, heads, ...rows] = await rowsOfWorkbook(base64)
    return { people, name, title, heads, codes: new Map(rows.map(([, , login = '', code = '']) => [login, code])) }
  }

  it('come in a workbook, each opens its account, and none is kept', async () => {
    const shown = await preview([someone('zhaoyi'), someone('qianer'), ['member', own.member.login, '预备党员', '']])
    await confirmAll(shown)
    expect(await world.refusal(null, signIn, { login: login('zhaoyi'), password: 'whatever' })).toBe('WRONG_CREDENTIALS')
    const { codes, people, name, heads } = await codesIn(shown)
    expect([people, name, heads]).toEqual([
      2,
      expect.stringMatching(/^激活码-2026-11-\d\d\.xlsx$/),
      ['所在党组织', '姓名', '用户名', '激活码'],
    ])
    const code = codes.get(login('zhaoyi')) ?? ''
    const { me } = await world.succeed(null, activate, { login: login('zhaoyi'), activationCode: code, password: '从严从实 2026' })
    expect(me).toMatchObject({ name: 'zhaoyi', unitName: '第一党支部' })
    const kept = JSON.stringify([
      await world.database.db.selectFrom('replies').selectAll().execute(),
      await world.database.db.selectFrom('organisation_credentials').selectAll().execute(),
      await world.database.db.selectFrom('audit_entries').selectAll().execute(),
    ])
    for (const each of codes.values()) expect(kept).not.toContain(each.replace('-', ''))
    for (const each of codes.values()) expect(kept).not.toContain(each)
  })

  it('asked for again are new ones, for those who have not signed in yet', async () => {
    const shown = await preview([someone('zhaoyi'), someone('qianer')])
    await confirmAll(shown)
    const first = await codesIn(shown)
    const activation = (codes: Map<string, string>, who: string) => ({
      login: login(who),
      activationCode: codes.get(login(who)) ?? '',
      password: '从严从实 2026',
    })
    await world.succeed(null, activate, activation(first.codes, 'zhaoyi'))
    const second = await codesIn(shown)
    expect([...second.codes.keys()]).toEqual([login('qianer')])
    expect(await world.refusal(null, activate, activation(first.codes, 'qianer'))).toBe('ACTIVATION_INVALID')
    expect(await world.refusal(null, activate, activation(second.codes, 'qianer'))).toBe('OK')
  })
})

it('reads back the template it hands out', async () => {
  const { base64, name } = await world.succeed(own.administrator, template, {})
  expect(name).toBe('党员名册模板.xlsx')
  expect((await rowsOfWorkbook(base64))[0]).toEqual([
    '姓名*',
    '用户名*',
    '身份*',
    '所在党组织*',
    '党小组',
    '职务',
    '手机号',
    '因故不能参会',
  ])
  expect((await rowsOfWorkbook(base64, 1)).map(([what]) => what)).toContain('重复导入')
  expect((await rowsOfWorkbook(base64, 2)).flatMap((row) => row[1] || [])).toEqual(['所在党组织', '机关党委', '第一党支部', '第二党支部'])
  const fileId = await uploadWorkbook(world, own.administrator, Buffer.from(base64, 'base64'))
  expect(await world.succeed(own.administrator, previewImport, { fileId })).toMatchObject({ additions: 0, problems: 0 })
})
