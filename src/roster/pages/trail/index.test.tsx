import { screen } from '@testing-library/react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { auditTrail, units } from '../../../../cloudfunctions/organisation/contract'
import type { Me } from '../../../platform/session'
import { openPage, settle, tap, tapTwice, text, type, wait } from '../../../test/open-page'
import { branchId, idOf, member, secretary, units as tree } from '../../../test/samples'
import { wire } from '../../../test/wire'
import TrailPage from './index'

type Trail = OutputOf<typeof auditTrail>
const administrator: Me = { ...member, posts: [{ unitId: idOf(9), unitName: '县局党委', post: 'administrator' }] }
const entry = (own: Partial<Trail['entries'][number]> = {}): Trail['entries'][number] => ({
  id: idOf(70),
  at: '2026-11-23T10:05:00+08:00',
  actorName: '李书记',
  action: 'organisation.changeMember',
  subjectName: '王小明',
  personName: null,
  detail: { before: { standing: 'probationary' }, change: { standing: 'full' } },
  ...own,
})
const open = (as: Me = administrator) => openPage(TrailPage, { path: '/roster/pages/trail/index', as })

beforeEach(() => {
  wire.answer(units, tree)
  wire.answer(auditTrail, { entries: [entry()], more: false })
})

it('shows grey lines, then who changed what about whom, before and after', async () => {
  wire.hold(auditTrail)
  open()
  await settle()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  wire.release(auditTrail)
  await settle()
  expect(text()).toMatch(/修改人员今天 10:05李书记 → 王小明身份：预备党员 → 正式党员没有更早的记录了/)
})

it('names the person an entry of a meeting is about, and the unit of a post', async () => {
  wire.answer(auditTrail, {
    entries: [
      entry({
        action: 'meetings.recordAttendance',
        subjectName: '十一月党员大会',
        personName: '王小明',
        detail: { memberId: idOf(11), state: 'late' },
      }),
      entry({ id: idOf(71), action: 'organisation.givePost', detail: { unitId: branchId, post: 'secretary' } }),
      entry({ id: idOf(72), action: 'organisation.found', actorName: null, subjectName: null, detail: {} }),
    ],
    more: false,
  })
  open()
  await settle()
  expect(text()).toContain('登记出席今天 10:05李书记 → 十一月党员大会 · 王小明结果：迟到')
  expect(text()).toContain('组织：第一党支部职务：书记')
  expect(text()).toContain('建立组织今天 10:05系统')
})

it('fetches older entries once on a double tap', async () => {
  wire.answer(auditTrail, ({ before }) => ({ entries: [entry({ id: before ? idOf(60) : idOf(70) })], more: !before }))
  open()
  await settle()
  await tapTwice('加载更多')
  expect(wire.sent(auditTrail)).toEqual([{}, { before: idOf(70) }])
})

it('looks for a person and an action', async () => {
  open()
  await settle()
  type('人员', '王')
  await wait(0.4)
  expect(wire.sent(auditTrail).at(-1)).toEqual({ person: '王' })
  wire.answer(auditTrail, { entries: [], more: false })
  await tap('操作：全部')
  await tap('开始签到')
  expect(wire.sent(auditTrail).at(-1)).toEqual({ person: '王', action: 'meetings.open' })
  expect(text()).toContain('没有找到换一个姓名或操作再试。')
})

it('says what will appear where nothing was changed yet', async () => {
  wire.answer(auditTrail, { entries: [], more: false })
  open()
  await settle()
  expect(text()).toContain('还没有变更有人添加、修改或登记时，会记录在这里。')
})

it('says what went wrong, and a retry works', async () => {
  wire.refuse(auditTrail, 'INTERNAL')
  open()
  await settle()
  wire.answer(auditTrail, { entries: [entry()], more: false })
  await tap('重试')
  expect(text()).toContain('王小明')
})

it('is the administrator’s to read', async () => {
  open(secretary)
  await settle()
  expect(text()).toContain('变更记录由管理员查看')
  expect(wire.sent(auditTrail)).toEqual([])
})
