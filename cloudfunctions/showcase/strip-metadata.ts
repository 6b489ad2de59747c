/** Longest side of a photo, in pixels: a small file may unfold into something no phone can hold. */
const longestSide = 2000

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
/** Baseline, extended and progressive frames: those that browsers show. */
const frames = [0xc0, 0xc1, 0xc2]
/** Quantisation tables, Huffman tables, the restart interval. */
const tables = [0xdb, 0xc4, 0xdd]
const comment = 0xfe

const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7

/**
 * The same picture with nothing but what is needed to draw it: no place, time, camera, thumbnail or comment, nothing after its end
 * (ITU-T T.81, annex B). The orientation goes with them, so what is sent must stand upright already.
 * Null for whatever is no whole JPEG of at most 2 000 pixels a side.
 */
export function stripMetadata(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return null
  const kept = [bytes.subarray(0, 2)]
  let framed = false
  let scanned = false
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      // Before a marker there may be any number of these.
      at++
      continue
    }
    if (marker === endOfImage) return scanned ? joined([...kept, bytes.subarray(at, at + 2)]) : null
    const end = at + 2 + lengthAt(bytes, at + 2)
    if (end < at + 4 || end > bytes.length) return null
    const segment = bytes.subarray(at, end)
    at = end
    if (frames.includes(marker)) {
      if (framed || !isSmall(segment)) return null
      framed = true
    } else if (marker === startOfScan) {
      if (!framed) return null
      scanned = true
      at = scanEnd(bytes, end)
      kept.push(segment, bytes.subarray(end, at))
      continue
    } else if (!tables.includes(marker)) {
      if (!isApplication(marker) && marker !== comment) return null
      if (!isNeeded(marker, segment)) continue
    }
    kept.push(segment)
  }
  return null
}

const lengthAt = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

/** Height and width stand in a frame's header after its precision. */
function isSmall(frame: Uint8Array): boolean {
  const sides = [lengthAt(frame, 5), lengthAt(frame, 7)]
  return sides.every((side) => side > 0 && side <= longestSide)
}

/** The coded picture goes on until a marker that is neither a stuffed zero nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && !isRestart(next)) return at
    at++
  }
  return at
}

/** How the colours are meant, which says nothing about anybody: a JFIF header without a thumbnail, and Adobe's of twelve bytes. */
function isNeeded(marker: number, segment: Uint8Array): boolean {
  const word = String.fromCharCode(...segment.subarray(4, 9))
  if (marker === 0xe0) return word === 'JFIF\0' && segment.length === 18
  return marker === 0xee && word === 'Adobe' && segment.length === 16
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
