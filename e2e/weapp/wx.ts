import { oldestApis, oldestLibrary } from './base-library'
import type { Cloud } from './cloud'
import { startSight } from './sight'
import type { Stack } from './stack'

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}
type Options = Callbacks & Record<string, unknown>

/** What the person and the world around do to the phone. */
export interface Situation {
  online: boolean
  /** What the camera reads next; nothing: the person gives up. */
  scan: string | undefined
  /** How the person answers questions. */
  confirms: boolean
}

interface Surroundings {
  cloud: Cloud
  situation: Situation
  storage: Map<string, unknown>
  stack: Stack
  openid: string
  copy: <Value>(value: Value) => Value
  later: (work: () => void) => void
  /** Counts the calls to the cloud that are under way. */
  busy: (by: 1 | -1) => void
  onFault: (fault: string) => void
}

/** WeChat's own `wx` on the oldest base library: what the harness does not play fails loudly with its name. */
export function makeWx({ cloud, situation, storage, stack, openid, copy, later, busy, onFault }: Surroundings) {
  const said: string[] = []
  const asked: string[] = []
  const unknown = (name: string) => () => {
    onFault(`wx.${name} is not played by the harness`)
    throw new Error(`wx.${name} is not played by the harness`)
  }
  const wx: Record<string, unknown> = Object.fromEntries(oldestApis().map((name) => [name, unknown(name)]))

  /** An API that answers later, through callbacks; what its work throws is its failure. */
  const asks = (name: string, work: (options: Options) => unknown) => (options: Options) =>
    later(() => {
      const answer = (outcome: 'success' | 'fail', result: object) => {
        options[outcome]?.(copy(result))
        options.complete?.(copy(result))
      }
      let result: object
      try {
        result = { errMsg: `${name}:ok`, ...(work(options) as object | undefined) }
      } catch (error) {
        return answer('fail', { errMsg: `${name}:fail ${error instanceof Error ? error.message : error}` })
      }
      answer('success', result)
    })
  const networkListeners: ((state: { isConnected: boolean }) => void)[] = []
  const played = {
    getNetworkType: () => ({ networkType: situation.online ? 'wifi' : 'none' }),
    showToast: ({ title }: Options) => void said.push(String(title)),
    showModal: ({ title, content }: Options) => {
      asked.push(`${title} ${content ?? ''}`)
      return { confirm: situation.confirms, cancel: !situation.confirms }
    },
    scanCode: () => {
      if (situation.scan === undefined) throw new Error('cancel')
      return { result: situation.scan, scanType: 'QR_CODE' }
    },
    setKeepScreenOn: () => {},
    setClipboardData: () => {},
    setNavigationBarTitle: () => {},
    navigateTo: ({ url }: Options) => stack.navigateTo(String(url)),
    redirectTo: ({ url }: Options) => stack.redirectTo(String(url)),
    reLaunch: ({ url }: Options) => stack.reLaunch(String(url)),
    switchTab: ({ url }: Options) => stack.switchTab(String(url)),
    navigateBack: ({ delta = 1 }: Options) => stack.navigateBack(Number(delta)),
  }
  for (const [name, work] of Object.entries(played)) wx[name] = asks(name, work as (options: Options) => unknown)

  const sight = startSight(copy)
  Object.assign(wx, {
    createIntersectionObserver: sight.createIntersectionObserver,
    env: { USER_DATA_PATH: 'http://usr' },
    getStorageSync: (key: string) => (storage.has(key) ? copy(storage.get(key)) : ''),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.parse(JSON.stringify(value))),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => copy({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
    onNetworkStatusChange: (listener: (state: { isConnected: boolean }) => void) => void networkListeners.push(listener),
    getSystemInfoSync: () => copy(device),
    getWindowInfo: () => copy(device),
    canIUse: () => true,
    cloud: {
      init: () => {},
      callFunction: ({ name, data }: { name: string; data: unknown }) => callCloud(name, data),
    },
  })

  async function callCloud(name: string, data: unknown) {
    busy(1)
    try {
      if (!situation.online) throw copy({ errMsg: 'cloud.callFunction:fail -1 request:fail' })
      const result = await cloud.callFunction(name, JSON.parse(JSON.stringify(data)), openid)
      return copy({ errMsg: 'cloud.callFunction:ok', result })
    } finally {
      // The app goes on with the answer before anybody looks.
      setImmediate(() => busy(-1))
    }
  }
  const setOnline = (online: boolean) => {
    situation.online = online
    for (const listener of networkListeners) listener(copy({ isConnected: online, networkType: online ? 'wifi' : 'none' }))
  }
  return { wx, said, asked, setOnline, sight }
}

const device = {
  windowWidth: 390,
  windowHeight: 844,
  screenWidth: 390,
  screenHeight: 844,
  pixelRatio: 3,
  statusBarHeight: 47,
  platform: 'ios',
  SDKVersion: oldestLibrary,
}
