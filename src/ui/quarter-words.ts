const names = ['一季度', '二季度', '三季度', '四季度']

/** 四季度; `quarter` from 1. */
export const quarterName = (quarter: number) => names[quarter - 1] ?? ''

/** 2026 年四季度 */
export const yearAndQuarter = ({ year, quarter }: { year: number; quarter: number }) => `${year} 年${quarterName(quarter)}`
