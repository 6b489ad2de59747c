import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { beat, beatEvery } from '../../cloudfunctions/study/contract'
import { call } from '../platform/call'
import { isVisible } from '../platform/visible'
import { useEvery } from '../ui/use-every'

/** Tells the server that the material is looked at; what it counted, and whether it heard us last. */
export function useBeats(taskId: string, active: boolean): { seconds: number | undefined; doneAt: string | null; heard: boolean } {
  const [counted, setCounted] = useState<{ seconds?: number; doneAt: string | null; heard: boolean }>({ doneAt: null, heard: true })
  // The time before is unknown: the page was hidden, or the last beat was not heard.
  const begins = useRef(true)
  const sending = useRef(false)
  const send = async () => {
    if (!isVisible()) begins.current = true
    if (sending.current || !isVisible()) return
    sending.current = true
    try {
      const { seconds, doneAt } = await call(beat, { taskId, begins: begins.current })
      begins.current = false
      setCounted({ seconds, doneAt, heard: true })
    } catch {
      begins.current = true
      setCounted((before) => ({ ...before, heard: false }))
    } finally {
      sending.current = false
    }
  }
  useDidHide(() => {
    begins.current = true
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once, when there is something to read.
  useEffect(() => {
    if (active) void send()
  }, [taskId, active])
  useEvery(beatEvery * 1000, active, () => void send())
  return { seconds: counted.seconds, doneAt: counted.doneAt, heard: counted.heard }
}
