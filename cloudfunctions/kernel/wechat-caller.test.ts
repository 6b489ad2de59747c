import { readWechatContext } from './wechat'
import { callerOf } from './wechat-caller'

/** What the runtime does before it calls the function: it writes the call's facts over those of the call before. */
function arrive(openid: string, address = '203.0.113.7') {
  Object.assign(process.env, { WX_OPENID: openid, WX_CLIENTIP: address, WX_CONTEXT_KEYS: 'WX_OPENID,WX_CLIENTIP' })
}
const environ = (openid: string) => `WX_CLIENTIP=203.0.113.7;WX_OPENID=${openid};WX_API_TOKEN=a==;WX_CONTEXT_KEYS=WX_CLIENTIP,WX_OPENID`
const away = () => new Promise((resolve) => setTimeout(resolve, 5))

afterEach(() => {
  for (const name of ['WX_OPENID', 'WX_CLIENTIP', 'WX_CONTEXT_KEYS']) delete process.env[name]
})

it('says who is calling, and from where', () => {
  arrive('openid-of-one')
  expect(callerOf({})).toEqual({ openid: 'openid-of-one', address: '203.0.113.7' })
})

it('says that nobody of WeChat is calling', () => {
  expect(callerOf(undefined)).toBeUndefined()
  expect(callerOf({ environ: 'TRIGGER_SRC=timer;TCB_ENV=test' })).toBeUndefined()
})

it('does not take the last caller for one who came without WeChat', () => {
  arrive('openid-of-one')
  expect(callerOf({ environ: 'TRIGGER_SRC=timer;TCB_ENV=test' })).toBeUndefined()
})

describe('two calls in one process', () => {
  const both = async (identify: (context: unknown) => Promise<string | undefined>, contextOf: (openid: string) => object) => {
    arrive('openid-of-one')
    const first = identify(contextOf('openid-of-one'))
    arrive('openid-of-two')
    const second = identify(contextOf('openid-of-two'))
    return Promise.all([first, second])
  }
  const atOnce = async (context: unknown) => {
    const caller = callerOf(context)
    await away()
    return caller?.openid
  }
  const late = async (context: unknown) => {
    await away()
    return callerOf(context)?.openid
  }
  const apart = ['openid-of-one', 'openid-of-two']

  it('never see each other’s identity when it is taken before anything is awaited', async () => {
    expect(await both(atOnce, () => ({}))).toEqual(apart)
  })

  it('keep theirs even later where the call carries its own environment, in either form', async () => {
    expect(await both(late, (openid) => ({ environ: environ(openid) }))).toEqual(apart)
    expect(await both(late, (openid) => ({ environment: JSON.stringify({ WX_OPENID: openid }) }))).toEqual(apart)
  })

  it('would be mistaken for one another if WeChat’s SDK were asked after an await (control)', async () => {
    const naive = async () => {
      await away()
      return String(readWechatContext().OPENID)
    }
    expect(await both(naive, () => ({}))).toEqual(['openid-of-two', 'openid-of-two'])
  })
})
