import { say } from '../platform/notice'
import { go, pages, replaceWith } from '../platform/pages'
import { scanCode } from '../platform/scan'
import { codeOf } from './code-of'

/** Opens the camera and goes on to the check-in page with what it read. */
export function useScan(then: 'go' | 'replace' = 'go') {
  return async () => {
    const text = await scanCode()
    if (text === undefined) return
    const code = codeOf(text)
    if (!code) return say('这不是签到码，请扫描会场大屏幕上的二维码')
    const open = then === 'go' ? go : replaceWith
    open(pages.checkIn(code))
  }
}
