import { act, fireEvent, screen, within } from '@testing-library/react'
import { refusals } from '../../../cloudfunctions/kernel/refusals'
import { changePassword, endSession, getMe, giveConsent, sessions, withdrawConsent } from '../../../cloudfunctions/organisation/contract'
import { elderMode } from '../../platform/elder-mode'
import { session } from '../../platform/session'
import { openPage, settle, tap, tapTwice, text, type } from '../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, restartApp } from '../../test/phone'
import { idOf, member, secretary } from '../../test/samples'
import { wire } from '../../test/wire'
import MePage from './index'

const open = (as = member) => openPage(MePage, { path: '/pages/me/index', as })
const unfold = (name: string) => tap(name)
const toggle = (name: string) => screen.getByRole('switch', { name })
const isOn = (name: string) => toggle(name).getAttribute('aria-checked') === 'true'

beforeEach(() => wire.answer(getMe, member))

describe('who I am', () => {
  it('is known on the phone, also without network', async () => {
    loseNetwork()
    open(secretary)
    expect(text()).toContain('李书记')
    await settle()
    expect(text()).toContain('县局党委')
    expect(text()).toContain('第一党支部 · 书记')
    expect(text()).toContain('网络已断开')
  })

  it('follows what the server says now', async () => {
    wire.answer(getMe, { ...member, unitName: '第二党支部' })
    open()
    await settle()
    expect(text()).toContain('第二党支部')
    expect(session.get()?.me.unitName).toBe('第二党支部')
  })
})

describe('what my posts let me do', () => {
  function openHolding(post: 'secretary' | 'group-leader' | 'administrator') {
    const me = { ...member, posts: [{ unitId: member.unitId, unitName: member.unitName, post }] }
    wire.answer(getMe, me)
    open(me)
    return settle()
  }
  it.each([
    ['secretary', ['待审批', '组织与人员']],
    ['group-leader', ['待审批']],
    ['administrator', ['组织与人员', '导入和导出名册', '变更记录']],
  ] as const)('a %s finds what is theirs to decide and to keep', async (post, titles) => {
    await openHolding(post)
    const all = ['待审批', '组织与人员', '导入和导出名册', '变更记录']
    expect(all.filter((title) => text().includes(title))).toEqual(titles)
  })

  it('leads to the inbox', async () => {
    await openHolding('group-leader')
    await tap(/^待审批/)
    expect(lastVisit()?.url).toBe('/approvals/pages/inbox/index')
  })

  it('is nothing at all for a member', async () => {
    open()
    await settle()
    expect(text()).not.toContain('管理')
  })
})

describe('my 三亮', () => {
  it('is one tap away', async () => {
    open()
    await settle()
    await tap(/我的三亮/)
    expect(lastVisit()?.url).toBe('/showcase/pages/member/index')
  })

  it('is for members of the Party', async () => {
    wire.answer(getMe, { ...member, standing: 'colleague' })
    open({ ...member, standing: 'colleague' })
    await settle()
    expect(text()).not.toContain('我的三亮')
  })
})

describe('elder mode', () => {
  it('is switched here and kept when the app is closed', async () => {
    const { container } = open()
    await settle()
    expect(container.querySelector('.screen--elder')).toBeNull()
    fireEvent.click(toggle('适老模式'))
    expect(container.querySelector('.screen--elder')).not.toBeNull()
    restartApp()
    expect(elderMode.get()).toBe(true)
    expect(isOn('适老模式')).toBe(true)
    expect(container.querySelector('.screen--elder')).not.toBeNull()
    fireEvent.click(toggle('适老模式'))
    restartApp()
    expect(elderMode.get()).toBe(false)
  })
})

