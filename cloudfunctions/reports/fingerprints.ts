/**
 * Fingerprints of a Chinese text by winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): of every stretch of `window` shingles
 * the smallest hash is kept. So two texts that share a run of `surelyFound` characters share a fingerprint, wherever the run stands, and a
 * tenth of all shingles is kept. MinHash and SimHash would tell how alike two whole texts are, and miss a page copied into a long one.
 */

/** Characters to a shingle: longer than most set phrases (提法), so that it takes more than one of them. */
export const shingle = 12
/** Shingles of which one is kept. */
export const window = 18
/** Every shared run as long as this, in characters that count, is found. */
export const surelyFound = shingle + window - 1

/** A text as it is compared: letters, digits and Han characters; each with its place in the text as it was written. */
export interface Plain {
  units: number[]
  places: number[]
}

const counts = /[\p{L}\p{N}]/u

/** Leaves out what copying changes first: blanks, punctuation, the width and case of letters. */
export function plainOf(text: string): Plain {
  const units: number[] = []
  const places: number[] = []
  let place = 0
  for (const character of text) {
    // One written character may stand for several, and several units of UTF-16 for one.
    for (const each of character.normalize('NFKC').toLowerCase()) {
      if (!counts.test(each)) continue
      units.push(each.codePointAt(0) ?? 0)
      places.push(place)
    }
    place += character.length
  }
  return { units, places }
}

export interface Fingerprint {
  /** A signed 32-bit integer. */
  hash: number
  /** Where its shingle begins, counted in characters that count. */
  at: number
}

/** The fingerprints of a text, in its order; none of one that is shorter than a shingle. */
export function fingerprintsOf({ units }: Plain): Fingerprint[] {
  const hashes = shingleHashes(units)
  const kept: Fingerprint[] = []
  let last = -1
  for (let from = 0; from + window <= Math.max(hashes.length, window) && from < hashes.length; from++) {
    let least = from
    // Of equal hashes the last: so a text of one character repeated keeps few.
    for (let at = from; at < Math.min(from + window, hashes.length); at++) if (hashAt(hashes, at) <= hashAt(hashes, least)) least = at
    if (least !== last) kept.push({ hash: hashAt(hashes, least), at: least })
    last = least
  }
  return kept
}

const hashAt = (hashes: readonly number[], at: number) => hashes[at] ?? 0

const base = 0x01000193

/** The hash of each shingle, by rolling: 32 bits, mixed so that the smallest is as good as random. */
export function shingleHashes(units: readonly number[]): number[] {
  const hashes: number[] = []
  let power = 1
  for (let step = 1; step < shingle; step++) power = Math.imul(power, base)
  let rolling = 0
  units.forEach((unit, at) => {
    if (at >= shingle) rolling = (rolling - Math.imul(units[at - shingle] ?? 0, power)) | 0
    rolling = (Math.imul(rolling, base) + unit) | 0
    if (at >= shingle - 1) hashes.push(mix(rolling))
  })
  return hashes
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
