import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { watchSight } from '../platform/watch-sight'

/** Rows that come and go together: few enough for one frame and for one small message to WeChat's page. */
const partSize = 20
/** Up to here everything is rendered: nothing would be gained. */
const short = 3 * partSize
/** More places than this would be a large message themselves: then a part has parts of its own. */
const mostParts = 50
const partsOfPart = 25

interface LongListProps<Item> {
  items: readonly Item[]
  /** A row with its `key`. */
  children: (item: Item) => ReactNode
}

/**
 * A list of any length. Only the parts in sight and their neighbours have rows; the others keep their place,
 * as high as they were when last seen, before that as high as rows of the least height. Knows nothing of what scrolls around it.
 */
export function LongList<Item>({ items, children }: LongListProps<Item>) {
  if (items.length <= short) return items.map(children)
  let size = partSize
  while (items.length > size * mostParts) size *= partsOfPart
  return (
    <Parts items={items} size={size} begun>
      {children}
    </Parts>
  )
}

interface PartsProps<Item> extends LongListProps<Item> {
  /** How many rows a part has. */
  size: number
  /** Its beginning is shown before it is known what is in sight. */
  begun: boolean
}

function Parts<Item>({ items, size, begun, children }: PartsProps<Item>) {
  // A selector for WeChat, which knows no colons in it.
  const name = `long-list-${useId().replaceAll(':', '')}`
  const count = Math.ceil(items.length / size)
  const [near, setNear] = useState<ReadonlySet<number>>(new Set(begun ? [0] : []))
  const heights = useRef(new Map<number, number>())

  useEffect(() => {
    const inSight = new Set<number>()
    heights.current.clear()
    setNear((before) => new Set([...before].filter((part) => part < count)))
    return watchSight(name, (news) => {
      for (const { id, inSight: seen, height } of news) {
        const part = Number(id.slice(name.length + 1))
        if (seen) inSight.add(part)
        else if (inSight.delete(part)) heights.current.set(part, height)
      }
      // A list that is left stays as it was, so that whoever comes back finds its rows.
      if (inSight.size) setNear(new Set(inSight))
    })
  }, [name, count])

  const isShown = (part: number) => [part - 1, part, part + 1].some((each) => near.has(each))
  return Array.from({ length: count }, (_, part) => part).map((part) => {
    const own = items.slice(part * size, (part + 1) * size)
    const shown = isShown(part)
    return (
      <View
        key={part}
        id={`${name}-${part}`}
        className={`long-list__part ${name}`}
        {...(!shown && { style: { height: placeOf(own.length, heights.current.get(part)) }, 'aria-hidden': true })}
      >
        {shown && size === partSize && own.map(children)}
        {shown && size > partSize && (
          <Parts items={own} size={size / partsOfPart} begun={near.has(part)}>
            {children}
          </Parts>
        )}
      </View>
    )
  })
}

/** As high as it was, else as its rows are at least. */
const placeOf = (rows: number, height: number | undefined) => (height ? `${height}px` : `calc(var(--target) * ${rows})`)
