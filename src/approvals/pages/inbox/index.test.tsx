import { fireEvent, screen } from '@testing-library/react'
import { decide, waiting } from '../../../../cloudfunctions/approvals/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone } from '../../../test/phone'
import { branchId, idOf, meetingId, member, secretary } from '../../../test/samples'
import { wire } from '../../../test/wire'
import type { Content, Item } from '../../item'
import InboxPage from './index'

const now = '2026-11-23T14:00:00+08:00'
const base = (number: number) => ({
  ...{ key: `item ${number}`, at: '2026-11-22T09:30:00+08:00', memberId: member.id, name: member.name },
  ...{ unitId: branchId, unitName: '第一党支部', mine: false, decidable: true },
})
const submission = (number: number, content: Content, own: Partial<Extract<Item, { kind: 'submission' }>> = {}): Item => ({
  ...{ kind: 'submission', submissionId: idOf(number), ...base(number), content, evidence: [], ...own },
})
const asked = { meetingId, title: '十一月党员大会', startsAt: '2026-11-25T15:00:00+08:00' }
const leave = (number: number, name = member.name): Item => ({
  kind: 'leave',
  ...base(number),
  memberId: idOf(number),
  name,
  ...asked,
  reason: '出差',
})
const makeUp: Item = { kind: 'make-up', ...base(1), ...asked, instructions: '学习讲稿', note: '已学习全文\n收获很大' }
const pledge = { category: 'service', text: '窗口不让群众多跑一趟', measure: '一次办结率', target: '95%', dueOn: '2026-12-20' } as const
const badge = { kind: 'badge', text: '先锋岗' } as const

const answer = (items: Item[], more = false) => wire.answer(waiting, { now, items, more })
async function show(options = {}) {
  openPage(InboxPage, { path: '/approvals/pages/inbox/index', as: secretary, ...options })
  await settle()
}
const named = (item: Item) =>
  item.kind === 'submission'
    ? { kind: 'submission', submissionId: item.submissionId }
    : { kind: item.kind, meetingId, memberId: item.memberId }
const choose = async (name: RegExp) => {
  fireEvent.click(screen.getByRole('radio', { name }))
  await settle()
}
beforeEach(() => wire.answer(decide, ({ items }) => ({ decided: items.length, already: 0 })))

it('says what will appear where nothing waits', async () => {
  answer([])
  await show()
  expect(text()).toContain('没有待审批的事项同志们请假、补课，或提交承诺、绩效和项目后，会显示在这里。')
})

it.each<[string, Item, string]>([
  ['leave', leave(1), '王小明请假第一党支部 · 昨天 09:30会议十一月党员大会（11月25日 周三 15:00）请假原因出差'],
  ['a make-up', makeUp, '补学要求学习讲稿已学习全文\n收获很大'],
  ['a position', submission(1, { kind: 'position', text: '综合窗口' }), '岗位综合窗口'],
  ['a badge', submission(1, badge), '荣誉标识先锋岗'],
  ['a pledge', submission(1, { kind: 'pledge', ...pledge }), '窗口不让群众多跑一趟类别服务怎么衡量一次办结率目标95%完成期限12月20日 周日'],
  [
    'a revision, old and new side by side',
    submission(1, { kind: 'pledge-revision', ...pledge, target: '90%', reason: '窗口调整', before: pledge }),
    '修订原因窗口调整现在的改为承诺窗口不让群众多跑一趟窗口不让群众多跑一趟类别服务服务怎么衡量一次办结率一次办结率目标（有改动）95%90%',
  ],
  [
    'an outcome',
    submission(1, { kind: 'pledge-outcome', pledge: pledge.text, target: '95%', outcome: 'partly', text: '达到 93%' }),
    '承诺窗口不让群众多跑一趟目标95%结果部分兑现达到 93%',
  ],
  [
    'a figure',
    submission(1, {
      kind: 'performance',
      year: 2026,
      quarter: 4,
      about: pledge.text,
      text: '办结 312 件',
      figure: '312',
      figureUnit: '件',
    }),
    '312件办结 312 件季度2026 年第 4 季度对应窗口不让群众多跑一趟',
  ],
  [
    'a project',
    submission(1, {
      kind: 'project',
      year: 2026,
      projectKind: 'innovation',
      name: '一窗通办',
      goal: '少跑一趟',
      dueOn: '2026-12-20',
      milestones: [{ text: '上线', dueOn: '2026-12-01' }],
    }),
    '一窗通办类别2026 年 · 创新目标少跑一趟完成期限12月20日 周日节点 1上线（12月1日 周二）',
  ],
  [
    'a result',
    submission(1, { kind: 'project-result', name: '一窗通办', goal: '少跑一趟', result: '已全部上线' }),
    '项目一窗通办目标少跑一趟已全部上线',
  ],
  [
    'a word',
    submission(1, { kind: 'word', wordKind: 'thanks', text: '办事很耐心' }),
    '给王小明的留言群众留言第一党支部 · 昨天办事很耐心类别感谢',
  ],
])('shows %s in full', async (_, item, words) => {
  answer([item])
  await show()
  expect(text()).toContain(words)
})

