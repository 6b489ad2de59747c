import { Text, View } from '@tarojs/components'
import { bindWechat, unbindWechat, wechatBinding } from '../../../cloudfunctions/organisation/wechat-contract'
import { confirm, say } from '../../platform/notice'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { QueryView } from '../../ui/states'
import { dayAndTime } from '../../ui/time'
import { useQuery } from '../../ui/use-query'
import { useSubmit } from '../../ui/use-submit'
import './wechat.scss'

/** Whether a WeChat account signs in as me. It is undone from anywhere, since a phone may be lost; it is bound only in WeChat. */
export function Wechat() {
  const inWechat = process.env.TARO_ENV === 'weapp'
  const answer = useQuery(wechatBinding, {})
  const binding = useSubmit(bindWechat)
  const unbinding = useSubmit(unbindWechat)

  const bind = async () => {
    if (await binding.submit({})) say('已绑定')
    answer.reload()
  }
  const unbind = async () => {
    if (!(await confirm({ title: '解除微信绑定？', content: '以后用微信登录需要重新绑定。', confirmText: '解除' }))) return
    if (await unbinding.submit({})) say('已解除')
    answer.reload()
  }

  const error = binding.error ?? unbinding.error
  return (
    <QueryView query={answer}>
      {({ boundAt, phone }) => (
        <View className="wechat">
          <Text className="wechat__state">
            {boundAt
              ? `已绑定微信（${dayAndTime(boundAt)}）`
              : inWechat
                ? '还没有绑定当前微信。'
                : '还没有绑定微信，可在微信小程序里绑定。'}
          </Text>
          <Text className="wechat__phone">
            {phone ? `名册里的手机号：${phone}` : '名册里没有您的手机号，如需用手机号确认身份，请联系支部书记登记。'}
          </Text>
          {error && <Notice tone="warning">{error.message}</Notice>}
          {boundAt && (
            <Button kind="danger" busy={unbinding.busy} onClick={() => void unbind()}>
              解除微信绑定
            </Button>
          )}
          {!boundAt && inWechat && (
            <Button busy={binding.busy} onClick={() => void bind()}>
              绑定当前微信
            </Button>
          )}
        </View>
      )}
    </QueryView>
  )
}
