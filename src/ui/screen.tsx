import { Text, View } from '@tarojs/components'
import { getCurrentInstance } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { elderMode } from '../platform/elder-mode'
import { useOnline } from '../platform/network'
import { pages, replaceWith } from '../platform/pages'
import { session } from '../platform/session'
import { Header } from './header'
import './screen.scss'

interface ScreenProps {
  title: string
  children: ReactNode
  /** A tab page has nowhere to go back to. */
  tab?: boolean
  /** Sign-in and check-in are shown to everyone. */
  open?: boolean
  /** One main action, always within reach of the thumb. */
  footer?: ReactNode
  /** Uses the whole width of a projector. */
  wide?: boolean
}

/** The frame of every page: header, elder mode, what to know about the network, and who may see it. */
export function Screen({ title, children, tab = false, open = false, footer, wide = false }: ScreenProps) {
  const elder = elderMode.use()
  const online = useOnline()
  const signedIn = session.use() !== null
  const shown = open || signedIn
  useEffect(() => {
    if (!shown) replaceWith(pages.signIn(currentAddress()))
  }, [shown])

  return (
    <View
      className={`screen${elder ? ' screen--elder' : ''}${tab ? ' screen--tab' : ''}${footer ? ' screen--footed' : ''}${wide ? ' screen--wide' : ''}`}
    >
      <Header title={title} back={!tab} />
      {!online && (
        <View className="screen__offline">
          <Text>网络已断开。已显示的内容可能不是最新，联网后会自动更新。</Text>
        </View>
      )}
      <View className="screen__body">{shown && children}</View>
      {shown && footer && <View className="screen__footer">{footer}</View>}
    </View>
  )
}

/** This page with its query, to return to after signing in. */
function currentAddress(): string | undefined {
  const { router } = getCurrentInstance()
  if (!router) return undefined
  const { path, params } = router
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'stamp' && !name.startsWith('$') ? [`${name}=${encodeURIComponent(value)}`] : [],
  )
  const page = path.split('?')[0] ?? ''
  return pairs.length ? `${page}?${pairs.join('&')}` : page
}
