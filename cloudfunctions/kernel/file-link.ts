import { createHmac, timingSafeEqual } from 'node:crypto'

/** Links made within one step are the same, so that a page that asks again does not load its pictures again. */
const step = 600_000
const prefix = '/files/'

/**
 * Links to `/files/<place>` that work without a session, since an `<img>` sends none: `e` says until when, in seconds,
 * and `s` is an HMAC-SHA256 over both. One works for ten to twenty minutes.
 */
export function createLinkSigner(secret: string) {
  const sign = (place: string, until: string) => createHmac('sha256', secret).update(`${place}\n${until}`).digest('base64url')

  return {
    link(place: string, now: Date): string {
      const until = String(((Math.floor(now.getTime() / step) + 2) * step) / 1000)
      return `${prefix}${place}?e=${until}&s=${sign(place, until)}`
    },
    opened(path: string, query: URLSearchParams, now: Date): string | undefined {
      const place = path.slice(prefix.length)
      const until = query.get('e') ?? ''
      if (!path.startsWith(prefix) || !/^\d{1,12}$/.test(until) || !isSame(query.get('s') ?? '', sign(place, until))) return undefined
      return Number(until) * 1000 > now.getTime() ? place : undefined
    },
  }
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