it('shows the evidence, and opens it', async () => {
  const photo = { fileId: idOf(9), name: '走访.jpg', type: 'jpg', bytes: 100_000, link: 'https://example.cn/a.jpg' } as const
  const outcome = { kind: 'pledge-outcome', pledge: pledge.text, target: '95%', outcome: 'kept', text: '达到 96%' } as const
  answer([
    submission(1, outcome, {
      evidence: [
        { kind: 'file', ...photo },
        { kind: 'link', url: 'https://example.cn/news', title: '简报' },
      ],
    }),
  ])
  await show()
  expect(text()).toContain('简报')
  await tap('查看 走访.jpg')
  expect(phone.lookedAt).toEqual([{ urls: [photo.link], current: photo.link }])
})

describe('one by one', () => {
  it('approves in one tap, once, and the next stands there', async () => {
    const [first, second] = [submission(1, badge), submission(2, { kind: 'pledge', ...pledge })]
    answer([first])
    await show()
    answer([second])
    await tapTwice('通过')
    expect(wire.sent(decide)).toMatchObject([{ items: [named(first)], decision: 'approved' }])
    expect(phone.said).toEqual(['已通过'])
    expect(text()).not.toContain('先锋岗')
    expect(text()).toContain('窗口不让群众多跑一趟')
  })

  it('takes it out at once, before the server has said what is there now', async () => {
    answer([submission(1, badge)])
    await show()
    wire.hold(waiting)
    await tap('通过')
    expect(text()).not.toContain('先锋岗')
    answer([])
    wire.release(waiting)
    await settle()
    expect(text()).toContain('没有待审批的事项')
  })

  it('shows again what is asked anew under the same name', async () => {
    answer([leave(1)])
    await show()
    await tap('同意')
    expect(text()).toContain('请假原因出差')
  })

  it('answers leave in its own words', async () => {
    answer([leave(1)])
    await show()
    answer([])
    await tap('不同意')
    await tap('会议重要，请尽量参加')
    await tap('确定不同意')
    expect(wire.sent(decide)).toMatchObject([{ items: [named(leave(1))], decision: 'returned', reason: '会议重要，请尽量参加' }])
    expect(phone.said).toEqual(['已回复不同意'])
  })

  it('returns with a reason, and loses none of it where there is no network', async () => {
    answer([submission(1, badge)])
    await show()
    await tap('退回')
    type('原因', '请先提供证书')
    loseNetwork()
    await tap('确定退回')
    expect(typed('原因')).toBe('请先提供证书')
    findNetwork()
    await settle()
    await tap('确定退回')
    expect(wire.sent(decide).map(({ requestId }) => requestId)).toHaveLength(2)
    expect(new Set(wire.sent(decide).map(({ requestId }) => requestId)).size).toBe(1)
    expect(phone.said).toEqual(['已退回'])
  })

  it('shows the caller’s own without answers', async () => {
    answer([submission(1, badge, { mine: true, decidable: false })])
    await show()
    expect(text()).toContain('您本人提交的，由其他支委审批。')
    expect(screen.queryByRole('button', { name: '通过' })).toBeNull()
  })

  it('says of a word about the caller that another officer answers it', async () => {
    const word = { kind: 'word', wordKind: 'thanks', text: '办事很耐心' } as const
    answer([submission(1, word, { mine: true, decidable: false })])
    await show()
    expect(text()).toContain('这是给您的留言，由其他支委审批。')
  })

  it.each([...decide.refusals, 'NOT_ALLOWED', 'NOT_FOUND'] as const)(
    'says what to do when refused with %s, and keeps it there',
    async (code) => {
      answer([submission(1, badge)])
      wire.refuse(decide, code)
      await show()
      await tap('通过')
      expect(text()).toContain(refusals[code])
      expect(text()).toContain('先锋岗')
    },
  )
})

describe('by kind', () => {
  const three = [leave(1, '赵一'), submission(2, badge), leave(3, '钱二')]

  it('counts each, and shows one kind alone', async () => {
    answer(three)
    await show()
    expect(screen.getAllByRole('radio').map(({ textContent }) => textContent)).toEqual(['全部 3', '请假 2', '亮身份 1'])
    await choose(/^亮身份/)
    expect(text()).toContain('先锋岗')
    expect(text()).not.toContain('赵一')
  })

  it('goes back to all once nothing of the kind is left', async () => {
    answer(three)
    await show()
    await choose(/^亮身份/)
    answer([leave(1, '赵一'), leave(3, '钱二')])
    await tap('通过')
    expect(text()).toContain('赵一')
  })

  it('says there is more, and goes on and back', async () => {
    answer(three, true)
    await show()
    expect(screen.getAllByRole('radio')[0]?.textContent).toBe('全部 3+')
    answer([])
    await tap('查看后面提交的')
    expect(wire.sent(waiting)).toMatchObject([{}, { after: { at: '2026-11-22T09:30:00+08:00', key: 'item 3' } }])
    expect(text()).toContain('后面没有了')
    answer(three)
    await tap('回到最早提交的')
    expect(text()).toContain('赵一')
  })
})

