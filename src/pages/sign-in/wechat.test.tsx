import { act, screen } from '@testing-library/react'
import { refusals } from '../../../cloudfunctions/kernel/refusals'
import { signIn, welcome } from '../../../cloudfunctions/organisation/contract'
import { bindByPhone, bindWechat, signInByWechat } from '../../../cloudfunctions/organisation/wechat-contract'
import { keepScan } from '../../check-in/kept-scans'
import { elderMode } from '../../platform/elder-mode'
import { session } from '../../platform/session'
import { button, openPage, sessionOf, settle, tap, tapTwice, text, type, typed, wait } from '../../test/open-page'
import { lastVisit, phone } from '../../test/phone'
import { member, scannedCode } from '../../test/samples'
import { wire } from '../../test/wire'
import SignInPage from './index'

// The page as it is in WeChat; everything else is the same there.
jest.mock('./wechat-first', () => jest.requireActual('./wechat-first.weapp'))

const checkInAddress = `/pages/check-in/index?c=${scannedCode}`
const agree = () => act(() => screen.getByRole('checkbox', { name: '同意个人信息处理说明' }).click())

beforeEach(() => {
  wire.answer(welcome, { demo: null })
  wire.answer(signInByWechat, sessionOf(member))
})

async function open({ params = {}, agreed = true } = {}) {
  const page = openPage(SignInPage, { path: '/pages/sign-in/index', params, as: null })
  await settle()
  if (agreed) agree()
  return page
}

describe('whoever is bound', () => {
  it('is in with one tap, where they wanted to go', async () => {
    await open({ params: { next: encodeURIComponent(checkInAddress) } })
    await tap('微信登录')
    expect(wire.sent(signInByWechat)).toMatchObject([{}])
    expect(session.get()).toEqual(sessionOf(member))
    expect(lastVisit()).toEqual({ how: 'reLaunch', url: checkInAddress })
  })

  it('is asked for consent before anything is sent', async () => {
    await open({ agreed: false })
    await tap('微信登录')
    expect(phone.said).toEqual(['请先阅读并勾选同意'])
    expect(wire.sent(signInByWechat)).toEqual([])
  })

  it('signs in once on a double tap, and sees that it is under way', async () => {
    wire.hold(signInByWechat)
    await open()
    await tapTwice('微信登录')
    expect(button('微信登录').getAttribute('aria-busy')).toBe('true')
    wire.release(signInByWechat)
    await settle()
    expect(wire.sent(signInByWechat)).toHaveLength(1)
    expect(phone.went).toHaveLength(1)
  })

  it('is told that there is no network, and the next tap works', async () => {
    await open()
    wire.cut()
    await tap('微信登录')
    expect(text()).toContain('现在连不上网络，请稍后再试')
    wire.mend()
    await wait(1)
    await tap('微信登录')
    expect(session.get()).not.toBeNull()
  })

  it('reads that a scan is kept and completes by itself', async () => {
    await open()
    act(() => void keepScan(scannedCode))
    expect(text()).toContain('扫码时间已经记下，登录后自动完成签到。')
  })
})

describe('whoever is not bound yet', () => {
  beforeEach(() => {
    wire.refuse(signInByWechat, 'NOT_BOUND')
    wire.answer(bindByPhone, sessionOf(member))
  })

  async function openNew() {
    await open()
    await tap('微信登录')
    expect(text()).toContain('请用登记在名册里的手机号确认身份')
  }

  it('confirms their number once and is in', async () => {
    await openNew()
    await tap('用手机号确认身份')
    expect(wire.sent(bindByPhone)).toMatchObject([{ code: 'a-code' }])
    expect(session.get()).toEqual(sessionOf(member))
    expect(lastVisit()?.url).toBe('/pages/today/index')
  })

  it('is told what to do when they did not want to give it', async () => {
    phone.numberAnswer = { errMsg: 'getPhoneNumber:fail user deny' }
    await openNew()
    await tap('用手机号确认身份')
    expect(text()).toContain('没有取得手机号，可以再点一次，或用其他方式登录。')
    expect(wire.sent(bindByPhone)).toEqual([])
  })

  it.each(bindByPhone.refusals)('is told what to do next when refused with %s', async (code) => {
    wire.refuse(bindByPhone, code)
    await openNew()
    await tap('用手机号确认身份')
    expect(text()).toContain(refusals[code])
    expect(session.get()).toBeNull()
  })

  it('gives no number after taking the consent back', async () => {
    await openNew()
    agree()
    await tap('用手机号确认身份')
    expect(phone.said).toEqual(['请先阅读并勾选同意'])
    expect(wire.sent(bindByPhone)).toEqual([])
  })
})

describe('the other ways', () => {
  beforeEach(() => wire.answer(signIn, sessionOf(member)))

  async function openOthers() {
    await open()
    await tap('用户名登录，或首次登录')
    type('用户名', 'member1')
    type('密码', 'sanliang-demo')
  }
  const enter = async () => {
    act(() => button('登录').click())
    await settle()
  }

  it('are one tap away, and so is the way back', async () => {
    await openOthers()
    expect(button('首次登录，使用激活码')).toBeTruthy()
    await tap('返回微信登录')
    expect(button('微信登录')).toBeTruthy()
    await tap('用户名登录，或首次登录')
    expect(typed('用户名')).toBe('member1')
  })

  it('bind nothing unless they are asked to', async () => {
    await openOthers()
    await enter()
    expect(wire.sent(bindWechat)).toEqual([])
    expect(lastVisit()?.url).toBe('/pages/today/index')
  })

  it('bind the account as who has just signed in', async () => {
    wire.answer(bindWechat, {})
    await openOthers()
    act(() => screen.getByRole('switch', { name: '以后用微信登录' }).click())
    await enter()
    expect(wire.requests().filter(({ name }) => name === bindWechat.name)).toMatchObject([{ token: sessionOf(member).token }])
    expect(lastVisit()?.url).toBe('/pages/today/index')
  })

  it('let the person in also where the binding is refused, and say so', async () => {
    wire.refuse(bindWechat, 'DEMO_ONLY')
    await openOthers()
    act(() => screen.getByRole('switch', { name: '以后用微信登录' }).click())
    await enter()
    expect(phone.said).toEqual(['微信没有绑定成功，可在“我的”里再试'])
    expect(session.get()).toEqual(sessionOf(member))
  })
})

it('is large in elder mode', async () => {
  elderMode.set(true)
  const { container } = await open()
  expect(container.querySelector('.screen--elder')).not.toBeNull()
})
