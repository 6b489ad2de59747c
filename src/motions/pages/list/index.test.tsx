import { act, screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { attendance } from '../../../../cloudfunctions/meetings/contract'
import { admit } from '../../../../cloudfunctions/meetings/remote-contract'
import { correct, list, openVoting, put, votes, withdraw } from '../../../../cloudfunctions/motions/contract'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { lastVisit, phone } from '../../../test/phone'
import { list as attendanceOf, idOf, meetingId, motion, motionId, motionsOfMeeting, person, secretary, tally } from '../../../test/samples'
import { wire } from '../../../test/wire'
import MotionsPage from './index'

type Motion = ReturnType<typeof motion>
type Motions = ReturnType<typeof motionsOfMeeting>

const open = () => openPage(MotionsPage, { path: '/motions/pages/list/index', params: { meetingId }, as: secretary })
const show = async (motions: Motion[], own: Partial<Motions> = {}) => {
  wire.answer(list, motionsOfMeeting(motions, own))
  open()
  await settle()
}
const organise = (...motions: Motion[]) => show(motions, { canManage: true, canCorrect: true })
const submit = async (dialog: string, name: string) => {
  const target = [...screen.getByRole('dialog', { name: dialog }).querySelectorAll('button')].find((each) => each.textContent === name)
  act(() => target?.click())
  await settle()
}

beforeEach(() => wire.answer(attendance, attendanceOf([person(), person({ memberId: idOf(13), name: '陈新来' })])))

describe('its states', () => {
  it('shows grey lines, then who may decide and whether they are enough', async () => {
    wire.answer(list, motionsOfMeeting())
    wire.hold(list)
    open()
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(list)
    await settle()
    expect(text()).toContain('有表决权11 人已达到法定人数（有表决权的到会 8 人，须 6 人）')
  })

  it('says what will appear here, and who makes it appear', async () => {
    await show([])
    expect(text()).toContain('还没有表决事项会议的组织者提出后，会显示在这里')
    for (const action of ['提出表决事项', '列入在场']) expect(screen.queryByRole('button', { name: action })).toBeNull()
    expect(wire.sent(attendance)).toEqual([])
  })

  it.each(['INTERNAL', 'NOT_ALLOWED', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
    wire.refuse(list, code)
    open()
    await settle()
    expect(text()).toContain(refusals[code])
    wire.answer(list, motionsOfMeeting())
    await tap('重试')
    expect(text()).toContain('十一月党员大会')
  })

  it('says nothing of a quorum where the kind has none', async () => {
    await show([], { quorum: { needed: 0, have: 3, met: true } })
    expect(text()).not.toContain('法定人数')
  })
})

describe('a motion', () => {
  it('that is being voted on leads to the vote', async () => {
    await show([motion({ state: 'voting', tally: tally() })])
    await tap('进入表决')
    expect(lastVisit()?.url).toBe(`/motions/pages/vote/index?meetingId=${meetingId}&motionId=${motionId}`)
  })

  it('that is closed shows its numbers, my own vote, and who voted how when asked', async () => {
    await show([motion({ state: 'closed', myChoice: 'against', tally: tally({ inFavour: 6, against: 1, notVoted: 4, passed: true }) })])
    expect(text()).toContain('我的选择反对')
    expect(screen.getByLabelText('赞成 6 人')).toBeTruthy()
    wire.answer(votes, {
      votes: [
        { memberId: idOf(11), name: '王小明', choice: 'against' },
        { memberId: idOf(12), name: '李书记', choice: 'in-favour' },
        { memberId: idOf(13), name: '陈新来', choice: 'in-favour' },
      ],
    })
    await tap('查看记名结果')
    expect(text()).toContain('赞成李书记、陈新来反对王小明弃权无')
  })

  it('keeps the names from whoever was not there', async () => {
    await show([motion({ state: 'closed', tally: tally() })], { canSeeVotes: false, mine: null })
    expect(screen.queryByRole('button', { name: '查看记名结果' })).toBeNull()
  })

  it('shows what stood before a correction, and why', async () => {
    const corrections = [{ at: '2026-11-23T13:00:00+08:00', author: '李书记', reason: '漏数一人', inFavour: 6, against: 2, abstained: 0 }]
    await show([motion({ kind: 'show-of-hands', state: 'closed', tally: tally(), corrections })])
    expect(text()).toContain('更正前：赞成 6，反对 2，弃权 0李书记 今天 13:00 更正：漏数一人')
    expect(screen.queryByRole('button', { name: '更正人数' })).toBeNull()
  })
})

describe('putting one', () => {
  const begin = async () => {
    await organise()
    await tap('提出表决事项')
  }

  it('needs a text, and is sent once', async () => {
    wire.answer(put, { motionId })
    await begin()
    await tap('提出')
    expect(screen.getByRole('alert').textContent).toBe('请填写表决事项')
    type('表决事项', '通过年度计划')
    act(() => screen.getByRole('radio', { name: '手机表决' }).click())
    await tapTwice('提出')
    expect(wire.sent(put)).toMatchObject([{ meetingId, text: '通过年度计划', kind: 'open' }])
    expect(phone.said).toEqual(['已提出'])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('offers no secret ballot, and says what to do instead', async () => {
    await begin()
    expect(screen.getAllByRole('radio').map((each) => each.textContent)).toEqual(['举手表决', '手机表决'])
    expect(text()).toContain('无记名投票和差额选举请用纸质选票，结果写入会议记录。')
  })

  it('keeps what was typed when it is refused or closed by mistake', async () => {
    wire.refuse(put, 'MEETING_ENDED')
    await begin()
    type('表决事项', '通过年度计划')
    await tap('提出')
    expect(text()).toContain(refusals.MEETING_ENDED)
    act(() => screen.getAllByRole('button', { name: '关闭' })[0]?.click())
    await settle()
    await tap('提出表决事项')
    expect(typed('表决事项')).toBe('通过年度计划')
  })

  it('is not offered once the meeting is over', async () => {
    await show([], { canManage: true, meetingState: 'closed' })
    expect(screen.queryByRole('button', { name: '提出表决事项' })).toBeNull()
  })
})

describe('leading a vote', () => {
  it('opens it once and shows it to the room', async () => {
    wire.answer(openVoting, {})
    await organise(motion())
    await tapTwice('开始表决')
    expect(wire.sent(openVoting)).toMatchObject([{ motionId }])
    expect(lastVisit()?.url).toContain('/motions/pages/vote/index')
  })

  it.each(openVoting.refusals)('says what to do when opening is refused with %s', async (code) => {
    wire.refuse(openVoting, code)
    await organise(motion())
    await tap('开始表决')
    expect(text()).toContain(refusals[code])
    expect(lastVisit()).toBeUndefined()
  })

  it('takes back what was not opened, after a question', async () => {
    wire.answer(withdraw, {})
    await organise(motion())
    phone.agrees = false
    await tap('撤回')
    expect(wire.sent(withdraw)).toEqual([])
    phone.agrees = true
    await tapTwice('撤回')
    expect(wire.sent(withdraw)).toHaveLength(1)
  })

  it('corrects a count of hands, with all three numbers and a reason', async () => {
    wire.answer(correct, { passed: false })
    await organise(motion({ kind: 'show-of-hands', state: 'closed', tally: tally() }))
    await tap('更正人数')
    await submit('更正人数', '更正')
    expect(text()).toContain('请填写三项人数，没有的填 0')
    expect(text()).toContain('请填写原因')
    for (const [label, count] of [
      ['赞成人数', '5'],
      ['反对人数', '2'],
      ['弃权人数', '1'],
    ] as const)
      type(label, count)
    await tap('重新清点')
    await submit('更正人数', '更正')
    expect(wire.sent(correct)).toMatchObject([{ motionId, counts: { inFavour: 5, against: 2, abstained: 1 }, reason: '重新清点' }])
    expect(phone.said).toEqual(['已更正'])
  })

  it('corrects nothing once the record says it', async () => {
    await show([motion({ kind: 'show-of-hands', state: 'closed', tally: tally() })], { canManage: true, canCorrect: false })
    expect(screen.queryByRole('button', { name: '更正人数' })).toBeNull()
  })

  it('corrects no vote on the phone', async () => {
    await organise(motion({ state: 'closed', tally: tally() }))
    expect(screen.queryByRole('button', { name: '更正人数' })).toBeNull()
  })
})

describe('those who join from afar', () => {
  it('are admitted by name, once', async () => {
    wire.answer(admit, {})
    await organise()
    await tap('列入在场')
    type('查找', '陈')
    expect(screen.queryByRole('button', { name: '列入王小明' })).toBeNull()
    await tapTwice('列入陈新来')
    expect(wire.sent(admit)).toMatchObject([{ meetingId, memberId: idOf(13) }])
    expect(phone.said).toEqual(['已将陈新来列入在场'])
  })

  it('are shown with who admitted them and when', async () => {
    const admitted = person({ state: 'present', how: 'remote', at: '2026-11-23T13:30:00+08:00', admittedBy: '李书记' })
    wire.answer(attendance, attendanceOf([admitted]))
    await organise()
    expect(text()).toContain('王小明13:30 由李书记列入在场')
  })

  it.each(admit.refusals)('say what to do when refused with %s', async (code) => {
    wire.refuse(admit, code)
    await organise()
    await tap('列入在场')
    await tap('列入陈新来')
    expect(text()).toContain(refusals[code])
  })
})
