import type { CallError } from '../../platform/call'
import { Notice } from '../../ui/notice'

interface RefusalProps {
  error: CallError | undefined
  /** What to do without network. */
  offline: string
}

/** Why it was not done, and what to do next. */
export function Refusal({ error, offline }: RefusalProps) {
  if (!error) return null
  return <Notice tone="warning">{error.offline ? offline : (error.fields.counts ?? error.message)}</Notice>
}
