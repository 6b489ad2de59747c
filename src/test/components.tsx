import type { CSSProperties, ReactNode } from 'react'

interface Props {
  children?: ReactNode
  className?: string
  style?: CSSProperties
  role?: string
  tabIndex?: number
  onClick?: () => void
}
interface Detail {
  detail: { value: string }
}
interface InputProps extends Props {
  value?: string
  placeholder?: string
  maxlength?: number
  password?: boolean
  onInput?: (event: Detail) => void
  onConfirm?: (event: Detail) => void
}

export const View = (props: Props) => <div {...props} />
export const Text = (props: Props) => <span {...props} />
export const Button = (props: Props) => <button type="button" {...props} />
export const ScrollView = ({ children, className }: Props) => <div className={className}>{children}</div>

interface ImageProps extends Props {
  src: string
  mode?: string
  lazyLoad?: boolean
  'aria-label'?: string
}
export const Image = ({ mode: _, lazyLoad: __, 'aria-label': label, ...props }: ImageProps) => <img alt={label ?? ''} {...props} />

/** Taro's inputs say what was typed in `detail.value`, and `confirm` for the enter key. */
export const Input = ({ maxlength, password, onInput, onConfirm, ...props }: InputProps) => (
  <input
    {...props}
    type={password ? 'password' : 'text'}
    maxLength={maxlength}
    onChange={({ target: { value } }) => onInput?.({ detail: { value } })}
    onKeyDown={({ key, currentTarget: { value } }) => key === 'Enter' && onConfirm?.({ detail: { value } })}
  />
)
export const Textarea = ({ maxlength, onInput, ...props }: InputProps) => (
  <textarea {...props} maxLength={maxlength} onChange={({ target: { value } }) => onInput?.({ detail: { value } })} />
)

interface PickerProps {
  mode: 'date' | 'time'
  value: string
  onChange: (event: Detail) => void
  children: ReactNode
}
/** The wheel is the browser's own field beside what is shown. */
export const Picker = ({ mode, value, onChange, children }: PickerProps) => (
  <div>
    {children}
    <input type={mode} value={value} onChange={(event) => onChange({ detail: { value: event.target.value } })} />
  </div>
)
