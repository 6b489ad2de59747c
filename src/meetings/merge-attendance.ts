import type { Attendance } from '../platform/watching'

/** The list after news: whoever is in the news replaces themselves, the figures are the newest ones. */
export function merge(shown: Attendance | undefined, news: Attendance): Attendance {
  if (!shown) return news
  const changed = new Map(news.people.map((person) => [person.memberId, person]))
  const known = shown.people.map((person) => changed.get(person.memberId) ?? person)
  const before = new Set(shown.people.map(({ memberId }) => memberId))
  return { ...news, people: [...known, ...news.people.filter(({ memberId }) => !before.has(memberId))] }
}

/** Whether everyone the figures speak of is there. */
export const isWhole = ({ people, expected, invited }: Attendance): boolean => people.length === expected + invited

type Person = Attendance['people'][number]

/** Those who are in, the latest first. */
export const arrivals = ({ people }: Attendance): Person[] =>
  people.filter(({ state }) => state === 'present' || state === 'late').sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))
