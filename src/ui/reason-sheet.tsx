import { type ReactNode, useState } from 'react'
import type { CallError } from '../platform/call'
import { Button } from './button'
import { Notice } from './notice'
import { ReasonField } from './reason-field'
import { Sheet } from './sheet'

interface ReasonSheetProps {
  title: string
  opened: boolean
  onClose: () => void
  /** Kept by the page, so that closing the sheet loses nothing. */
  reason: string
  onReason: (reason: string) => void
  suggestions: readonly string[]
  action: string
  busy: boolean
  error: CallError | undefined
  onSubmit: () => void
  /** What will follow, said before it is done. */
  notice?: string
  /** What else there is to choose. */
  children?: ReactNode
}

/** Something that needs a reason and nothing else. */
export function ReasonSheet({ title, opened, onClose, notice, action, busy, error, onSubmit, children, ...field }: ReasonSheetProps) {
  const [tried, setTried] = useState(false)
  const missing = tried && !field.reason.trim() ? '请填写原因' : undefined
  const submit = () => {
    setTried(true)
    if (field.reason.trim()) onSubmit()
  }
  return (
    <Sheet title={title} opened={opened} onClose={onClose}>
      {notice && <Notice tone="warning">{notice}</Notice>}
      {children}
      <ReasonField value={field.reason} onChange={field.onReason} suggestions={field.suggestions} error={missing ?? error?.fields.reason} />
      {error && !error.fields.reason && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={submit}>
        {action}
      </Button>
    </Sheet>
  )
}
