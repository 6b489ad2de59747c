import { claimEffects } from './claim-effects'
import type { Effects } from './effect'
import { pledgeEffects } from './pledge-effects'

/** What each decision does, by the kind of what was submitted. */
export const effects = { ...claimEffects, ...pledgeEffects } as Effects
