import { EmptyState } from '../../ui/states'

/** The phone cannot do the arithmetic that keeps a ballot anonymous. */
export const OldPhone = () => (
  <EmptyState
    title="这部手机的系统版本较低，不能匿名评议"
    hint="匿名需要的计算要 iOS 14 或安卓 10 以上的系统。请升级系统和微信，或换一部手机登录后再评。"
  />
)
