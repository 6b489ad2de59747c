import { sql } from 'kysely'
import { sha256 } from './ids'

const mark = '/* plan once */'

/**
 * Begins a statement whose plan costs more than its work: each connection plans it once and from then on only runs it.
 * Its text must be the same at each use, since each text is kept as long as the connection.
 * A pooler in between must know prepared statements (PgBouncer does since 1.21).
 */
export const planOnce = sql.raw(mark)

/** The statement as a connection asks it: where it is marked, under a name that belongs to its text alone. */
export const asPlanned = (text: unknown): unknown =>
  typeof text === 'string' && text.startsWith(mark) ? { name: sha256(text), text } : text
