import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

/** Everything the app keeps on the phone lies under this prefix. */
export const storagePrefix = 'sanliang.'

export interface StoredState<Value> {
  get: () => Value
  set: (value: Value) => void
  /** The value, and a new render whenever it changes. */
  use: () => Value
}

/** A value the app remembers on this phone. A full or forbidden storage only shortens the memory. */
export function storedState<Value>(name: string, initial: Value): StoredState<Value> {
  const key = storagePrefix + name
  const listeners = new Set<() => void>()
  let known: { value: Value } | undefined

  const get = () => {
    known ??= { value: readStored<Value>(name) ?? initial }
    return known.value
  }
  const announce = () => {
    for (const listener of listeners) listener()
  }
  const set = (value: Value) => {
    known = { value }
    writeStored(name, value)
    announce()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  if (process.env.TARO_ENV === 'h5') {
    // Signing out in one tab signs out the others.
    window.addEventListener('storage', (event) => {
      if (event.key !== key && event.key !== null) return
      known = undefined
      announce()
    })
  }
  return { get, set, use: () => useSyncExternalStore(subscribe, get, get) }
}

export function readStored<Value>(name: string): Value | undefined {
  try {
    const value = Taro.getStorageSync<Value | ''>(storagePrefix + name)
    return value === '' || value === null ? undefined : (value as Value)
  } catch {
    return undefined
  }
}

export function writeStored(name: string, value: unknown) {
  try {
    if (value === null || value === undefined) Taro.removeStorageSync(storagePrefix + name)
    else Taro.setStorageSync(storagePrefix + name, value)
  } catch {
    // Private browsing or a full phone: it stays in memory until the app is closed.
  }
}

/** Forgets every value whose name starts so. */
export function forgetStored(start: string) {
  try {
    const { keys } = Taro.getStorageInfoSync()
    for (const key of keys) if (key.startsWith(storagePrefix + start)) Taro.removeStorageSync(key)
  } catch {
    // Nothing was kept where nothing can be read.
  }
}
