import type { Context } from './action'
import { AppError } from './app-error'

/**
 * Asks WeChat whether what a person wrote may be kept, before a transaction is begun. Answers whether it was asked: outside WeChat nobody
 * is, and where WeChat does not answer, what was written is not lost over it. What it only wants looked at goes to a reviewer anyway.
 * @throws CONTENT_RISKY
 */
export async function requireSafe({ wechat, request }: Pick<Context, 'wechat' | 'request'>, text: string): Promise<boolean> {
  if (!wechat || !request.openid) return false
  const judgement = await wechat.judgeText(request.openid, text).catch(() => undefined)
  if (judgement === 'risky') throw new AppError('CONTENT_RISKY')
  return judgement !== undefined
}
