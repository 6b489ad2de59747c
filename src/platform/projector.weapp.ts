import Taro from '@tarojs/taro'

/** Keeps the screen from going dark while it shows a code; answers how to let go. */
export function keepAwake(): () => void {
  void Taro.setKeepScreenOn({ keepScreenOn: true })
  return () => void Taro.setKeepScreenOn({ keepScreenOn: false })
}

/** A mini-program page already fills the phone. */
export const toggleFullScreen: (() => void) | undefined = undefined
