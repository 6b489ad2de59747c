/** What may be given, in the order of the buttons. */
export const quickMarks = [100, 90, 80, 70, 60] as const
const step = 5
/** Where plus and minus begin on a criterion that has no mark yet. */
const middle = 80

/** A mark for each criterion; null where none was given yet. */
export type Given = readonly (number | null)[]

export const raised = (mark: number | null) => (mark === null ? middle : Math.min(100, mark + step))
export const lowered = (mark: number | null) => (mark === null ? middle : Math.max(0, mark - step))

export const isWhole = (given: Given): given is readonly number[] => given.every((mark) => mark !== null)

/** As many marks as there are criteria, whatever was kept. */
export const fitted = (given: Given | undefined, count: number): (number | null)[] =>
  Array.from({ length: count }, (_, index) => given?.[index] ?? null)
