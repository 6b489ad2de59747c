import { useRef, useState } from 'react'
import type { Action, InputOf, OutputOf } from '../../cloudfunctions/kernel/contract'
import { CallError, call } from '../platform/call'
import { newRequestId } from '../platform/request-id'

export interface Submit<A extends Action> {
  /** Sends once, however often it is tapped; answers the data, or undefined when it was refused. */
  submit: (input: InputOf<A>) => Promise<OutputOf<A> | undefined>
  busy: boolean
  error: CallError | undefined
}

/** Sends a write. Until an answer comes, sending the same again is the same request, so nothing is done twice. */
export function useSubmit<A extends Action>(action: A): Submit<A> {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError>()
  const sending = useRef(false)
  const unanswered = useRef<{ text: string; requestId: string }>()

  const submit = async (input: InputOf<A>) => {
    if (sending.current) return undefined
    sending.current = true
    setBusy(true)
    setError(undefined)
    const text = JSON.stringify(input)
    if (unanswered.current?.text !== text) unanswered.current = { text, requestId: newRequestId() }
    try {
      const data = await call(action, { ...input, requestId: unanswered.current.requestId })
      unanswered.current = undefined
      return data
    } catch (reason) {
      const refused = reason instanceof CallError ? reason : new CallError('INTERNAL', '页面出现问题，请稍后再试')
      if (!refused.offline) unanswered.current = undefined
      setError(refused)
      return undefined
    } finally {
      sending.current = false
      setBusy(false)
    }
  }
  return { submit, busy, error }
}
