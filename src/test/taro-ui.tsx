import type { ReactNode } from 'react'

interface ButtonProps {
  children?: ReactNode
  className?: string
  loading?: boolean
  disabled?: boolean
  onClick?: () => void
}

/** Like the real one, it does nothing while disabled. */
export const AtButton = ({ children, className, loading, disabled, onClick }: ButtonProps) => (
  <button type="button" className={className} aria-busy={loading} disabled={disabled} onClick={onClick}>
    {children}
  </button>
)

interface FloatLayoutProps {
  children?: ReactNode
  title?: string
  isOpened: boolean
  onClose?: () => void
}

/** Like the real one, its children are there also while it is closed. */
export const AtFloatLayout = ({ children, title, isOpened, onClose }: FloatLayoutProps) => (
  <div hidden={!isOpened}>
    <span>{title}</span>
    <button type="button" aria-label="关闭" onClick={onClose} />
    {children}
  </div>
)
