import { newId } from '../kernel/ids'
import { changeMember } from '../organisation/contract'
import { addOrganisation, addPerson, type Organisation } from '../testing/organisation'
import { rowsOfWorkbook, uploadWorkbook } from '../testing/workbook'
import { openWorld, type World } from '../testing/world'
import { exportAll, exportUnit, previewImport } from './contract'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

it('writes a branch’s people under the columns of the paper roster, and leaves a trace', async () => {
  const { name, base64 } = await world.succeed(own.secretary, exportUnit, { unitId: own.branch })
  expect(name).toBe('第一党支部党员花名册-2026-11-23.xlsx')
  const [title, heads, ...rows] = await rowsOfWorkbook(base64)
  expect(title?.[0]).toBe('第一党支部党员花名册（2026-11-23，共 11 人）')
  expect(heads).toEqual(['序号', '姓名', '用户名', '身份', '所在党组织', '党小组', '职务', '手机号', '因故不能参会', '登录状态', '备注'])
  expect(rows).toHaveLength(11)
  expect(rows.find(([, who]) => who === 'groupLeader')).toEqual([
    '6',
    'groupLeader',
    own.groupLeader.login,
    '正式党员',
    '第一党支部',
    '第一党小组',
    '党小组组长',
    '',
    '',
    '已激活',
  ])
  const trail = await world.database.db.selectFrom('audit_entries').selectAll().where('action', '=', 'roster.exportUnit').execute()
  expect(trail).toMatchObject([{ actor_id: own.secretary.memberId, subject_id: own.branch, detail: { people: 11 } }])
})

it('writes everyone unit by unit for the administrator, posts held elsewhere among the remarks', async () => {
  const [title, , ...rows] = await rowsOfWorkbook((await world.succeed(own.administrator, exportAll, {})).base64)
  expect(title?.[0]).toContain('共 16 人')
  expect(rows.map((row) => row[4])).toEqual([...Array(3).fill('机关党委'), ...Array(11).fill('第一党支部'), ...Array(2).fill('第二党支部')])
  expect(rows.find(([, who]) => who === 'leader')?.at(-1)).toBe('机关党委班子成员')
})

it('leaves out whoever had themselves deleted, and everyone of other organisations', async () => {
  const gone = await addPerson(world, { orgId: own.orgId, units: own, name: 'gone', home: 'branch' })
  await world.database.db
    .updateTable('organisation_members')
    .set({ erased_at: world.clock.now() })
    .where('member_id', '=', gone.memberId)
    .execute()
  await addOrganisation(world)
  expect(await rowsOfWorkbook((await world.succeed(own.administrator, exportAll, {})).base64)).toHaveLength(18)
})

it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1'])('never lets %j be calculated', async (name) => {
  await world.succeed(own.secretary, changeMember, { memberId: own.member.memberId, name: name.trim() })
  const rows = await rowsOfWorkbook((await world.succeed(own.secretary, exportUnit, { unitId: own.branch })).base64)
  expect(rows.map((row) => row[1])).toContain(`'${name.trim()}`)
})

it('is read back by an import as nothing new', async () => {
  await world.succeed(own.secretary, changeMember, { memberId: own.member.memberId, name: '=李静', unable: true })
  const { base64 } = await world.succeed(own.administrator, exportAll, {})
  const fileId = await uploadWorkbook(world, own.administrator, Buffer.from(base64, 'base64'))
  expect(await world.succeed(own.administrator, previewImport, { fileId })).toMatchObject({
    additions: 0,
    changes: 0,
    unchanged: 16,
    problems: 0,
  })
})

it('writes ten thousand people without holding up anyone for long', async () => {
  const members = Array.from({ length: 10_000 }, (_, index) => ({
    ...{ org_id: own.orgId, member_id: newId(), unit_id: own.otherBranch, group_id: null, name: `党员${index}` },
    ...{ standing: 'full' as const, unable: false, created_at: world.clock.now(), erased_at: null },
  }))
  for (let from = 0; from < members.length; from += 2_000)
    await world.database.db
      .insertInto('organisation_members')
      .values(members.slice(from, from + 2_000))
      .execute()
  const { base64 } = await world.succeed(own.administrator, exportAll, {})
  // What WeChat takes of a cloud function's answer.
  expect(base64.length).toBeLessThan(1_000_000)
})
