interface Standing {
  id: string
  parentId: string | null
}

export interface Branching<Unit> {
  unit: Unit
  /** From 0. */
  depth: number
}

/** The units with those above them first, each followed by its own; one whose parent is not among them stands at the top. */
export function asTree<Unit extends Standing>(units: readonly Unit[]): Branching<Unit>[] {
  const known = new Set(units.map(({ id }) => id))
  const below = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    const siblings = below.get(parent)
    if (siblings) siblings.push(unit)
    else below.set(parent, [unit])
  }
  const walk = (parent: string | null, depth: number): Branching<Unit>[] =>
    (below.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...walk(unit.id, depth + 1)])
  return walk(null, 0)
}
