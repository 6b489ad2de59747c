import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export const isOnline = () => navigator.onLine

/** Calls back each time the network returns; answers how to stop. */
export function onOnline(listener: () => void): () => void {
  window.addEventListener('online', listener)
  return () => window.removeEventListener('online', listener)
}

/** Whether the phone has a network, as far as it can tell. */
export const useOnline = () => useSyncExternalStore(subscribe, isOnline, () => true)
