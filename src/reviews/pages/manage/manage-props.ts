import type { Round } from '../../words'

/** What each of an officer's doings needs. */
export interface ManageProps {
  meId: string
  round: Round
  onChanged: () => void
}
