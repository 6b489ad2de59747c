/** The arithmetic of tokens needs whole numbers of any size, which systems before iOS 14 do not have. */
export const canRate = () => typeof BigInt === 'function'

/** Loaded when first used: where BigInt is missing, loading it fails, and the page could not even say so. */
export const ballotArithmetic = (): typeof import('../../cloudfunctions/reviews/ballot-token') =>
  require('../../cloudfunctions/reviews/ballot-token')
