import type { ReactNode } from 'react'
import type { Session } from '../../platform/session'

export interface WechatFirstProps {
  consent: ReactNode
  agreed: boolean
  /** The person tried to go on without consent. */
  onReminded: () => void
  onSignedIn: (started: Session) => void
  /** Bind this WeChat account once they have signed in another way. */
  remember: boolean
  onRemember: (remember: boolean) => void
  /** The other ways, with the consent where it belongs in them. */
  children: (consent: ReactNode) => ReactNode
}

/** In a browser there is no WeChat to sign in with: only the other ways. */
export const WechatFirst = ({ consent, children }: WechatFirstProps) => <>{children(consent)}</>
