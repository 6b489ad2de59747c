import { refusals } from '../../../cloudfunctions/kernel/refusals'
import { getMe } from '../../../cloudfunctions/organisation/contract'
import { bindWechat, unbindWechat, wechatBinding } from '../../../cloudfunctions/organisation/wechat-contract'
import { openPage, settle, tap, tapTwice, text } from '../../test/open-page'
import { phone } from '../../test/phone'
import { member } from '../../test/samples'
import { wire } from '../../test/wire'
import MePage from './index'

const bound = { boundAt: '2026-11-20T08:30:00+08:00', phone: '138****8000' }
const unbound = { boundAt: null, phone: null }

beforeEach(() => wire.answer(getMe, member))

async function unfold() {
  openPage(MePage, { path: '/pages/me/index' })
  await tap('微信登录')
}

it('shows since when and by which number, and undoes the binding once, after asking', async () => {
  wire.answer(wechatBinding, bound)
  wire.answer(unbindWechat, {})
  await unfold()
  expect(text()).toContain('已绑定微信（11月20日 周五 08:30）')
  expect(text()).toContain('138****8000')
  phone.agrees = false
  await tap('解除微信绑定')
  expect(wire.sent(unbindWechat)).toEqual([])
  phone.agrees = true
  wire.answer(wechatBinding, unbound)
  await tapTwice('解除微信绑定')
  await settle()
  expect(wire.sent(unbindWechat)).toHaveLength(1)
  expect(text()).toContain('还没有绑定微信，可在微信小程序里绑定。')
})

it('says what to do when it was undone already, and shows how it is now', async () => {
  wire.answer(wechatBinding, bound)
  wire.refuse(unbindWechat, 'NOT_BOUND')
  await unfold()
  wire.answer(wechatBinding, unbound)
  await tap('解除微信绑定')
  expect(text()).toContain(refusals.NOT_BOUND)
  expect(text()).toContain('还没有绑定微信')
})

it('says what went wrong, and a retry works', async () => {
  wire.cut()
  await unfold()
  expect(text()).toContain('现在连不上网络')
  wire.mend()
  wire.answer(wechatBinding, unbound)
  await tap('重试')
  expect(text()).toContain('请联系支部书记登记')
  expect(wire.sent(bindWechat)).toEqual([])
})

describe('in WeChat', () => {
  beforeEach(() => {
    process.env.TARO_ENV = 'weapp'
  })
  afterEach(() => {
    process.env.TARO_ENV = 'h5'
  })

  it('binds the account in use, once', async () => {
    wire.answer(wechatBinding, unbound)
    wire.answer(bindWechat, {})
    await unfold()
    wire.answer(wechatBinding, bound)
    await tapTwice('绑定当前微信')
    await settle()
    expect(wire.sent(bindWechat)).toHaveLength(1)
    expect(text()).toContain('已绑定微信')
  })

  it('says why nothing was bound', async () => {
    wire.answer(wechatBinding, unbound)
    wire.refuse(bindWechat, 'DEMO_ONLY')
    await unfold()
    await tap('绑定当前微信')
    expect(text()).toContain(refusals.DEMO_ONLY)
  })
})
