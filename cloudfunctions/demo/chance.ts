import { createHash } from 'node:crypto'
import { v7 } from 'uuid'

/** The demo must look the same on every machine, so what elsewhere is random follows here from a readable key. */

/** A number in [0, 1) for a key: FNV-1a with the finisher of MurmurHash3, so that similar keys lie far apart. */
export function chance(key: string): number {
  let hash = 0x811c9dc5
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** A whole number between two bounds, both possible. */
export const between = (key: string, least: number, most: number) => least + Math.floor(chance(key) * (most - least + 1))

export type Choices<T> = readonly [T, ...T[]]

export const choose = <T>(key: string, choices: Choices<T>): T => choices[Math.floor(chance(key) * choices.length)] ?? choices[0]

/** A UUIDv7 as it would have been made at that moment: lists ordered by id keep the order of creation. */
export const idOf = (key: string, at: Date) => v7({ msecs: at.getTime(), random: createHash('sha256').update(key).digest() })
