import type { InputOf, OutputOf } from '../../../../cloudfunctions/kernel/contract'
import type { performanceSubjects, savePerformance } from '../../../../cloudfunctions/showcase/performance-contract'
import type { EvidenceItem } from '../../../ui/evidence-item'
import type { Performance } from '../../performance-words'

export type Choices = OutputOf<typeof performanceSubjects>
export type Subject = Choices['subjects'][number]['about']
export type Written = Omit<InputOf<typeof savePerformance>, 'performanceId' | 'requestId' | 'evidence'>

/** An entry while it is written. */
export interface Fields {
  /** `2026/4` */
  when: string
  /** Of `keyOf`. */
  about: string | undefined
  text: string
  value: string
  unit: string
  evidence: EvidenceItem[]
}

export const keyOf = (about: Subject) => (about.kind === 'pledge' ? about.pledgeId : about.projectId)
export const whenOf = ({ year, quarter }: { year: number; quarter: number }) => `${year}/${quarter}`

/** A new entry is about this quarter, and about the only thing it can be about. */
export function initialOf({ quarters, subjects }: Choices, entry?: Performance): Fields {
  if (entry) {
    const { about, text, figure, evidence } = entry
    return { when: whenOf(entry), about: keyOf(about), text, value: figure?.value ?? '', unit: figure?.unit ?? '', evidence }
  }
  const [latest] = quarters
  const [only, ...others] = subjects
  const about = only && others.length === 0 ? keyOf(only.about) : undefined
  return { when: latest ? whenOf(latest) : '', about, text: '', value: '', unit: '', evidence: [] }
}

/** As the server takes it: a Chinese keyboard's full-width digits, and commas between thousands, are read as they are meant. */
export const plainNumber = (typed: string) => typed.normalize('NFKC').replace(/[,，\s]/g, '')

const decimal = /^\d{1,12}(?:\.\d{1,4})?$/

export type Missing = Partial<Record<'about' | 'text' | 'value' | 'unit', string>>

/** What is missing or wrong, said without asking the server. A figure has its unit, or there is none. */
export function missingOf({ about, text, value, unit }: Fields): Missing {
  const number = plainNumber(value)
  return {
    ...(!about && { about: '请选择对应的承诺或项目' }),
    ...(!text.trim() && { text: '请写明做成了什么' }),
    ...(number && !decimal.test(number) && { value: '请填写数字，小数点后最多 4 位' }),
    ...(!number && unit.trim() && { value: '请填写数字，没有数字就不填单位' }),
    ...(number && !unit.trim() && { unit: '请填写单位' }),
  }
}

/** What is sent of it; only of fields that miss nothing. */
export function writtenOf({ when, about, text, value, unit }: Fields, subjects: readonly Subject[]): Written | undefined {
  const [year = 0, quarter = 0] = when.split('/').map(Number)
  const subject = subjects.find((each) => keyOf(each) === about)
  if (!subject) return undefined
  const number = plainNumber(value)
  return {
    ...{ year, quarter, text },
    about: subject.kind === 'pledge' ? { kind: 'pledge', pledgeId: subject.pledgeId } : { kind: 'project', projectId: subject.projectId },
    ...(number && { figure: { value: number, unit } }),
  }
}
