import Taro from '@tarojs/taro'
import { say } from './notice'

/** Puts a text where it can be pasted from, and says so. */
export async function copyText(text: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text })
    say('已复制')
  } catch {
    say('没有复制成功，请长按文字复制')
  }
}
