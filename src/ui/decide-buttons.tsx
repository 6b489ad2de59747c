import { DecideItem } from './decide-item'

interface DecideButtonsProps {
  submissionId: string
  /** Usual reasons to give it back. */
  reasons: readonly string[]
  onDecided: () => void
}

/** What was put before the branch is approved in one tap, or given back with a reason. */
export const DecideButtons = ({ submissionId, ...props }: DecideButtonsProps) => (
  <DecideItem item={{ kind: 'submission', submissionId }} {...props} />
)
