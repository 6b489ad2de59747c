import type { Me } from '../../platform/session'

const arranging = ['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline', 'group-leader']

/** Whether to offer scheduling; the server decides for each unit. */
export const mayArrange = ({ posts }: Me) => posts.some(({ post }) => arranging.includes(post))
