/** Keeps the screen from going dark while it shows a code; answers how to let go. Old browsers cannot, and then nothing happens. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined
  let over = false
  const ask = async () => {
    if (over || document.visibilityState !== 'visible') return
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  void ask()
  document.addEventListener('visibilitychange', ask)
  return () => {
    over = true
    document.removeEventListener('visibilitychange', ask)
    void lock?.release()
  }
}

/** Fills the whole screen, or stops doing so. Undefined where the browser cannot. */
export const toggleFullScreen: (() => void) | undefined = document.fullscreenEnabled
  ? () => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())
  : undefined
