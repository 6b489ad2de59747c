import type { ReactNode } from 'react'
import { phone } from './phone'

interface ButtonProps {
  children?: ReactNode
  className?: string
  loading?: boolean
  disabled?: boolean
  onClick?: () => void
  openType?: 'getPhoneNumber'
  onGetPhoneNumber?: (event: { detail: { errMsg: string; code?: string } }) => void
}

/** Like the real one, it does nothing while disabled; where it asks for the number, WeChat answers with what the phone gives. */
export const AtButton = ({ children, className, loading, disabled, onClick, openType, onGetPhoneNumber }: ButtonProps) => (
  <button
    type="button"
    className={className}
    aria-busy={loading}
    disabled={disabled}
    onClick={openType ? () => onGetPhoneNumber?.({ detail: phone.numberAnswer }) : onClick}
  >
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
