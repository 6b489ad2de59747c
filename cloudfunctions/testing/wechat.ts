import { type Wechat, WechatError } from '../kernel/wechat'

export const phoneKey = 'the key of the tests'

const silent = async (): Promise<never> => {
  throw new WechatError(-1, 'system busy')
}

/**
 * WeChat as the actions see it, without its SDK: a code of the phone-number button is the number itself,
 * `used`, `busy` and `forbidden` are what WeChat answers to a code that was used, when it is busy, and to a function without the right to ask.
 * A text is risky that says 违规内容, and not judged at all that says 微信没有应答.
 */
export const wechat: Wechat = {
  async phoneNumber(code) {
    if (code === 'used') throw new WechatError(40163, 'code been used')
    if (code === 'busy') throw new WechatError(-1, 'system busy')
    if (code === 'forbidden') throw new WechatError(48001, 'api unauthorized')
    const [countryCode = '', number = ''] = code.includes('-') ? code.split('-') : ['86', code]
    return { countryCode, number }
  },
  miniProgramCode: silent,
  async judgeText(_, text) {
    if (text.includes('微信没有应答')) return silent()
    return text.includes('违规内容') ? 'risky' : 'pass'
  },
  storage: { upload: silent, download: silent, remove: silent, link: silent },
}
