import Taro from '@tarojs/taro'

/** A short word that something was done. */
export const say = (title: string) => void Taro.showToast({ title, icon: 'none', duration: 2500 })

interface Question {
  title: string
  content?: string
  /** The button that does it, at most four characters (WeChat's limit). */
  confirmText?: string
}

/** Asks before something that is hard to undo. */
export async function confirm({ title, content = '', confirmText = '确定' }: Question): Promise<boolean> {
  const { confirm } = await Taro.showModal({ title, content, confirmText, cancelText: '取消', confirmColor: '#C8161D' })
  return confirm
}
