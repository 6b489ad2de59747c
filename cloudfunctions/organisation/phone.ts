import { createHmac } from 'node:crypto'

/**
 * A mainland mobile number in the one form it is compared in, `+8613800138000`; undefined for anything else.
 * Blanks and dashes do not matter, nor whether the country's number stands before it.
 */
export function normalizePhone(typed: string): string | undefined {
  const digits = typed.trim().replace(/[\s-]/g, '')
  const [, number] = /^(?:\+?86|0086)?(1[3-9]\d{9})$/.exec(digits) ?? []
  return number && `+86${number}`
}

/** `138****8000`: enough to recognise one's own number, too little to call it. */
export const maskPhone = (number: string) => number.replace(/^\+86(\d{3})\d{4}(\d{4})$/, '$1****$2')

/**
 * What is kept of a number. There are so few numbers that an ordinary hash could be tried out whole in minutes;
 * without the key, which is not in the database, this one cannot.
 */
export const hashPhone = (number: string, key: string) => createHmac('sha256', key).update(`phone ${number}`).digest('base64url')

/** What is kept of a number: for recognising it, and for showing it. Without a key nobody is found by it. */
export interface KeptPhone {
  hash: string | null
  masked: string
}

export const keptPhone = (number: string, key: string | undefined): KeptPhone => ({
  hash: key ? hashPhone(number, key) : null,
  masked: maskPhone(number),
})
