/** Most meetings kept; the one kept longest makes room. */
const most = 10_000

/**
 * The meetings this process has seen open, so that a hall that scans at once looks its meeting up once and not each time.
 * Nothing here can be wrong in a way that counts: title, start and secret stay as they are once a meeting is open,
 * and all that can still happen to it is its close, which freezes its lines, and a frozen line does not change.
 */
export function openMeetings<Meeting extends { state: string }>() {
  const kept = new Map<string, Meeting>()
  const keyOf = (orgId: string, tag: string) => `${orgId} ${tag}`
  return {
    find: (orgId: string, tag: string) => kept.get(keyOf(orgId, tag)),
    /** Takes note of what a look found, and hands it on; a meeting that is not open is not kept. */
    keep(orgId: string, tag: string, found: Meeting | null): Meeting | null {
      const key = keyOf(orgId, tag)
      kept.delete(key)
      if (found?.state !== 'open') return found
      kept.set(key, found)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest) kept.delete(oldest)
      return found
    },
  }
}
