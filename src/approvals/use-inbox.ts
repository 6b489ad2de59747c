import { useState } from 'react'
import { waiting } from '../../cloudfunctions/approvals/contract'
import type { InputOf, OutputOf } from '../../cloudfunctions/kernel/contract'
import { session } from '../platform/session'
import { type Query, useQuery } from '../ui/use-query'
import type { Item } from './item'

type Answer = OutputOf<typeof waiting>

export interface Inbox {
  query: Query<Answer>
  /** Without what was decided since the answer came. */
  items: Item[]
  /** Takes decided items out at once, and asks for what is there now. */
  drop: (keys: readonly string[]) => void
  /** Not the oldest any more. */
  further: boolean
  goOn: () => void
  goBack: () => void
}

/** What waits for me. What I decide leaves at once; the next answer of the server has the last word. */
export function useInbox(): Inbox {
  const signedIn = session.use() !== null
  const [after, setAfter] = useState<InputOf<typeof waiting>['after']>()
  const query = useQuery(waiting, signedIn ? { ...(after && { after }) } : undefined)
  const [gone, setGone] = useState<{ from: Answer | undefined; keys: ReadonlySet<string> }>()
  const { data } = query
  const decided = gone && gone.from === data ? gone.keys : undefined
  return {
    query,
    items: data ? data.items.filter(({ key }) => !decided?.has(key)) : [],
    drop: (keys) => {
      setGone({ from: data, keys: new Set([...(decided ?? []), ...keys]) })
      query.reload()
    },
    further: after !== undefined,
    goOn: () => {
      const last = data?.items[data.items.length - 1]
      if (last) setAfter({ at: last.at, key: last.key })
    },
    goBack: () => setAfter(undefined),
  }
}
