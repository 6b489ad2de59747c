import type Real from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { type PageEvent, phone } from './phone'

/** Stands in for Taro on a browser: what the app asks of the platform is recorded on the test's phone. */
process.env.TARO_ENV = 'h5'

const done = { errMsg: 'ok' }
const visit = (how: 'navigateTo' | 'redirectTo' | 'reLaunch') =>
  (async ({ url }: { url: string }) => {
    phone.went.push({ how, url })
    return done
  }) as typeof Real.navigateTo

const taro = {
  // As on H5, where a value that is not there is ''.
  getStorageSync: (key: string) => (phone.stored.has(key) ? JSON.parse(phone.stored.get(key) ?? 'null') : ''),
  setStorageSync: (key: string, value: unknown) => {
    if (phone.storageFull) throw new Error('QuotaExceededError')
    phone.stored.set(key, JSON.stringify(value))
  },
  removeStorageSync: (key: string) => void phone.stored.delete(key),
  getStorageInfoSync: () => ({ keys: [...phone.stored.keys()], currentSize: 0, limitSize: 0 }),

  navigateTo: visit('navigateTo'),
  redirectTo: visit('redirectTo'),
  reLaunch: visit('reLaunch'),
  navigateBack: async () => {
    phone.went.push({ how: 'navigateBack' })
    return done
  },
  getCurrentPages: () => phone.pagesBelow,

  previewImage: async (pictures: { urls: string[]; current: string }) => {
    phone.lookedAt.push(pictures)
    return done
  },
  showToast: async ({ title }: { title: string }) => {
    phone.said.push(title)
    return done
  },
  showModal: async ({ title = '', content = '' }: { title?: string; content?: string }) => {
    phone.asked.push(`${title} ${content}`.trim())
    return { ...done, confirm: phone.agrees, cancel: !phone.agrees }
  },
}
export default taro

export const useRouter = () => ({ path: phone.path, params: phone.params })
export const getCurrentInstance = () => ({ router: { path: phone.path, params: phone.params } })

/** Called when the page is first shown, and each time it comes back into sight. */
export function useDidShow(callback: () => void) {
  usePageEvent('show', callback)
  const first = useRef(callback)
  useEffect(() => first.current(), [])
}
export const useDidHide = (callback: () => void) => usePageEvent('hide', callback)
export const usePageNotFound = (callback: () => void) => usePageEvent('notFound', callback)

function usePageEvent(name: PageEvent, callback: () => void) {
  const latest = useRef(callback)
  latest.current = callback
  useEffect(() => phone.onPage(name, () => latest.current()), [name])
}
