import type { ReactNode } from 'react'
import { AtButton } from 'taro-ui'
import './button.scss'

interface ButtonProps {
  children: ReactNode
  onClick: () => void
  /** One main action a screen; the rest are plain, and what takes something away says so. */
  kind?: 'main' | 'plain' | 'danger'
  small?: boolean
  busy?: boolean
  disabled?: boolean
}

export function Button({ children, onClick, kind = 'plain', small = false, busy = false, disabled = false }: ButtonProps) {
  return (
    <AtButton
      className={`button button--${kind}${small ? ' button--small' : ''}`}
      type={kind === 'main' ? 'primary' : 'secondary'}
      loading={busy}
      disabled={disabled || busy}
      onClick={onClick}
    >
      {children}
    </AtButton>
  )
}
