/** 学习: what is to be studied, by whom, by when; what counts is what the server saw. */

export const materialKinds = ['text', 'link', 'file', 'video', 'meeting'] as const
export const taskStates = ['draft', 'published', 'withdrawn'] as const

export type MaterialKind = (typeof materialKinds)[number]
export type TaskState = (typeof taskStates)[number]

/**
 * Hours of study a year: 32 for a member, 56 for a secretary or a member of the committee
 * (中国共产党党员教育管理工作条例, 2019: 党员每年集中学习培训时间一般不少于 32 学时，基层党组织书记和班子成员不少于 56 学时).
 */
export const yearlyHours = { member: 32, officer: 56 } as const
