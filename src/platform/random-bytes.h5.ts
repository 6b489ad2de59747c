import type { RandomBytes } from '../../cloudfunctions/reviews/ballot-token'

/** A source of random bytes nobody can guess; on WeChat of at most `_most` together, so both ask the same way. */
export const prepareRandom = async (_most: number): Promise<RandomBytes> => randomBytes

const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count))
