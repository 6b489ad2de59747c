import { type Fingerprint, fingerprintsOf, type Plain, plainOf, shingle, shingleHashes, surelyFound } from './fingerprints'

/** A stretch of a text that stands in another one, too: from, until, in UTF-16 units of the text as it was written. */
export interface Passage {
  from: number
  until: number
}

export interface Likeness {
  passages: Passage[]
  /** How much of the text they make up, in percent of the characters that count. */
  percent: number
}

/** No set phrase is as long as this, in characters that count. */
const longestPhrase = 80

/**
 * What a text has word for word from another one, in runs of `surelyFound` characters at least, punctuation and blanks aside.
 * A short run that holds nothing but set phrases is no sign of copying: `common` are the fingerprints many texts have.
 */
export function passagesShared(text: string, other: string, common: ReadonlySet<number>): Likeness {
  const [mine, theirs] = [plainOf(text), plainOf(other)]
  const telling = fingerprintsOf(mine).filter(({ hash }) => !common.has(hash))
  const runs = sharedRuns(mine, theirs).filter((run) => lengthOf(run) >= longestPhrase || telling.some((each) => isWithin(each, run)))
  const shared = runs.reduce((sum, run) => sum + lengthOf(run), 0)
  return {
    passages: runs.map(({ from, until }) => ({ from: mine.places[from] ?? 0, until: endOf(text, mine.places[until - 1] ?? 0) })),
    percent: mine.units.length ? Math.round((shared / mine.units.length) * 100) : 0,
  }
}

const lengthOf = ({ from, until }: Passage) => until - from

const endOf = (text: string, place: number) => place + ((text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1)

const isWithin = ({ at }: Fingerprint, { from, until }: Passage) => at >= from && at + shingle <= until

/** The longest runs from the left, none overlapping, in characters that count. */
function sharedRuns(mine: Plain, theirs: Plain): Passage[] {
  const places = placesOf(shingleHashes(theirs.units))
  const hashes = shingleHashes(mine.units)
  const runs: Passage[] = []
  for (let from = 0; from < hashes.length; ) {
    const longest = (places.get(hashes[from] ?? 0) ?? []).reduce((most, at) => Math.max(most, runLength(mine, from, theirs, at)), 0)
    if (longest < surelyFound) {
      from++
      continue
    }
    runs.push({ from, until: from + longest })
    from += longest
  }
  return runs
}

/** A hash that stands in a text very often is looked up at its first places only: there is nothing to learn from the others. */
const mostPlaces = 20

function placesOf(hashes: readonly number[]): Map<number, number[]> {
  const places = new Map<number, number[]>()
  hashes.forEach((hash, at) => {
    const known = places.get(hash)
    if (!known) places.set(hash, [at])
    else if (known.length < mostPlaces) known.push(at)
  })
  return places
}

function runLength(mine: Plain, from: number, theirs: Plain, at: number): number {
  let length = 0
  while (from + length < mine.units.length && mine.units[from + length] === theirs.units[at + length]) length++
  return length
}
