import type { Me } from '../../platform/session'

const arranging = ['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline', 'group-leader']

/** Whether to offer the board of what branches owe; the server decides which branches. */
export const mayOverlook = ({ posts }: Me) => posts.some(({ post }) => post !== 'group-leader')

/** Whether to offer scheduling; the server decides for each unit. */
export const mayArrange = ({ posts }: Me) => posts.some(({ post }) => arranging.includes(post))
