import { claimEffects } from './claim-effects'
import type { Effects } from './effect'
import { performanceEffects } from './performance-effects'
import { pledgeEffects } from './pledge-effects'
import { projectEffects } from './project-effects'
import { wordEffects } from './word-effects'

/** What each decision does, by the kind of what was submitted. */
export const effects = { ...claimEffects, ...pledgeEffects, ...performanceEffects, ...projectEffects, ...wordEffects } as Effects
