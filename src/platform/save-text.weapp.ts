import Taro from '@tarojs/taro'

/** What the button that does it says. */
export const saveTextLabel = '复制全文'

/** Hands the person a text to keep, and answers where it now is, or undefined when that failed. A mini-program cannot write files the person could find. */
export async function saveText(_fileName: string, text: string): Promise<string | undefined> {
  try {
    await Taro.setClipboardData({ data: text })
    return '已复制，可以粘贴到备忘录或聊天中'
  } catch {
    return undefined
  }
}
