import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** Calls back every `interval` ms while `active` and the page is in sight. */
export function useEvery(interval: number, active: boolean, callback: () => void) {
  const latest = useRef(callback)
  latest.current = callback
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!active || !shown) return
    const timer = setInterval(() => latest.current(), interval)
    return () => clearInterval(timer)
  }, [interval, active, shown])
}
