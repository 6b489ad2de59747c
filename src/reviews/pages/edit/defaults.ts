import type { Template } from '../../../../cloudfunctions/reviews/contract'
import { calendarDate } from '../../../ui/time'

export interface Criterion {
  name: string
  /** As it was typed. */
  weight: string
}

const even = (names: string[]): Criterion[] => names.map((name) => ({ name, weight: '20' }))

/** What is rated where nothing else is said: of a person, and of a branch's year. */
export const usualCriteria = (template: Template): Criterion[] =>
  even(
    template === 'fusion'
      ? ['谋划部署', '组织落实', '党员作用', '业务实绩', '群众认可']
      : ['政治品德', '学习能力', '岗位履职', '服务群众', '廉洁自律'],
  )

/** 2026 年第四季度一评: what it is called until something is typed. */
export function usualTitle(template: Template, now: number): string {
  const [year, month] = calendarDate(now).split('-').map(Number)
  if (template === 'appraisal') return `${year} 年度民主评议党员`
  if (template === 'fusion') return `${year} 年度融合成效评议`
  const quarter = '一二三四'[Math.floor(((month ?? 1) - 1) / 3)]
  return `${year} 年第${quarter}季度一评`
}
