import { defineRead, defineWrite, line, moment, z } from '../kernel/contract'
import { signedIn } from './contract'

// Who is asking, as WeChat knows them, comes with the call itself and never from input: outside WeChat all of these but
// the last two are refused as WECHAT_ONLY.

/** One tap: whoever WeChat says is holding the phone signs in as the member they are bound to. */
export const signInByWechat = defineWrite({
  name: 'organisation.signInByWechat',
  input: {},
  output: signedIn,
  refusals: ['WECHAT_ONLY', 'NOT_BOUND'],
})

/** Binds this WeChat account to the member whose number WeChat confirms, and signs in. `code` comes from the phone-number button. */
export const bindByPhone = defineWrite({
  name: 'organisation.bindByPhone',
  input: { code: line(512) },
  output: signedIn,
  refusals: ['WECHAT_ONLY', 'PHONE_UNCONFIRMED', 'PHONE_UNKNOWN', 'PHONE_AMBIGUOUS', 'WECHAT_SILENT'],
})

/** Binds this WeChat account to whoever has just signed in with a password or an activation code. */
export const bindWechat = defineWrite({
  name: 'organisation.bindWechat',
  input: {},
  output: {},
  refusals: ['WECHAT_ONLY', 'DEMO_ONLY'],
})

export const unbindWechat = defineWrite({ name: 'organisation.unbindWechat', input: {}, output: {}, refusals: ['NOT_BOUND'] })

/** Whether a WeChat account signs in as me, and by which number I would be recognised. */
export const wechatBinding = defineRead({
  name: 'organisation.wechatBinding',
  input: {},
  output: { boundAt: z.nullable(moment), phone: z.nullable(z.string()) },
})
