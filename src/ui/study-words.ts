import type { MaterialKind } from '../../cloudfunctions/study/contract'

/** What a kind of material is called. */
export const materialWords: Record<MaterialKind, string> = { text: '文章', link: '链接', file: '文件', video: '视频', meeting: '线下学习' }

/** 12 分钟 30 秒; whole minutes without seconds. */
export function timeRead(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (!minutes) return `${rest} 秒`
  return rest ? `${minutes} 分钟 ${rest} 秒` : `${minutes} 分钟`
}
