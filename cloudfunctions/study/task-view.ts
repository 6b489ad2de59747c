import { toMoment, toMomentOrNull } from '../kernel/clock'
import type { ProgressRow } from './reading-queries'
import type { ShownRow } from './task-queries'

/** A task as it travels. */
export const toShown = <Row extends ShownRow>(row: Row) => ({ ...row, dueAt: toMoment(row.dueAt) })

export const toProgress = <Row extends ProgressRow>(row: Row) => ({ ...row, doneAt: toMomentOrNull(row.doneAt) })
