/** How many words within how long, in ms. The first is for one network and one card: a hall's visitors may share its network. */
export const wordLimits = {
  networkToCard: 5,
  network: 30,
  networkWindow: 3_600_000,
  card: 60,
  cardWindow: 86_400_000,
} as const

/** The hour it is: a count begins with it, so that not even a counter knows the minute. */
export const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / wordLimits.networkWindow) * wordLimits.networkWindow)

/** Midnight in China before that moment. */
export const dayStart = (day: string) => new Date(`${day}T00:00:00+08:00`)

/**
 * What one caller cannot easily change of a network address: all of an IPv4 address, the first 64 bits of an IPv6 address,
 * since a single line has the other 64 to itself (RFC 6177). Whatever is neither is taken whole.
 */
export function networkOf(address: string): string {
  const [text = ''] = address.toLowerCase().split('%')
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text)?.[1]
  if (mapped) return mapped
  if (!/^[0-9a-f:]*:[0-9a-f:.]*$/.test(text)) return text
  const [before = '', after] = text.split('::')
  const left = before ? before.split(':') : []
  const right = after ? after.split(':') : []
  const zeros = after === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
