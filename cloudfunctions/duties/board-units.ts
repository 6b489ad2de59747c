export interface BoardUnit {
  unitId: string
  kind: string
  parentId: string | null
}

/** The lines of a board: whole branches and committees; a group only for whoever answers for the group and not for its branch. */
export function boardUnits<Unit extends BoardUnit>(permitted: readonly Unit[]): Unit[] {
  const ids = new Set(permitted.map(({ unitId }) => unitId))
  return permitted.filter(({ kind, parentId }) => kind !== 'group' || !parentId || !ids.has(parentId))
}
