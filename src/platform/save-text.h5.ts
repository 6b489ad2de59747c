import Taro from '@tarojs/taro'

/** WeChat's own browser lets no page save a file. */
export const mayDownload = !/MicroMessenger/i.test(navigator.userAgent)

/** What the button that does it says. */
export const saveTextLabel = mayDownload ? '保存为文件' : '复制全文'

/** Hands the person a text to keep, and answers where it now is, or undefined when that failed. */
export async function saveText(fileName: string, text: string): Promise<string | undefined> {
  if (mayDownload) {
    download(fileName, text, 'application/json')
    return '已保存到浏览器的下载文件夹'
  }
  try {
    await Taro.setClipboardData({ data: text })
    return '已复制，可以粘贴到备忘录或聊天中'
  } catch {
    return undefined
  }
}

/** Lets the browser save a text as a file of this type. */
export function download(fileName: string, text: string, type: string) {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // Safari still reads it for a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
