import { fireEvent, screen } from '@testing-library/react'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { confirmRecord, discardRecord, record, saveRecord } from '../../../../cloudfunctions/meetings/record-contract'
import type { Me } from '../../../platform/session'
import { openPage, settle, tap, tapTwice, text, type, typed, wait } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, restartApp, turn } from '../../../test/phone'
import { idOf, meetingId, member, secretary } from '../../../test/samples'
import { wire } from '../../../test/wire'
import type { MeetingRecord } from './content'
import RecordPage from './index'

const li = { id: secretary.id, name: secretary.name }
const sun = { id: idOf(13), name: '孙副书记' }
const attendee = (id: string, name: string, own = {}) => ({
  memberId: id,
  name,
  state: 'present' as const,
  counted: true,
  reason: null,
  corrected: false,
  remote: false,
  ...own,
})
const then = '2026-11-23T16:00:00+08:00'
const fingerprint = '0'.repeat(32)
const text_ = { chair: li, recorder: sun, discussion: '一、学习文件', resolutions: [] as string[] }
const draftOf = (own: Partial<typeof text_> = {}) => ({ ...text_, savedAt: then, savedBy: '孙副书记', ...own })
const confirmedOf = (own = {}) => ({ ...text_, version: 1, confirmedAt: then, confirmedBy: '李书记', reason: null, ...own })

const recordOf = (own: Partial<MeetingRecord> = {}): MeetingRecord => ({
  kind: 'assembly',
  title: '十一月党员大会',
  unitName: '第一党支部',
  place: '三楼会议室',
  startsAt: '2026-11-23T15:00:00+08:00',
  durationMinutes: 60,
  agenda: '一、学习文件',
  meetingState: 'closed',
  recordedLaterBy: null,
  canWrite: true,
  canConfirm: true,
  revision: 0,
  draft: null,
  confirmed: null,
  suggestion: null,
  history: [],
  motions: [],
  attendance: {
    fingerprint,
    expected: 3,
    entitled: 3,
    arrived: 2,
    quorum: { needed: 2, have: 2, met: true },
    people: [attendee(li.id, li.name), attendee(sun.id, sun.name), attendee(member.id, member.name, { state: 'absent' })],
  },
  ...own,
})
const fresh = recordOf({ suggestion: text_ })
const ofMember = { canWrite: false, canConfirm: false }

const open = (options: { as?: Me | null } = {}) =>
  openPage(RecordPage, { path: '/meetings/pages/record/index', params: { meetingId }, as: secretary, ...options })
const show = async (own: MeetingRecord, as: Me = secretary) => {
  wire.answer(record, own)
  const page = open({ as })
  await settle()
  return page
}
const write = (words: string) => type('发言和讨论要点', words)
const written = () => typed('发言和讨论要点')

/** A server that keeps the draft; `elsewhere` writes on it from another device, and saves are refused until `mend`. */
function keepDraft(start: MeetingRecord = fresh) {
  let now = start
  const put = (own: object) => {
    now = { ...now, suggestion: null, revision: now.revision + 1, draft: { ...draftOf(), ...now.draft, ...own } }
    return { revision: now.revision, savedAt: '2026-11-23T14:00:03+08:00' }
  }
  const mend = () => wire.answer(saveRecord, ({ discussion, resolutions }) => put({ discussion, resolutions }))
  wire.answer(record, () => now)
  mend()
  const elsewhere = (own: object) => {
    put(own)
    wire.refuse(saveRecord, 'RECORD_CHANGED')
  }
  return { elsewhere, mend, draft: () => now.draft }
}