describe('devices', () => {
  const device = (number: number, current = false) => ({
    sessionId: idOf(200 + number),
    device: `${number} 号手机`,
    startedAt: '2026-11-23T09:00:00+08:00',
    expiresAt: '2026-12-23T09:00:00+08:00',
    current,
  })

  it('shows grey lines, then this device first', async () => {
    wire.answer(sessions, { sessions: [device(2), device(1, true)] })
    wire.hold(sessions)
    open()
    await unfold('登录设备')
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(sessions)
    await settle()
    expect(text()).toMatch(/1 号手机今天 09:00 登录本机2 号手机/)
  })

  it('says that there is no other', async () => {
    wire.answer(sessions, { sessions: [device(1, true)] })
    open()
    await unfold('登录设备')
    expect(text()).toContain('没有在其他设备登录。')
  })

  it('says what went wrong, and a retry works', async () => {
    wire.cut()
    open()
    await unfold('登录设备')
    expect(text()).toContain('没有加载成功现在连不上网络')
    wire.mend()
    wire.answer(sessions, { sessions: [device(1, true)] })
    await tap('重试')
    expect(text()).toContain('1 号手机')
  })

  it('ends one after asking, once', async () => {
    wire.answer(sessions, { sessions: [device(1, true), device(2)] })
    wire.answer(endSession, {})
    open()
    await unfold('登录设备')
    phone.agrees = false
    await tap('退出')
    expect(wire.sent(endSession)).toEqual([])
    phone.agrees = true
    await tapTwice('退出')
    expect(phone.asked.at(-1)).toContain('退出“2 号手机”？')
    expect(wire.sent(endSession)).toMatchObject([{ sessionId: device(2).sessionId }])
  })
})

describe('the password', () => {
  const fill = async (next = 'new-password', again = next) => {
    open()
    await unfold('修改密码')
    type('当前密码', 'old-password')
    type('新密码', next)
    type('再填一次新密码', again)
  }
  const change = () => within(document.querySelector('.fold__body') as HTMLElement).getByRole('button', { name: '修改密码' })

  it('is changed once on a double tap', async () => {
    wire.answer(changePassword, {})
    await fill()
    const target = change()
    act(() => {
      target.click()
      target.click()
    })
    await settle()
    expect(wire.sent(changePassword)).toMatchObject([{ current: 'old-password', next: 'new-password' }])
    expect(phone.said).toEqual(['密码已修改，其他设备已退出登录'])
    expect(screen.queryByLabelText('当前密码')).toBeNull()
  })

  it('is not sent where the second time differs', async () => {
    await fill('new-password', 'new-passwort')
    fireEvent.click(change())
    expect(screen.getByRole('alert').textContent).toContain('两次填写的新密码不一样')
    expect(wire.sent(changePassword)).toEqual([])
  })

  it.each([
    ['WRONG_CREDENTIALS', '密码不正确，请核对后再试'],
    ['DEMO_ONLY', refusals.DEMO_ONLY],
    ['TOO_MANY_REQUESTS', refusals.TOO_MANY_REQUESTS],
  ] as const)('says what to do when refused with %s', async (code, words) => {
    wire.refuse(changePassword, code)
    await fill()
    fireEvent.click(change())
    await settle()
    expect(text()).toContain(words)
    expect(screen.getByLabelText('当前密码')).toBeTruthy()
  })
})

describe('location', () => {
  it('is given and withdrawn, once each', async () => {
    wire.answer(giveConsent, {})
    wire.answer(withdrawConsent, {})
    open()
    await settle()
    expect(isOn('签到时使用位置')).toBe(false)
    wire.answer(getMe, { ...member, consents: ['location'] })
    act(() => {
      toggle('签到时使用位置').click()
      toggle('签到时使用位置').click()
    })
    await settle()
    expect(isOn('签到时使用位置')).toBe(true)
    wire.answer(getMe, member)
    fireEvent.click(toggle('签到时使用位置'))
    await settle()
    expect(isOn('签到时使用位置')).toBe(false)
    expect([wire.sent(giveConsent), wire.sent(withdrawConsent)]).toMatchObject([[{ purpose: 'location' }], [{ purpose: 'location' }]])
  })

  it('stays off where it could not be sent, and says why', async () => {
    open()
    await settle()
    wire.cut()
    fireEvent.click(toggle('签到时使用位置'))
    await settle()
    expect(isOn('签到时使用位置')).toBe(false)
    expect(text()).toContain('现在连不上网络')
  })
})

it('asks again when the network returns', async () => {
  loseNetwork()
  open()
  await settle()
  wire.answer(getMe, { ...member, name: '王晓明' })
  findNetwork()
  await settle()
  expect(text()).toContain('王晓明')
})

it('sends whoever is not signed in to sign in and back here', async () => {
  openPage(MePage, { path: '/pages/me/index', as: null })
  expect(lastVisit()).toEqual({ how: 'redirectTo', url: `/pages/sign-in/index?next=${encodeURIComponent('/pages/me/index')}` })
})
