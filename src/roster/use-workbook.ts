import { useRef, useState } from 'react'
import type { InputOf } from '../../cloudfunctions/kernel/contract'
import type { exportAll, exportUnit, issueCodes, template } from '../../cloudfunctions/roster/contract'
import { CallError, call } from '../platform/call'
import { say } from '../platform/notice'
import { cannotSave, saveWorkbook } from '../platform/workbooks'

/** Asks for a workbook and hands it to the person, once however often it is tapped. */
export function useWorkbook<A extends typeof exportAll | typeof exportUnit | typeof issueCodes | typeof template>(action: A) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError>()
  const asking = useRef(false)
  const take = async (input: InputOf<A>) => {
    if (asking.current) return
    asking.current = true
    setBusy(true)
    setError(undefined)
    try {
      const { name, base64 } = await call(action, input)
      say((await saveWorkbook(name, base64)) ?? cannotSave)
    } catch (reason) {
      setError(reason instanceof CallError ? reason : new CallError('INTERNAL', '页面出现问题，请稍后再试'))
    } finally {
      asking.current = false
      setBusy(false)
    }
  }
  return { take, busy, error }
}