describe('its states', () => {
  it('shows grey lines, then the record', async () => {
    wire.hold(record)
    wire.answer(record, recordOf({ ...ofMember, confirmed: confirmedOf({ resolutions: ['同意接收', '公示五天'] }) }))
    open({ as: member })
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(record)
    await settle()
    expect(text()).toContain('应到 3 人，实到 2 人，有表决权 3 人已达到法定人数')
    expect(text()).toContain('出席 2 人李书记孙副书记缺席 1 人王小明')
    expect(text()).toContain('主持人李书记记录人孙副书记一、学习文件决议1.同意接收2.公示五天确认李书记 今天 16:00')
    expect(screen.queryByRole('button', { name: '修改记录' })).toBeNull()
  })

  it.each([
    ['a member who writes it', recordOf({ ...ofMember, attendance: null }), '会议组织者填写、书记确认后，会显示在这里。'],
    ['an organiser when', recordOf({ meetingState: 'scheduled' }), '开始签到后，可以在这里写会议记录。'],
  ])('tells %s while there is none', async (_, answer, hint) => {
    await show(answer)
    expect(text()).toContain(`还没有会议记录${hint}`)
  })

  it.each(['INTERNAL', 'NOT_ALLOWED', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
    wire.refuse(record, code)
    open()
    await settle()
    expect(text()).toContain(refusals[code])
    wire.answer(record, recordOf({ confirmed: confirmedOf() }))
    await tap('重试')
    expect(text()).toContain('十一月党员大会')
  })

  it('shows what was there last time without network', async () => {
    const { unmount } = await show(recordOf({ confirmed: confirmedOf() }), member)
    unmount()
    loseNetwork()
    open({ as: member })
    await settle()
    expect(text()).toContain('现在连不上网络，下面是上次的内容。')
    expect(text()).toContain('一、学习文件')
  })

  it('sends whoever is not signed in to sign in and back here', async () => {
    open({ as: null })
    await settle()
    expect(lastVisit()?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`${phone.path}?meetingId=${meetingId}`)}`)
  })

  it('marks what was corrected after the close, and a meeting entered later', async () => {
    const people = [attendee(li.id, li.name, { corrected: true })]
    const attendance = { fingerprint, expected: 1, entitled: 1, arrived: 1, quorum: { needed: 0, have: 1, met: true }, people }
    await show(recordOf({ ...ofMember, confirmed: confirmedOf(), attendance, recordedLaterBy: { name: '李书记', at: then } }))
    expect(text()).toContain('李书记更正')
    expect(text()).toContain('补录李书记 今天登记')
    expect(text()).not.toContain('法定人数')
  })
})

it('shows the first sixty names of a large branch, and all when asked', async () => {
  const people = Array.from({ length: 70 }, (_, number) => attendee(idOf(500 + number), `党员${number}号`))
  const attendance = { fingerprint, expected: 70, entitled: 70, arrived: 70, quorum: { needed: 0, have: 70, met: true }, people }
  await show(recordOf({ ...ofMember, confirmed: confirmedOf(), attendance }), member)
  expect(text()).not.toContain('党员60号')
  await tap('显示全部 70 人')
  expect(text()).toContain('党员69号')
})

describe('writing', () => {
  it('begins with what is known and saves itself after a pause', async () => {
    keepDraft()
    open()
    await settle()
    expect(written()).toBe('一、学习文件')
    for (const person of ['主持人 李书记', '记录人 孙副书记']) expect(screen.getByRole('button', { name: person })).toBeTruthy()
    write('一、学习文件\n大家认为很好。')
    expect(text()).toContain('将自动保存')
    await wait(1)
    expect(wire.sent(saveRecord)).toEqual([])
    await wait(1)
    expect(wire.sent(saveRecord)).toMatchObject([
      { meetingId, revision: 0, chairId: li.id, recorderId: sun.id, discussion: '一、学习文件\n大家认为很好。', resolutions: [] },
    ])
    expect(text()).toContain('已保存 14:00')
  })

  it('has who was away in sight, and those who were there a tap away', async () => {
    await show(fresh)
    expect(text()).toContain('出席 2 人显示名单缺席 1 人王小明')
    await tap('显示名单')
    expect(text()).toContain('出席 2 人李书记孙副书记')
  })

  it('saves each stretch of typing on top of the last', async () => {
    keepDraft()
    open()
    await settle()
    write('甲')
    await wait(2)
    write('甲乙')
    await wait(2)
    expect(wire.sent(saveRecord).map(({ revision, discussion }) => [revision, discussion])).toEqual([
      [0, '甲'],
      [1, '甲乙'],
    ])
  })

  it('saves nothing while nothing was typed', async () => {
    await show(fresh)
    await wait(30)
    expect(wire.sent(saveRecord)).toEqual([])
  })

  it('saves at once when the page goes out of sight or is left', async () => {
    keepDraft()
    const { unmount } = open()
    await settle()
    write('甲')
    turn('hide')
    await settle()
    write('甲乙')
    unmount()
    await settle()
    expect(wire.sent(saveRecord).map(({ discussion }) => discussion)).toEqual(['甲', '甲乙'])
  })

  it('takes who presided from the list', async () => {
    keepDraft()
    open()
    await settle()
    await tap('主持人 李书记')
    fireEvent.click(screen.getByRole('radio', { name: '孙副书记' }))
    await wait(2)
    expect(wire.sent(saveRecord)).toMatchObject([{ chairId: sun.id, recorderId: sun.id }])
  })

  it('adds, changes and removes resolutions, and leaves out those left empty', async () => {
    keepDraft()
    open()
    await settle()
    for (const words of ['同意接收', '公示五天', '']) {
      await tap('添加一条决议')
      const number = screen.getAllByLabelText(/^第 \d 条$/).length
      type(`第 ${number} 条`, words)
    }
    await tap('删除第 1 条')
    await wait(2)
    expect(wire.sent(saveRecord).at(-1)).toMatchObject({ resolutions: ['公示五天'] })
  })
})

describe('what was typed', () => {
  it('outlives the app without network, and is saved when there is one', async () => {
    const server = keepDraft()
    const { unmount } = open()
    await settle()
    loseNetwork()
    write('在地下会议室写的')
    await wait(2)
    expect(text()).toContain('已存在手机上，联网后保存')
    unmount()
    restartApp()
    open()
    await settle()
    expect(written()).toBe('在地下会议室写的')
    findNetwork()
    await wait(20)
    expect(server.draft()?.discussion).toBe('在地下会议室写的')
  })

  it('is not taken for somebody else’s where the answer to a save was lost', async () => {
    const server = keepDraft()
    const { unmount } = open()
    await settle()
    write('甲')
    await wait(2)
    write('甲乙')
    wire.cut()
    await wait(2)
    unmount()
    wire.mend()
    // It had arrived.
    server.elsewhere({ discussion: '甲乙' })
    server.mend()
    open()
    await settle()
    write('甲乙丙')
    await wait(2)
    expect(text()).not.toContain('另一台设备上也写了')
    expect(wire.sent(saveRecord).at(-1)).toMatchObject({ revision: 2, discussion: '甲乙丙' })
  })

  it('is for nobody else on the same phone', async () => {
    keepDraft()
    const { unmount } = open()
    await settle()
    wire.cut()
    write('甲')
    unmount()
    await settle()
    wire.mend()
    open({ as: { ...secretary, id: idOf(98), name: '孙副书记' } })
    await settle()
    expect(written()).toBe('一、学习文件')
  })
})

describe('two devices', () => {
  it('are brought together where they wrote on different parts', async () => {
    const server = keepDraft()
    open()
    await settle()
    server.elsewhere({ resolutions: ['同意接收'] })
    write('大家认为很好。')
    await wait(2)
    server.mend()
    await wait(2)
    expect(server.draft()).toMatchObject({ discussion: '大家认为很好。', resolutions: ['同意接收'] })
    expect(text()).not.toContain('另一台设备上也写了')
  })

  const clash = async () => {
    const server = keepDraft()
    open()
    await settle()
    server.elsewhere({ discussion: '电脑上写的' })
    write('手机上写的')
    await wait(2)
    expect(text()).toContain('讨论情况在两处改得不一样')
    expect(text()).toContain('电脑上写的')
    expect(written()).toBe('手机上写的')
    server.mend()
    await wait(30)
    return server
  }

  it('are both shown where they wrote on the same part, and nothing is saved until somebody chose', async () => {
    const server = await clash()
    expect(server.draft()?.discussion).toBe('电脑上写的')
    await tap('确认记录')
    expect(wire.sent(confirmRecord)).toEqual([])
  })

  it.each([
    ['两处都留下', '手机上写的\n\n电脑上写的'],
    ['只留我这里的', '手机上写的'],
    ['只留另一处的', '电脑上写的'],
  ])('can be settled: %s', async (choice, outcome) => {
    const server = await clash()
    await tap(choice)
    await wait(2)
    expect(written()).toBe(outcome)
    expect(server.draft()?.discussion).toBe(outcome)
    expect(text()).not.toContain('另一台设备上也写了')
  })

  it('show the record once it was confirmed on the other, and what was not saved is kept', async () => {
    const server = keepDraft()
    open()
    await settle()
    server.elsewhere({})
    write('还没保存的一句')
    wire.answer(record, recordOf({ revision: 5, confirmed: confirmedOf({ discussion: '已确认的记录' }) }))
    await wait(2)
    expect(text()).toContain('已确认的记录')
    expect(text()).toContain('您在这台设备上还有没保存的内容')
    const saves = wire.sent(saveRecord).length
    await wait(60)
    expect(wire.sent(saveRecord)).toHaveLength(saves)
    await tap('不要这些内容')
    expect(text()).not.toContain('没保存的内容')
  })
})

describe('confirming', () => {
  beforeEach(() => wire.answer(confirmRecord, { version: 1 }))

  it('saves what is there, asks once, and is done once', async () => {
    keepDraft()
    open()
    await settle()
    write('大家认为很好。')
    await tapTwice('确认记录')
    expect(phone.asked[0]).toBe('确认会议记录 确认后记录固定，能看到这次会议的人都可以查看；以后修改须写明原因。')
    expect(wire.sent(saveRecord)).toHaveLength(1)
    expect(wire.sent(confirmRecord)).toMatchObject([{ meetingId, revision: 1, fingerprint }])
    expect(phone.said).toEqual(['记录已确认'])
  })

  it('is left when the person thinks better of it', async () => {
    phone.agrees = false
    await show(recordOf({ revision: 3, draft: draftOf() }))
    await tap('确认记录')
    expect(wire.sent(confirmRecord)).toEqual([])
  })

  it('says what is missing without asking the server', async () => {
    await show(recordOf({ suggestion: { chair: null, recorder: null, discussion: '', resolutions: [] } }))
    await tap('确认记录')
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual(['请选择主持人', '请选择记录人', '请填写讨论情况'])
    expect(wire.sent(confirmRecord)).toEqual([])
  })

  it.each(confirmRecord.refusals)('says what to do when refused with %s, and shows what is there now', async (code) => {
    await show(recordOf({ revision: 3, draft: draftOf() }))
    wire.refuse(confirmRecord, code)
    const before = wire.sent(record).length
    await tap('确认记录')
    expect(text()).toContain(refusals[code])
    expect(wire.sent(record).length).toBeGreaterThan(before)
  })

  it('is not offered during the check-in, nor to those who may only write', async () => {
    const { unmount } = await show(recordOf({ meetingState: 'open', draft: draftOf(), revision: 1 }))
    expect(text()).toContain('签到还在进行。结束签到后，就可以确认记录。')
    expect(screen.queryByRole('button', { name: '确认记录' })).toBeNull()
    unmount()
    await show(recordOf({ canConfirm: false, draft: draftOf(), revision: 1 }))
    expect(text()).toContain('书记或副书记确认后，参会人员就能看到。')
    expect(screen.queryByRole('button', { name: '确认记录' })).toBeNull()
  })
})

describe('changing a confirmed record', () => {
  const confirmed = recordOf({ revision: 4, confirmed: confirmedOf(), history: [{ ...confirmedOf(), version: 1 }] })

  it('is done on purpose, with a reason, as a new version', async () => {
    keepDraft(confirmed)
    wire.answer(confirmRecord, { version: 2 })
    open()
    await settle()
    expect(screen.queryByLabelText('发言和讨论要点')).toBeNull()
    await tap('修改记录')
    write('一、学习文件\n补充一点')
    await wait(2)
    await tap('确认修改')
    await tap('补记发言内容')
    fireEvent.click(screen.getAllByRole('button', { name: '确认修改' }).at(-1) ?? document.body)
    await settle()
    expect(wire.sent(confirmRecord)).toMatchObject([{ revision: 5, reason: '补记发言内容' }])
  })

  it('can be given up, and the server forgets the draft', async () => {
    keepDraft(confirmed)
    wire.answer(discardRecord, {})
    open()
    await settle()
    await tap('修改记录')
    write('改错了')
    await wait(2)
    await tap('放弃这次修改')
    expect(phone.asked).toEqual(['放弃这次修改 改动会丢弃，原来确认的记录不变。'])
    expect(wire.sent(discardRecord)).toMatchObject([{ meetingId, revision: 5 }])
  })

  it('can be given up before a word was written', async () => {
    await show(confirmed)
    await tap('修改记录')
    await tap('放弃这次修改')
    expect(wire.sent(discardRecord)).toEqual([])
    expect(screen.getByRole('button', { name: '修改记录' })).toBeTruthy()
  })

  it('leaves every version to be read', async () => {
    const second = confirmedOf({ version: 2, reason: '补记发言', discussion: '第二版的内容' })
    await show(recordOf({ ...ofMember, confirmed: second, history: [second, confirmedOf()] }), member)
    expect(text()).toContain('修改经过第 2 版 · 补记发言李书记 今天 16:00第 1 版 · 首次确认')
    wire.answer(record, recordOf({ confirmed: confirmedOf({ discussion: '第一版的内容' }) }))
    await tap('查看')
    expect(wire.sent(record).at(-1)).toEqual({ meetingId, version: 1 })
    expect(text()).toContain('第一版的内容')
  })
})

describe('what was voted on', () => {
  const numbers = { entitled: 11, present: 8, inFavour: 7, against: 1, abstained: 0, notVoted: 3 }
  const passed = { motionId: idOf(200), text: '同意王小明转为正式党员', byHand: false, ...numbers, passed: true }
  const shown = '同意王小明转为正式党员通过记名表决：有表决权 11 人，到会 8 人；赞成 7，反对 1，弃权 0，未投 3'

  it('is there for whoever writes, so that nobody copies numbers', async () => {
    await show(recordOf({ suggestion: text_, motions: [passed] }))
    expect(text()).toContain(shown)
  })

  it('is a resolution of its own: nobody reads that none was made', async () => {
    await show(recordOf({ ...ofMember, confirmed: confirmedOf(), motions: [passed] }), member)
    expect(text()).toContain(shown)
    expect(text()).not.toContain('没有形成决议')
  })

  it('that did not pass is none', async () => {
    await show(recordOf({ ...ofMember, confirmed: confirmedOf(), motions: [{ ...passed, byHand: true, passed: false }] }), member)
    expect(text()).toContain('未通过举手表决')
    expect(text()).toContain('没有形成决议')
  })

  it('stands apart from the other resolutions', async () => {
    await show(recordOf({ ...ofMember, confirmed: confirmedOf({ resolutions: ['公示五天'] }), motions: [passed] }), member)
    expect(text()).toContain('其他决议1.公示五天')
  })
})

it('says who joined from afar', async () => {
  const attendance = recordOf().attendance
  const people = [attendee(member.id, member.name, { remote: true })]
  await show(recordOf({ ...ofMember, confirmed: confirmedOf(), attendance: attendance && { ...attendance, people } }), member)
  expect(text()).toContain('王小明（远程）')
})
