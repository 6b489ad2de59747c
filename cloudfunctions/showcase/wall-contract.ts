import { day, defineRead, id, line, z } from '../kernel/contract'
import { pledgeCategories, pledgeCategoryNames, projectKindNames, projectKinds, year } from './contract'

/** 亮栏: who everybody is, what they promised this year, and how far they are. */

/** How many people one answer brings. */
export const wallPage = 40

/** A category of pledges or a kind of project. */
export const wallKinds = [...pledgeCategories, ...projectKinds] as const
/** How somebody's pledges of the year stand, by the one that needs them most. */
export const wallProgress = ['none', 'under-way', 'due-soon', 'overdue', 'settled'] as const
/** Posts of the Party; the administrator's is none. */
const partyPosts = ['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline', 'group-leader', 'leader'] as const

export type WallKind = (typeof wallKinds)[number]
export type WallProgress = (typeof wallProgress)[number]

/**
 * Full and probationary members in the roster's order, a page at a time: of the whole organisation, or of a unit with everything below
 * it. `kind`: who has published a pledge of this category, or has a project of this kind that was approved. `search`: in the name or
 * in its pinyin initials. Everything counted is of this year, in China. `next` is what to send as `after` for the page that follows.
 */
export const wall = defineRead({
  name: 'showcase.wall',
  input: {
    unitId: z.optional(id),
    kind: z.optional(z.enum(wallKinds)),
    progress: z.optional(z.enum(wallProgress)),
    search: z.optional(line(40)),
    after: z.optional(id),
  },
  output: {
    today: day,
    year,
    people: z.array(
      z.object({
        memberId: id,
        name: z.string(),
        unitName: z.string(),
        groupName: z.nullable(z.string()),
        /** As the branch confirmed it. */
        position: z.nullable(z.string()),
        posts: z.array(z.object({ unitName: z.string(), post: z.enum(partyPosts) })),
        badges: z.array(z.string()),
        /** A link that works for ten minutes at least. */
        photo: z.nullable(z.string()),
        /** `published` counts those that are settled as well; `mean` is how far they are on average, in percent. */
        pledges: z.object({ published: z.int(), settled: z.int(), mean: z.nullable(z.int()) }),
        progress: z.enum(wallProgress),
        projects: z.object({ running: z.int(), accepted: z.int() }),
        /** Verified by the branch. */
        performances: z.int(),
      }),
    ),
    next: z.nullable(id),
  },
})

export const wallKindNames: Record<WallKind, string> = { ...pledgeCategoryNames, other: '其他承诺', ...projectKindNames }
export const wallProgressNames: Record<WallProgress, string> = {
  none: '暂无承诺',
  'under-way': '践诺中',
  'due-soon': '即将到期',
  overdue: '已逾期',
  settled: '已有结果',
}
