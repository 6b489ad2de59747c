import { useRef, useState } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { confirmImport, previewImport } from '../../../../cloudfunctions/roster/contract'
import { CallError, call } from '../../../platform/call'
import { session } from '../../../platform/session'
import { storedState } from '../../../platform/stored-state'
import { uploadWorkbook } from '../../../platform/workbooks'

export type Preview = OutputOf<typeof previewImport>
export type Progress = OutputOf<typeof confirmImport>

export type Stage =
  | { name: 'choosing' }
  | { name: 'reading' }
  | { name: 'shown'; preview: Preview }
  | { name: 'importing'; preview: Preview; progress: Progress | undefined }
  | { name: 'done'; preview: Preview; progress: Progress }

/** The last import from here that added people: its codes can be fetched after the page was left, by whoever imported. */
export const lastImport = storedState<{ importId: string; by: string | undefined } | null>('last.roster-import', null)

/** An import from the file to its end. What was interrupted goes on where the server is. */
export function useImport() {
  const [stage, setStage] = useState<Stage>({ name: 'choosing' })
  const [error, setError] = useState<CallError>()
  const working = useRef(false)

  const once = async (work: () => Promise<void>, instead: () => void) => {
    if (working.current) return
    working.current = true
    setError(undefined)
    try {
      await work()
    } catch (reason) {
      setError(reason instanceof CallError ? reason : new CallError('INTERNAL', '页面出现问题，请稍后再试'))
      instead()
    } finally {
      working.current = false
    }
  }

  const choose = () =>
    once(
      async () => {
        const fileId = await uploadWorkbook(() => setStage({ name: 'reading' }))
        if (fileId) setStage({ name: 'shown', preview: await call(previewImport, { fileId }) })
      },
      () => setStage({ name: 'choosing' }),
    )

  const confirm = (preview: Preview) =>
    once(
      async () => {
        setStage({ name: 'importing', preview, progress: undefined })
        for (;;) {
          const progress = await call(confirmImport, { importId: preview.importId, hash: preview.hash })
          if (progress.finished && progress.added) lastImport.set({ importId: preview.importId, by: session.get()?.me.id })
          if (progress.finished) return setStage({ name: 'done', preview, progress })
          setStage({ name: 'importing', preview, progress })
        }
      },
      () => setStage({ name: 'shown', preview }),
    )

  return { stage, error, choose: () => void choose(), confirm: (preview: Preview) => void confirm(preview) }
}
