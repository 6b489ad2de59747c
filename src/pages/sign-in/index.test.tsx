import { act, screen } from '@testing-library/react'
import { refusals } from '../../../cloudfunctions/kernel/refusals'
import { activate, signIn, welcome } from '../../../cloudfunctions/organisation/contract'
import { keepScan } from '../../check-in/kept-scans'
import { elderMode } from '../../platform/elder-mode'
import { session } from '../../platform/session'
import { button, openPage, sessionOf, settle, tap, tapTwice, text, type, typed } from '../../test/open-page'
import { lastVisit, phone } from '../../test/phone'
import { member, scannedCode } from '../../test/samples'
import { wire } from '../../test/wire'
import SignInPage from './index'

const checkInAddress = `/pages/check-in/index?c=${scannedCode}`
const open = (params = {}) => openPage(SignInPage, { path: '/pages/sign-in/index', params, as: null })
const agree = () => act(() => screen.getByRole('checkbox', { name: '同意个人信息处理说明' }).click())
const signInButton = () => screen.getAllByText('登录', { exact: true }).find(({ tagName }) => tagName === 'BUTTON') ?? document.body
const enter = async () => {
  act(() => signInButton().click())
  await settle()
}

beforeEach(() => {
  wire.answer(welcome, { demo: null })
  wire.answer(signIn, sessionOf(member))
})

async function openFilled(params = {}) {
  open(params)
  await settle()
  type('用户名', 'member1')
  type('密码', 'sanliang-demo')
  agree()
}

it('signs in and goes to Today', async () => {
  await openFilled()
  await enter()
  expect(wire.sent(signIn)).toMatchObject([{ login: 'member1', password: 'sanliang-demo' }])
  expect(session.get()).toEqual(sessionOf(member))
  expect(lastVisit()).toEqual({ how: 'reLaunch', url: '/pages/today/index' })
})

it('goes back to where the person wanted to go', async () => {
  await openFilled({ next: encodeURIComponent(checkInAddress) })
  await enter()
  expect(lastVisit()).toEqual({ how: 'reLaunch', url: checkInAddress })
})

it('goes to Today where the way back is broken', async () => {
  await openFilled({ next: '%E0%A4%A' })
  await enter()
  expect(lastVisit()?.url).toBe('/pages/today/index')
})

it('says that a scan is kept and completes by itself', async () => {
  open()
  await settle()
  expect(text()).not.toContain('扫码时间已经记下')
  act(() => void keepScan(scannedCode))
  expect(text()).toContain('扫码时间已经记下，登录后自动完成签到。')
})

it('asks for consent before anything is sent', async () => {
  open()
  await settle()
  type('用户名', 'member1')
  await enter()
  expect(phone.said).toEqual(['请先阅读并勾选同意'])
  expect(screen.getByRole('alert').textContent).toBe('请先阅读并勾选同意')
  expect(wire.sent(signIn)).toEqual([])
  await tap('《个人信息处理说明》')
  expect(text()).toContain('您可以随时在“我的”里查看、导出和删除自己的信息')
  agree()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('sends once on a double tap', async () => {
  wire.hold(signIn)
  await openFilled()
  act(() => {
    signInButton().click()
    signInButton().click()
  })
  await settle()
  expect(wire.sent(signIn)).toHaveLength(1)
  wire.release(signIn)
  await settle()
  expect(phone.went).toHaveLength(1)
})

it.each(signIn.refusals)('says what to do next when refused with %s, and keeps what was typed', async (code) => {
  wire.refuse(signIn, code)
  await openFilled()
  await enter()
  expect(text()).toContain(refusals[code])
  expect(typed('用户名')).toBe('member1')
  expect(session.get()).toBeNull()
})

it('says what is wrong beside the field', async () => {
  wire.refuse(signIn, 'INVALID_INPUT', { login: '用户名为 3–32 位小写字母、数字或 . _ -' })
  await openFilled()
  await enter()
  expect(screen.getByRole('alert').textContent).toContain('用户名为 3–32 位')
  expect(text()).not.toContain(refusals.INVALID_INPUT)
})

it('says that there is no network, and the next try is the same request', async () => {
  await openFilled()
  wire.cut()
  await enter()
  expect(text()).toContain('现在连不上网络，请稍后再试')
  wire.mend()
  await enter()
  const [first, second] = wire.sent(signIn)
  expect(second?.requestId).toBe(first?.requestId)
  expect(session.get()).not.toBeNull()
})

it('shows its form at once and whatever becomes of the welcome', async () => {
  wire.refuse(welcome, 'INTERNAL')
  open()
  expect(screen.getByLabelText('用户名')).toBeTruthy()
  await settle()
  expect(text()).not.toContain('服务暂时出现问题')
  expect(screen.getByLabelText('密码')).toBeTruthy()
})

describe('the first sign-in', () => {
  beforeEach(() => wire.answer(activate, sessionOf(member)))

  it('takes the activation code and a new password', async () => {
    await openFilled()
    await tap('首次登录，使用激活码')
    expect(typed('用户名')).toBe('member1')
    type('激活码', 'ABCD-EFGH')
    await tapTwice('设置密码并登录')
    expect(wire.sent(activate)).toMatchObject([{ login: 'member1', activationCode: 'ABCD-EFGH', password: 'sanliang-demo' }])
    expect(lastVisit()?.url).toBe('/pages/today/index')
  })

  it.each(activate.refusals)('says what to do next when refused with %s', async (code) => {
    wire.refuse(activate, code)
    await openFilled()
    await tap('首次登录，使用激活码')
    await tap('设置密码并登录')
    expect(text()).toContain(refusals[code])
  })
})

it('signs a visitor of the demo in with one tap, once they agreed', async () => {
  wire.answer(welcome, {
    demo: { organisationName: '县局党委', password: 'sanliang-demo', logins: [{ login: 'secretary1', role: '第一党支部书记' }] },
  })
  open()
  await settle()
  await tap(/secretary1/)
  expect(wire.sent(signIn)).toEqual([])
  agree()
  await tap(/secretary1/)
  expect(wire.sent(signIn)).toMatchObject([{ login: 'secretary1', password: 'sanliang-demo' }])
})

it('is large in elder mode, which outlives signing out', async () => {
  elderMode.set(true)
  const { container } = open()
  await settle()
  expect(container.querySelector('.screen--elder')).not.toBeNull()
  expect(button('首次登录，使用激活码')).toBeTruthy()
})
