import { Choice } from '../../ui/field'

interface YearChoiceProps {
  /** There is something of. */
  years: readonly number[]
  /** Shown now. */
  year: number
  onYear: (year: number) => void
}

/** The years to look at, the latest first; nothing where there is one alone. */
export function YearChoice({ years, year, onYear }: YearChoiceProps) {
  const offered = [...new Set([...years, year])].sort((a, b) => b - a)
  if (offered.length < 2) return null
  const options = offered.map((each) => ({ value: `${each}`, text: `${each} 年` }))
  return <Choice options={options} value={`${year}`} onChange={(value) => onYear(Number(value))} />
}