describe('many together', () => {
  const four = [leave(1, '赵一'), leave(2, '钱二'), leave(3, '孙三'), submission(4, badge)]
  beforeEach(() => answer(four))
  async function selectAll() {
    await show()
    await choose(/^请假/)
    await tap('全部选择')
  }

  it('is offered within a kind, not over all', async () => {
    await show()
    expect(screen.queryByRole('button', { name: '全部选择' })).toBeNull()
    await choose(/^亮身份/)
    expect(screen.queryByRole('button', { name: '全部选择' })).toBeNull()
  })

  it('approves all that are ticked after one question, and they leave at once', async () => {
    await selectAll()
    expect(text()).toContain('已选 3 项')
    fireEvent.click(screen.getByRole('checkbox', { name: '选择钱二的请假' }))
    answer([leave(2, '钱二'), submission(4, badge)])
    await tap('批量通过')
    expect(phone.asked).toEqual(['通过这 2 项请假？ 通过后本人会看到结果，请先逐项看过。'])
    expect(wire.sent(decide)).toMatchObject([{ items: [named(leave(1)), named(leave(3))], decision: 'approved' }])
    expect(phone.said).toEqual(['已通过 2 项'])
    expect(text()).not.toContain('赵一')
    expect(text()).toContain('钱二')
  })

  it('sends nothing where the question is answered with no', async () => {
    phone.agrees = false
    await selectAll()
    await tap('批量通过')
    expect(wire.sent(decide)).toEqual([])
  })

  it('says how many somebody else had decided', async () => {
    wire.answer(decide, { decided: 1, already: 2 })
    await selectAll()
    await tap('批量通过')
    expect(phone.said).toEqual(['已通过 1 项，2 项已处理过'])
  })

  it('returns them with one reason', async () => {
    await selectAll()
    await tap('批量退回')
    await tap('确定退回')
    expect(wire.sent(decide)).toEqual([])
    await tap('会议重要，请尽量参加')
    await tap('确定退回')
    expect(wire.sent(decide)).toMatchObject([{ decision: 'returned', reason: '会议重要，请尽量参加' }])
  })

  it('is left without deciding', async () => {
    await selectAll()
    await tap('取消选择')
    expect(wire.sent(decide)).toEqual([])
    expect(screen.getAllByRole('button', { name: '同意' })).toHaveLength(3)
  })

  it('takes fifty at a time, and says so', async () => {
    answer(Array.from({ length: 60 }, (_, index) => leave(index + 1)))
    await selectAll()
    expect(text()).toContain('一次最多 50 项，其余的处理完这些再选。')
    await tap('批量通过')
    expect(wire.sent(decide)[0]?.items).toHaveLength(50)
  })

  it('says what to do when refused, and decides none', async () => {
    wire.refuse(decide, 'NOT_ALLOWED')
    await selectAll()
    await tap('批量通过')
    expect(text()).toContain(refusals.NOT_ALLOWED)
    expect(text()).toContain('已选 3 项')
  })
})

describe('on a wide screen', () => {
  beforeEach(() => {
    window.matchMedia = (() => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} })) as never
  })
  afterEach(() => Reflect.deleteProperty(window, 'matchMedia'))

  it('stands the list beside the one that is chosen, and the next takes its place', async () => {
    const rows = [leave(1, '赵一'), leave(2, '钱二'), leave(3, '孙三')]
    answer(rows)
    await show()
    expect(screen.getAllByRole('button', { name: '同意' })).toHaveLength(1)
    expect(screen.getByRole('button', { pressed: true }).textContent).toContain('赵一')
    await tap(/^钱二/)
    answer([rows[0], rows[2]].flatMap((each) => each ?? []))
    await tap('同意')
    expect(wire.sent(decide)).toMatchObject([{ items: [{ memberId: idOf(2) }] }])
    expect(screen.getByRole('button', { pressed: true }).textContent).toContain('孙三')
  })
})

it.each(['INTERNAL', 'NOT_ALLOWED'] as const)('says what to do about %s, and a retry works', async (code) => {
  wire.refuse(waiting, code)
  await show()
  expect(text()).toContain(refusals[code])
  answer([leave(1)])
  await tap('重试')
  expect(text()).toContain('王小明')
})

it('says so without network, and is new by itself afterwards', async () => {
  loseNetwork()
  answer([leave(1)])
  await show()
  expect(text()).toContain('网络已断开')
  findNetwork()
  await settle()
  expect(text()).toContain('王小明')
})

it('sends whoever is not signed in to sign in and back here, and asks for nothing', async () => {
  await show({ as: null })
  expect(lastVisit()?.url).toContain('/pages/sign-in/index')
  expect(wire.requests()).toEqual([])
})
