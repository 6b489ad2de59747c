const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Base64url without padding. Mini-programs have neither Buffer nor btoa. */
export function toText(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const four = [18, 12, 6, 0].map((shift) => letters[(three >> shift) & 63]).join('')
    text += four.slice(0, Math.min(3, bytes.length - at) + 1)
  }
  return text
}

/** Throws for any other text. */
export function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  for (let at = 0; at < text.length; at++) {
    const value = letters.indexOf(text[at] ?? '')
    if (value < 0) throw new Error('not base64url')
    const bit = at * 6
    const first = bit >> 3
    const shift = 10 - (bit & 7)
    const two = value << shift
    bytes[first] = (bytes[first] ?? 0) | (two >> 8)
    if (first + 1 < bytes.length) bytes[first + 1] = (bytes[first + 1] ?? 0) | (two & 255)
  }
  return bytes
}
