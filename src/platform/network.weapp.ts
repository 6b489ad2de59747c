import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

let online = true
const listeners = new Set<() => void>()
let watching = false

function watch() {
  if (watching) return
  watching = true
  Taro.onNetworkStatusChange(({ isConnected }) => {
    online = isConnected
    for (const listener of listeners) listener()
  })
  void Taro.getNetworkType().then(({ networkType }) => {
    online = networkType !== 'none'
    for (const listener of listeners) listener()
  })
}

const subscribe = (listener: () => void) => {
  watch()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const isOnline = () => online

/** Calls back each time the network returns; answers how to stop. */
export const onOnline = (listener: () => void) => subscribe(() => online && listener())

/** Whether the phone has a network, as far as it can tell. */
export const useOnline = () => useSyncExternalStore(subscribe, isOnline)
