import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { InputOf, OutputOf } from '../../../cloudfunctions/kernel/contract'
import { wall } from '../../../cloudfunctions/showcase/wall-contract'
import { CallError, call } from '../../platform/call'
import { useQuery } from '../../ui/use-query'

export type WallFilter = Omit<InputOf<typeof wall>, 'after'>
export type WallPage = OutputOf<typeof wall>
export type WallLine = WallPage['people'][number]

interface Further {
  /** What the first page said comes next: another answer begins anew. */
  from: string | null
  key: string
  pages: WallPage[]
  error?: CallError | undefined
}

/**
 * The wall as far as it was scrolled. The first page is a query like any other; those after it stay as long as they continue it, so
 * that whoever comes back finds their place. `opened` says whose page is about to be opened: their line is asked for again on return.
 */
export function useWall(filter: WallFilter | undefined) {
  const plain = filter !== undefined && !filter.kind && !filter.progress && !filter.search
  const first = useQuery(wall, filter, { keep: plain })
  const key = JSON.stringify(filter)
  const from = first.data?.next ?? null
  const [state, setState] = useState<Further>({ from: null, key, pages: [] })
  const further = state.from === from && state.key === key ? state : { from, key, pages: [] }
  const underWay = useRef<string>()
  const opened = useRef<string>()

  const last = further.pages[further.pages.length - 1]
  const next = last ? last.next : from

  const now = useRef({ from, key })
  now.current = { from, key }
  /** Takes an answer in, unless the wall is another one by now. */
  const settle = (change: (current: Further) => Further) => {
    if (now.current.from !== from || now.current.key !== key) return
    setState((current) => change(current.from === from && current.key === key ? current : { from, key, pages: [] }))
  }

  const more = () => {
    const place = `${key} ${next}`
    if (!filter || !next || underWay.current === place) return
    underWay.current = place
    call(wall, { ...filter, after: next })
      .then((page) => settle((current) => ({ ...current, pages: [...current.pages, page], error: undefined })))
      .catch((error) => settle((current) => ({ ...current, error: asCallError(error) })))
      .finally(() => {
        if (underWay.current === place) underWay.current = undefined
      })
  }

  useDidShow(() => {
    const whose = opened.current
    opened.current = undefined
    const index = further.pages.findIndex(({ people }) => people.some(({ memberId }) => memberId === whose))
    const after = index > 0 ? further.pages[index - 1]?.next : from
    if (index < 0 || !filter || !after) return
    call(wall, { ...filter, after })
      .then((page) => settle((current) => ({ ...current, pages: replaced(current.pages, index, page) })))
      // What is there stays there.
      .catch(() => {})
  })

  // What was asked for under another filter is nobody's any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the reason
  useEffect(() => {
    underWay.current = undefined
  }, [key])

  const people = first.data ? [...first.data.people, ...further.pages.flatMap((page) => page.people)] : []
  return {
    first,
    people,
    /** Whether there are more, what went wrong with the last ones asked for, and how to ask. */
    further: { left: next !== null, error: further.error, more },
    open: (memberId: string) => {
      opened.current = memberId
    },
  }
}

export type Wall = ReturnType<typeof useWall>

/** Where the page ends elsewhere now, those after it no longer follow. */
function replaced(pages: WallPage[], index: number, page: WallPage): WallPage[] {
  const before = pages.slice(0, index)
  return pages[index]?.next === page.next ? [...before, page, ...pages.slice(index + 1)] : [...before, page]
}

const asCallError = (error: unknown) => (error instanceof CallError ? error : new CallError('INTERNAL', '页面出现问题，请稍后再试'))
