import { startWechatServer } from '../testing/wechat-server'
import { connectWechat, type Wechat, WechatError } from './wechat'

type WechatServer = Awaited<ReturnType<typeof startWechatServer>>

let server: WechatServer
let wechat: Wechat

beforeAll(async () => {
  // What a cloud function finds in its environment; the SDK signs its requests with it.
  Object.assign(process.env, { TENCENTCLOUD_SECRETID: 'id', TENCENTCLOUD_SECRETKEY: 'key', TENCENTCLOUD_SESSIONTOKEN: 'session' })
  server = await startWechatServer()
  wechat = connectWechat({ env: 'test', serviceUrl: server.serviceUrl, patienceMs: 500 })
})
afterAll(() => server.stop())

const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(WechatError)
  return error instanceof WechatError ? error.errcode : undefined
}

describe('the number behind the phone-number button', () => {
  const getPhoneNumber = 'phonenumber.getPhoneNumber'

  it('is asked for by its code', async () => {
    const phone_info = { phoneNumber: '+8613800138000', purePhoneNumber: '13800138000', countryCode: '86', watermark: { timestamp: 1 } }
    server.answer(getPhoneNumber, () => ({ errcode: 0, errmsg: 'ok', phone_info }))
    expect(await wechat.phoneNumber('a-code')).toEqual({ countryCode: '86', number: '13800138000' })
    expect(server.received.at(-1)).toMatchObject({ api: getPhoneNumber, sent: { code: 'a-code' } })
  })

  it.each([
    [40029, 'invalid code'],
    [40163, 'code been used'],
    [-1, 'system error'],
  ])('is refused with WeChat’s own code %d', async (errcode, errmsg) => {
    server.answer(getPhoneNumber, () => ({ errcode, errmsg }))
    expect(await failure(wechat.phoneNumber('a-code'))).toBe(errcode)
  })

  it('is given up when WeChat says nothing', async () => {
    server.answer(getPhoneNumber, () => 'silence')
    const began = Date.now()
    expect(await failure(wechat.phoneNumber('a-code'))).toBe(-501001)
    expect(Date.now() - began).toBeLessThan(5_000)
  })

  it('is refused where the function was not allowed to ask', async () => {
    server.answer(getPhoneNumber, () => ({ errcode: 48001, errmsg: 'api unauthorized' }))
    expect(await failure(wechat.phoneNumber('a-code'))).toBe(48001)
  })
})

describe('a mini-program code', () => {
  const getUnlimited = 'wxacode.getUnlimited'
  const request = { scene: 'AAAAAAAAbbbbCCCCCCCC-_', page: 'pages/check-in/index' }

  it('is a picture for a page and a scene', async () => {
    const picture = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x80])
    server.answer(getUnlimited, () => picture)
    expect(await wechat.miniProgramCode(request)).toEqual(picture)
    expect(server.received.at(-1)?.sent).toMatchObject({ ...request, width: 430 })
  })

  it('is refused with WeChat’s own code where the page is not published', async () => {
    server.answer(getUnlimited, () => ({ errcode: 41030, errmsg: 'invalid page' }))
    expect(await failure(wechat.miniProgramCode(request))).toBe(41030)
  })
})

describe('what a person wrote', () => {
  const msgSecCheck = 'security.msgSecCheck'
  const suggest = (said: string) => ({ errcode: 0, errmsg: 'ok', result: { suggest: said, label: 100 }, detail: [], trace_id: 't' })

  it.each(['pass', 'review', 'risky'] as const)('is judged: %s', async (said) => {
    server.answer(msgSecCheck, () => suggest(said))
    expect(await wechat.judgeText('openid-1', '一份思想汇报')).toBe(said)
    expect(server.received.at(-1)?.sent).toEqual({ version: 2, scene: 4, openid: 'openid-1', content: '一份思想汇报' })
  })

  it('is judged by parts where it is long, and by the worst of them', async () => {
    server.answer(msgSecCheck, ({ content }) => suggest(String(content).includes('二') ? 'risky' : 'pass'))
    const before = server.received.length
    expect(await wechat.judgeText('openid-1', `${'一'.repeat(2_500)}二${'三'.repeat(2_600)}`)).toBe('risky')
    expect(server.received.slice(before).map(({ sent }) => String(sent.content).length)).toEqual([2_500, 2_500, 101])
  })

  it('is for a person to look at where WeChat says something new', async () => {
    server.answer(msgSecCheck, () => suggest('perhaps'))
    expect(await wechat.judgeText('openid-1', '一份思想汇报')).toBe('review')
  })

  it('is not judged where its author was not in the mini-program for hours, or WeChat does not answer', async () => {
    server.answer(msgSecCheck, () => ({ errcode: 61010, errmsg: 'user access log expired' }))
    expect(await failure(wechat.judgeText('openid-1', '一份思想汇报'))).toBe(61010)
    server.answer(msgSecCheck, () => 'silence')
    expect(await failure(wechat.judgeText('openid-1', '一份思想汇报'))).toBe(-501001)
  })
})

describe('the cloud storage', () => {
  const content = Buffer.from('一张照片 \u0000 and more')

  it('gives back what was put there, and a link that runs out', async () => {
    const id = await wechat.storage.upload('meetings/1/照片.jpg', content)
    expect(id).toMatch(/^cloud:\/\//)
    expect(await wechat.storage.download(id)).toEqual(content)
    const link = new URL(await wechat.storage.link(id, 600))
    expect(link.searchParams.get('t')).toBe('600')
  })

  it('removes a file, and does not mind one that is not there', async () => {
    const id = await wechat.storage.upload('gone.jpg', content)
    await wechat.storage.remove([id])
    await wechat.storage.remove([id])
    expect(server.files.has(id)).toBe(false)
    expect(await failure(wechat.storage.link(id, 600))).toBe(-503003)
    expect(await failure(wechat.storage.download(id))).toBeLessThan(0)
  })
})
