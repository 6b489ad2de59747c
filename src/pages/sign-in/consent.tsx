import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import './consent.scss'

const notice = [
  '处理者是您所在的党组织，用途是会议签到、组织生活记录和学习提醒。',
  '保存：姓名、党员身份、所在支部、会议出席情况、登录设备的类型。',
  '手机号只保存无法还原的摘要和遮去中间四位的显示；用微信登录时，另存微信给本小程序的编号。',
  '手机只记一个随机编号，用来发现多人共用一台手机；不读取通讯录、相册和位置。是否提供位置由您在“我的”里单独决定。',
  '您可以随时在“我的”里查看、导出和删除自己的信息，或撤回同意。',
]

interface ConsentProps {
  agreed: boolean
  onChange: (agreed: boolean) => void
  /** The person tried to go on without it. */
  reminded: boolean
}

/** What is kept and why, and the person's own tick (个人信息保护法 第十四、十七条). */
export function Consent({ agreed, onChange, reminded }: ConsentProps) {
  const [open, setOpen] = useState(false)
  return (
    <View className="consent">
      <View className="consent__row">
        <View
          className="consent__tick"
          role="checkbox"
          aria-checked={agreed}
          aria-label="同意个人信息处理说明"
          onClick={() => onChange(!agreed)}
        >
          <View className={`consent__box${agreed ? ' consent__box--on' : ''}`} />
          <Text>我已阅读并同意</Text>
        </View>
        <View className="consent__link" role="button" onClick={() => setOpen(!open)}>
          《个人信息处理说明》
        </View>
      </View>
      {reminded && (
        <View className="consent__reminder" role="alert">
          请先阅读并勾选同意
        </View>
      )}
      {open && (
        <View className="consent__notice">
          {notice.map((line) => (
            <Text key={line} className="consent__line">
              {line}
            </Text>
          ))}
        </View>
      )}
    </View>
  )
}
