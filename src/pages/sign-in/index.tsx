import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { activate, signIn, welcome } from '../../../cloudfunctions/organisation/contract'
import { bindWechat } from '../../../cloudfunctions/organisation/wechat-contract'
import { keptScans, leaveToItsPage } from '../../check-in/kept-scans'
import { say } from '../../platform/notice'
import { fromAddress, pages, restartAt } from '../../platform/pages'
import { beginSession, type Session } from '../../platform/session'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { useQuery } from '../../ui/use-query'
import { useSubmit } from '../../ui/use-submit'
import { Consent } from './consent'
import { DemoSignIns } from './demo-sign-ins'
import { WechatFirst } from './wechat-first'
import './index.scss'

/** Answers: who are you? A scan that led here is kept and completes by itself afterwards. */
export default function SignInPage() {
  const { next } = useRouter().params
  const scanKept = keptScans.use().length > 0
  const [first, setFirst] = useState(false)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [activationCode, setActivationCode] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [reminded, setReminded] = useState(false)
  const [remember, setRemember] = useState(false)
  const signing = useSubmit(signIn)
  const activating = useSubmit(activate)
  const binding = useSubmit(bindWechat)
  const { data } = useQuery(welcome, {})
  const { busy, error } = first ? activating : signing

  const remind = () => {
    setReminded(true)
    say('请先阅读并勾选同意')
  }
  const go = async (started: Session) => {
    const address = fromAddress(next)
    leaveToItsPage(address)
    beginSession(started)
    if (remember && !(await binding.submit({}))) say('微信没有绑定成功，可在“我的”里再试')
    restartAt(address ?? pages.today())
  }
  const enter = async (as?: { login: string; password: string }) => {
    if (!agreed) return remind()
    const started =
      first && !as ? await activating.submit({ login, activationCode, password }) : await signing.submit(as ?? { login, password })
    if (started) await go(started)
  }

  return (
    <Screen title={first ? '首次登录' : '登录'} open>
      <View className="sign-in">
        <View className="sign-in__brand">
          <Text className="sign-in__name">三亮</Text>
          <Text className="sign-in__motto">亮身份 · 亮承诺 · 亮绩效</Text>
        </View>
        {scanKept && <Notice tone="success">扫码时间已经记下，登录后自动完成签到。</Notice>}
        <WechatFirst
          consent={<Consent agreed={agreed} onChange={setAgreed} reminded={reminded && !agreed} />}
          agreed={agreed}
          onReminded={remind}
          onSignedIn={(started) => void go(started)}
          remember={remember}
          onRemember={setRemember}
        >
          {(consentHere) => (
            <>
              <TextField
                label="用户名"
                value={login}
                onChange={setLogin}
                maxLength={32}
                placeholder="由支部书记分配"
                error={error?.fields.login}
              />
              {first && (
                <TextField
                  label="激活码"
                  value={activationCode}
                  onChange={setActivationCode}
                  maxLength={32}
                  placeholder="由支部书记发放，14 天内有效"
                  error={error?.fields.activationCode}
                />
              )}
              <TextField
                label={first ? '设置密码' : '密码'}
                value={password}
                onChange={setPassword}
                maxLength={128}
                password
                placeholder={first ? '至少 8 位' : ''}
                error={error?.fields.password}
                onConfirm={() => void enter()}
              />
              {error && !Object.keys(error.fields).length && <Notice tone="warning">{error.message}</Notice>}
              {consentHere}
              <Button kind="main" busy={busy} onClick={() => void enter()}>
                {first ? '设置密码并登录' : '登录'}
              </Button>
              <Button onClick={() => setFirst(!first)}>{first ? '已有密码，直接登录' : '首次登录，使用激活码'}</Button>
            </>
          )}
        </WechatFirst>
      </View>
      {data?.demo && !first && <DemoSignIns demo={data.demo} onChoose={(as) => void enter(as)} />}
    </Screen>
  )
}
