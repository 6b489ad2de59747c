import { hash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** UUIDv7: made here, so that no database sequence is needed, and ordered by time. */
export const newId = () => v7()

/** `bytes` random bytes as URL-safe text. */
export const newSecret = (bytes: number) => randomBytes(bytes).toString('base64url')

export const sha256 = (text: string) => hash('sha256', text, 'base64url')

/** Ids that come from outside (a token's first half) are compared with `uuid` columns; anything else would be an SQL error. */
export const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
