import { branchId, groupId, idOf } from '../test/samples'
import { detailLines } from './detail-lines'

const names = new Map([
  [branchId, '第一党支部'],
  [groupId, '第一党小组'],
])

it.each([
  [{}, []],
  [{ name: '第二党支部' }, ['姓名或名称：第二党支部']],
  [{ unitId: branchId, post: 'secretary' }, ['组织：第一党支部', '职务：书记']],
  [
    { before: { standing: 'probationary', group_id: null, unable: false }, change: { standing: 'full', group_id: groupId, unable: true } },
    ['身份：预备党员 → 正式党员', '党小组：无 → 第一党小组', '因故不能参会：否 → 是'],
  ],
  [{ memberId: idOf(7), before: 'absent', state: 'present', reason: '手机没电' }, ['原为：缺席', '结果：已到', '原因：手机没电']],
  [{ memberIds: [idOf(7), idOf(8)], reason: '列席会议' }, ['原因：列席会议']],
  [{ startsAt: '2024-11-25T15:00:00+08:00' }, ['开始时间：2024年11月25日 周一 15:00']],
  [{ flags: ['offline'], something: 3 }, ['flags：offline', 'something：3']],
])('says %j as %j', (detail, lines) => {
  expect(detailLines(detail, names)).toEqual(lines)
})
