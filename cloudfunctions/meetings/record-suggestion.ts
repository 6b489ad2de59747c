import type { AttendanceState } from './contract'

/** The agenda's items as headings with room below each, so that only the discussion has to be written. */
export function headingsOf(agenda: string): string {
  const items = agenda
    .split('\n')
    .map((item) => item.trim())
    .filter(Boolean)
  return items.map((item) => `${item}\n`).join('\n')
}

interface Officer {
  id: string
  name: string
  state: AttendanceState | null
}

/** Who presides, as far as can be guessed: the first of the unit's officers who came, in the order of their posts. */
export function likelyChair(officers: readonly Officer[]): { id: string; name: string } | null {
  const chair = officers.find(({ state }) => state === 'present' || state === 'late') ?? officers[0]
  return chair ? { id: chair.id, name: chair.name } : null
}
