import { act } from '@testing-library/react'

export type PageEvent = 'show' | 'hide' | 'notFound'

interface Visit {
  how: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'navigateBack'
  url?: string
}

/** What the person holds: its storage, its network, and what the app made it do. New before each test. */
export const phone = {
  stored: new Map<string, string>(),
  storageFull: false,
  /** Where the app went, in order. */
  went: [] as Visit[],
  /** Toasts, in order. */
  said: [] as string[],
  /** Questions asked before something hard to undo, in order; `agrees` is the person's answer. */
  asked: [] as string[],
  agrees: true,
  /** What WeChat answers when the app asks for the person's number. */
  numberAnswer: { errMsg: 'getPhoneNumber:ok', code: 'a-code' } as { errMsg: string; code?: string },
  /** Pictures shown in full: the links to look through, the first in sight first. */
  lookedAt: [] as { urls: string[]; current: string }[],
  /** The open page's address, and the pages it was reached through (itself included). */
  path: '',
  params: {} as Record<string, string | undefined>,
  pagesBelow: [] as object[],

  listeners: { show: new Set<() => void>(), hide: new Set<() => void>(), notFound: new Set<() => void>() },
  onPage(name: PageEvent, listener: () => void) {
    phone.listeners[name].add(listener)
    return () => void phone.listeners[name].delete(listener)
  },
}

/** Where the app went last. */
export const lastVisit = () => phone.went.at(-1)

export function becomeNew() {
  Object.assign(phone, {
    stored: new Map(),
    storageFull: false,
    went: [],
    said: [],
    asked: [],
    agrees: true,
    numberAnswer: { errMsg: 'getPhoneNumber:ok', code: 'a-code' },
    lookedAt: [],
    path: '',
    params: {},
    pagesBelow: [{}],
  })
  setOnline(true)
  restartApp()
}

/** The app is closed and opened again: only what is stored is still known. */
export const restartApp = () => act(() => void window.dispatchEvent(new StorageEvent('storage', { key: null })))

/** The page goes out of sight, or comes back; or an address leads to none. */
export const turn = (name: PageEvent) =>
  act(() => {
    for (const listener of phone.listeners[name]) listener()
  })

export function loseNetwork() {
  setOnline(false)
  return act(() => void window.dispatchEvent(new Event('offline')))
}
export function findNetwork() {
  setOnline(true)
  return act(() => void window.dispatchEvent(new Event('online')))
}
export const isOnline = () => navigator.onLine

const setOnline = (onLine: boolean) => Object.defineProperty(navigator, 'onLine', { value: onLine, configurable: true })
