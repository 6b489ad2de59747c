import type { Pledge } from '../../pledge-words'

export interface FormProps {
  pledge: Pledge
  /** Where what is typed is kept until it is sent. */
  draftKey: string
  /** It was sent. */
  onDone: () => void
  /** Later: what was typed stays. */
  onClose: () => void
}
