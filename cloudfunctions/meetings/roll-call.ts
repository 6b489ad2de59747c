/**
 * Whom to call: everyone flagged, and `count` others drawn at random among those who arrived.
 * `random` gives numbers in [0, 1).
 */
export function draw<Person extends { flagged: boolean }>(arrived: readonly Person[], random: () => number, count = 3): Person[] {
  const flagged = arrived.filter((person) => person.flagged)
  const others = arrived.filter((person) => !person.flagged)
  const drawn: Person[] = []
  while (drawn.length < count && others.length) drawn.push(...others.splice(Math.floor(random() * others.length), 1))
  return [...flagged, ...drawn]
}
