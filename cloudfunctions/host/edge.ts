import type { IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'

const header = (request: IncomingMessage, name: string) =>
  String(request.headers[name] ?? '')
    .split(',')[0]
    ?.trim() ?? ''

/** The caller's network address; a proxy's word counts only when it is trusted. */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  return (trustProxy && header(request, 'x-forwarded-for')) || (request.socket.remoteAddress ?? '')
}

/**
 * Where a link must lead so that another phone can open it: the address the caller used,
 * or this machine's address on the local network when they used `localhost`.
 */
export function originOf(request: IncomingMessage, lanUrl: string | undefined, trustProxy: boolean): string {
  const host = header(request, 'host')
  if (/^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(host) && lanUrl) return lanUrl
  // A header could carry anything; a link is only made from what can be a host.
  if (!/^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-fA-F:]+\](:\d{1,5})?$/.test(host)) return lanUrl ?? ''
  const secure = trustProxy && header(request, 'x-forwarded-proto') === 'https'
  return `${secure ? 'https' : 'http'}://${host}`
}

const devices: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙手机'],
  [/Android/, '安卓手机'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, 'Mac 电脑'],
  [/Linux/, 'Linux 电脑'],
]

/** A device as its owner would name it in a list. */
export function deviceOf(userAgent: string | undefined): string {
  return devices.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? '其他设备'
}

/** The first IPv4 address of this machine that others on the network can reach. */
export function lanAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flat()
    .find((each) => each && each.family === 'IPv4' && !each.internal)?.address
}
