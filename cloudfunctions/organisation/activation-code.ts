/** Ten characters that cannot be mistaken for one another when read from paper (no 0 O 1 I L). */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 10

export const activationDays = 14

/** Turns random bytes (at least 64) into a code such as `7KQ4M-2XHVP`; 31^10 possibilities. */
export function formatActivationCode(random: Uint8Array): string {
  // Bytes beyond the last full multiple of 31 are skipped: every character stays equally likely.
  const fair = [...random].filter((byte) => byte < 248).slice(0, length)
  if (fair.length < length) throw new RangeError('too few random bytes')
  const text = fair.map((byte) => alphabet[byte % alphabet.length]).join('')
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

/** What people type back: spaces, dashes and lower case do not matter. */
export const normalizeActivationCode = (typed: string) => typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
