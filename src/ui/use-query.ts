import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Action, InputOf, OutputOf } from '../../cloudfunctions/kernel/contract'
import { CallError, call } from '../platform/call'
import { onOnline } from '../platform/network'
import { session } from '../platform/session'
import { readStored, writeStored } from '../platform/stored-state'

export interface Query<Data> {
  /** The last answer, also while a newer one is under way or could not be had. */
  data: Data | undefined
  error: CallError | undefined
  loading: boolean
  reload: () => void
}

interface Options {
  /** Remember the last answer on the phone, so that the page has something to show without network. */
  keep?: boolean
}

/** Asks for a read, again when its input changes, the page shows again or the network returns. No input: not asked yet. */
export function useQuery<A extends Action>(action: A, input: InputOf<A> | undefined, { keep = false }: Options = {}): Query<OutputOf<A>> {
  type Data = OutputOf<A>
  // What one member was shown is never shown to the next one who signs in on this phone.
  const whose = session.use()?.me.id
  const text = input && JSON.stringify(input)
  const key = text && `${whose} ${action.name} ${text}`
  const [answer, setAnswer] = useState<{ key: string | undefined; data?: Data; error?: CallError }>({ key: undefined })
  const [loading, setLoading] = useState(false)
  const asked = useRef({ number: 0, at: 0 })

  const reload = useCallback(() => {
    if (!text) return
    const number = asked.current.number + 1
    asked.current = { number, at: Date.now() }
    setLoading(true)
    const settle = (next: { data?: Data; error?: CallError }) => {
      if (asked.current.number !== number) return
      setLoading(false)
      setAnswer((last) => ({ key, data: last.key === key ? last.data : undefined, ...next }))
    }
    call(action, JSON.parse(text))
      .then((data) => {
        settle({ data, error: undefined })
        if (keep && session.get()?.me.id === whose) writeStored(`last.${key}`, data)
      })
      .catch((error) => settle({ error: error instanceof CallError ? error : new CallError('INTERNAL', '页面出现问题，请稍后再试') }))
  }, [action, key, text, whose, keep])

  useEffect(() => {
    if (keep && key) setAnswer({ key, data: readStored<Data>(`last.${key}`) })
    reload()
  }, [reload, keep, key])
  useEffect(() => onOnline(reload), [reload])
  useDidShow(() => {
    if (asked.current.at && Date.now() - asked.current.at > 1000) reload()
  })

  const current = answer.key === key ? answer : undefined
  return { data: current?.data, error: current?.error, loading: loading || (key !== undefined && !current), reload }
}
