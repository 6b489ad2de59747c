import { defineRead, z } from '../kernel/contract'

/**
 * How much waits that the caller may decide; 0 for whoever answers for nothing. Apart from the list, since the first page asks for it
 * and opens from a scan: it need not know what everything that may wait looks like.
 */
export const count = defineRead({ name: 'approvals.count', input: {}, output: { waiting: z.int() } })
