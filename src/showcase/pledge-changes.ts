import { type PledgeCategory, pledgeCategoryNames } from '../../cloudfunctions/showcase/contract'

/** The words of a pledge. */
export interface PledgeText {
  category: PledgeCategory
  text: string
  measure: string
  target: string
  dueOn: string
}

export interface Change {
  label: string
  from: string
  to: string
}

const labels = { category: '类别', text: '承诺', measure: '怎么衡量', target: '目标', dueOn: '完成日期' } as const
const fields = ['category', 'text', 'measure', 'target', 'dueOn'] as const

/** What another wording changes, field by field in the order people read them. */
export function changesOf(before: PledgeText, after: PledgeText): Change[] {
  return fields
    .filter((field) => shown(before, field) !== shown(after, field))
    .map((field) => ({ label: labels[field], from: shown(before, field), to: shown(after, field) }))
}

const shown = (text: PledgeText, field: (typeof fields)[number]) =>
  field === 'category' ? pledgeCategoryNames[text.category] : text[field].trim()
