import { useState } from 'react'
import { Stretch } from './stretch'

/** A unit's meetings, latest first, a stretch of 30 at a time. */
export function MeetingsOfUnit({ unitId, mayArrange }: { unitId: string; mayArrange: boolean }) {
  const [befores, setBefores] = useState<(string | undefined)[]>([undefined])
  return befores.map((before, index) => (
    <Stretch
      key={before ?? 'first'}
      unitId={unitId}
      before={before}
      isLast={index === befores.length - 1}
      onMore={(next) => setBefores([...befores, next])}
      mayArrange={mayArrange}
    />
  ))
}
