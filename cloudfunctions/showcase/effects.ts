import { claimEffects } from './claim-effects'
import type { Effects } from './effect'

/** What each decision does, by the kind of what was submitted. */
export const effects = { ...claimEffects } as Effects
