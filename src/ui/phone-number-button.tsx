import type { ReactNode } from 'react'
import { AtButton } from 'taro-ui'
import './button.scss'

interface PhoneNumberButtonProps {
  children: ReactNode
  busy?: boolean
  /** What the server asks WeChat for the number with; undefined when the person did not agree to give it. */
  onAnswer: (code: string | undefined) => void
}

/** Only in WeChat: asks the person for their number. The number itself never comes here, only a code that works once. */
export function PhoneNumberButton({ children, busy = false, onAnswer }: PhoneNumberButtonProps) {
  return (
    <AtButton
      className="button button--main"
      type="primary"
      loading={busy}
      disabled={busy}
      openType="getPhoneNumber"
      onGetPhoneNumber={(event: { detail: { code?: string } }) => onAnswer(event.detail.code || undefined)}
    >
      {children}
    </AtButton>
  )
}
