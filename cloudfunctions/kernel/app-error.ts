import { type RefusalCode, refusals } from './refusals'

/** A refusal a person can act on. Anything else that is thrown becomes INTERNAL. */
export class AppError extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly fields?: Record<string, string>,
  ) {
    super(refusals[code])
    this.name = 'AppError'
  }
}
