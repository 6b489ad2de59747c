import { act, fireEvent, screen, within } from '@testing-library/react'
import { refusals } from '../../../cloudfunctions/kernel/refusals'
import { eraseMyData, exportMyData, getMe, signOut } from '../../../cloudfunctions/organisation/contract'
import { keepScan, keptScans, lateOutcomes } from '../../check-in/kept-scans'
import { elderMode } from '../../platform/elder-mode'
import { ballotDrafts } from '../../platform/kept-ballots'
import { session } from '../../platform/session'
import { button, openPage, settle, tap, text, type, wait } from '../../test/open-page'
import { phone, restartApp } from '../../test/phone'
import { member, scannedCode } from '../../test/samples'
import { wire } from '../../test/wire'
import MePage from './index'

const open = () => openPage(MePage, { path: '/pages/me/index' })
const unfold = (name: string) => tap(name)

beforeEach(() => wire.answer(getMe, member))

describe('my data', () => {
  it('can be read here', async () => {
    wire.answer(exportMyData, {
      exportedAt: '2026-11-23T14:00:00+08:00',
      data: {
        person: { name: '王小明', standing: 'full', unit: '第一党支部' },
        signIn: { login: 'member1' },
        attendances: [{ meeting: '十一月党员大会', startsAt: '2026-11-02T09:00:00+08:00', state: 'present' }],
      },
    })
    open()
    await unfold('导出我的信息')
    expect(text()).toContain('姓名：王小明身份：正式党员所在组织：第一党支部登录名：member1')
    expect(text()).toContain('11月2日 周一 09:00 十一月党员大会：已到')
  })

  it('is erased after a password and a question, with what waited on the phone', async () => {
    wire.answer(eraseMyData, {})
    open()
    act(() => void keepScan(scannedCode))
    const draft = { marks: [90, null], comment: '' }
    act(() => ballotDrafts.set({ [`${member.id} round subject`]: draft, 'another one': draft }))
    await unfold('删除我的信息')
    const erase = within(document.querySelector('.fold__body') as HTMLElement).getByRole('button', { name: '删除我的信息' })
    fireEvent.click(erase)
    expect(screen.getByRole('alert').textContent).toBe('请填写密码')
    type('请填写密码确认是本人', 'sanliang-demo')
    phone.agrees = false
    fireEvent.click(erase)
    await settle()
    expect(wire.sent(eraseMyData)).toEqual([])
    phone.agrees = true
    act(() => {
      erase.click()
      erase.click()
    })
    await settle()
    expect(wire.sent(eraseMyData)).toHaveLength(1)
    expect(session.get()).toBeNull()
    expect(keptScans.get()).toEqual([])
    expect(Object.keys(ballotDrafts.get())).toEqual(['another one'])
    expect(phone.went).toEqual([{ how: 'reLaunch', url: '/pages/sign-in/index' }])
  })

  it.each([
    ['WRONG_CREDENTIALS', '密码不正确，请核对后再试'],
    ['DEMO_ONLY', refusals.DEMO_ONLY],
    ['LAST_ADMINISTRATOR', refusals.LAST_ADMINISTRATOR],
  ] as const)('is not erased when refused with %s, and the page says why', async (code, words) => {
    wire.refuse(eraseMyData, code)
    open()
    await unfold('删除我的信息')
    type('请填写密码确认是本人', 'wrong')
    const erase = within(document.querySelector('.fold__body') as HTMLElement).getByRole('button', { name: '删除我的信息' })
    fireEvent.click(erase)
    await settle()
    expect(text()).toContain(words)
    expect(session.get()).not.toBeNull()
  })
})

describe('signing out', () => {
  it('ends the session here and on the server, and forgets what was shown', async () => {
    wire.answer(signOut, {})
    open()
    await settle()
    lateOutcomes.set([{ kind: 'success', title: '签到成功', lines: [] }])
    await tap('退出登录')
    expect(wire.sent(signOut)).toHaveLength(1)
    expect(session.get()).toBeNull()
    expect(lateOutcomes.get()).toEqual([])
    expect([...phone.stored.keys()].filter((key) => key.includes('last.'))).toEqual([])
    expect(phone.went).toEqual([{ how: 'reLaunch', url: '/pages/sign-in/index' }])
  })

  it('is done here whatever the network does', async () => {
    wire.hold(signOut)
    open()
    await tap('退出登录')
    expect(button('退出登录').getAttribute('disabled')).not.toBeNull()
    await wait(4)
    expect(session.get()).toBeNull()
  })

  it('says what waits, keeps it for its owner, and can be called off', async () => {
    wire.answer(signOut, {})
    open()
    await settle()
    act(() => void keepScan(scannedCode))
    phone.agrees = false
    await tap('退出登录')
    expect(phone.asked.at(-1)).toContain('有 1 次扫码还没有提交')
    expect(session.get()).not.toBeNull()
    phone.agrees = true
    await tap('退出登录')
    expect(keptScans.get()).toMatchObject([{ memberId: member.id }])
  })

  it('makes a scan from before the sign-in one of whoever leaves', async () => {
    wire.answer(signOut, {})
    act(() => void keepScan(scannedCode))
    expect(keptScans.get()).toMatchObject([{ memberId: null }])
    open()
    await tap('退出登录')
    expect(keptScans.get()).toMatchObject([{ memberId: member.id }])
  })

  it('leaves elder mode as it is', async () => {
    wire.answer(signOut, {})
    elderMode.set(true)
    open()
    await tap('退出登录')
    restartApp()
    expect(elderMode.get()).toBe(true)
  })
})
