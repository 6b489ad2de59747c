import { Text } from '@tarojs/components'
import { useState } from 'react'
import { bindByPhone, signInByWechat } from '../../../cloudfunctions/organisation/wechat-contract'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { PhoneNumberButton } from '../../ui/phone-number-button'
import { Toggle } from '../../ui/toggle'
import { useSubmit } from '../../ui/use-submit'
import type { WechatFirstProps } from './wechat-first.h5'

/** One tap for whoever is bound, the number on the roster for whoever is not yet, and the other ways behind a button. */
export function WechatFirst({ consent, agreed, onReminded, onSignedIn, remember, onRemember, children }: WechatFirstProps) {
  const [otherWays, setOtherWays] = useState(false)
  const [declined, setDeclined] = useState(false)
  const tapped = useSubmit(signInByWechat)
  const binding = useSubmit(bindByPhone)
  const isNew = tapped.error?.code === 'NOT_BOUND'
  const error = isNew ? binding.error : tapped.error

  const enter = async () => {
    if (!agreed) return onReminded()
    const started = await tapped.submit({})
    if (started) onSignedIn(started)
  }
  const bind = async (code: string | undefined) => {
    setDeclined(!code)
    const started = code && (await binding.submit({ code }))
    if (started) onSignedIn(started)
  }

  if (otherWays) {
    return (
      <>
        <Toggle label="以后用微信登录" hint="登录后绑定当前微信，可在“我的”里解除" on={remember} onChange={onRemember} />
        {children(consent)}
        <Button onClick={() => setOtherWays(false)}>返回微信登录</Button>
      </>
    )
  }
  return (
    <>
      {isNew && <Text className="sign-in__hint">这个微信还没有绑定。请用登记在名册里的手机号确认身份，只需一次。</Text>}
      {declined && <Notice tone="warning">没有取得手机号，可以再点一次，或用其他方式登录。</Notice>}
      {error && <Notice tone="warning">{error.message}</Notice>}
      {consent}
      {!isNew ? (
        <Button kind="main" busy={tapped.busy} onClick={() => void enter()}>
          微信登录
        </Button>
      ) : agreed ? (
        <PhoneNumberButton busy={binding.busy} onAnswer={(code) => void bind(code)}>
          用手机号确认身份
        </PhoneNumberButton>
      ) : (
        <Button kind="main" onClick={onReminded}>
          用手机号确认身份
        </Button>
      )}
      <Button onClick={() => setOtherWays(true)}>用户名登录，或首次登录</Button>
    </>
  )
}
