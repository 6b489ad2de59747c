import { hash, randomBytes } from 'node:crypto'
import { v4, v5, v7 } from 'uuid'

/** UUIDv7: made here, so that no database sequence is needed, and ordered by time. */
export const newId = () => v7()

/** UUIDv4, for what must not say when it was made: a UUIDv7 holds the millisecond. */
export const newTimelessId = () => v4()

/** The same id for the same text (UUIDv5), so that a repeat meets its own row. */
export const idFrom = (text: string) => v5(text, 'b1a7c0de-5a11-4a29-8e0c-7c8d5e1f2a3b')

/** `bytes` random bytes as URL-safe text. */
export const newSecret = (bytes: number) => randomBytes(bytes).toString('base64url')

export const sha256 = (text: string) => hash('sha256', text, 'base64url')

/** Ids that come from outside (a token's first half) are compared with `uuid` columns; anything else would be an SQL error. */
export const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
