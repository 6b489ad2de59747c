import type { ComponentType } from 'react'
import { IdentitySection } from './identity'
import { Performance } from './performance'
import { Pledges } from './pledges'
import { Projects } from './projects'
import { Words } from './words'

export interface SectionProps {
  memberId: string
}

interface Section {
  name: string
  /** Asks for what it shows by itself, so that one that fails takes none of the others along. */
  Section: ComponentType<SectionProps>
}

/** What the member page shows, in this order: 亮身份 · 亮承诺 · 亮绩效 · 示范项目 · 群众留言. */
export const sections: readonly Section[] = [
  { name: 'identity', Section: IdentitySection },
  { name: 'pledges', Section: Pledges },
  { name: 'performance', Section: Performance },
  { name: 'projects', Section: Projects },
  { name: 'words', Section: Words },
]
