import { Text, View } from '@tarojs/components'
import './kept-list.scss'

const kept = [
  '姓名、政治面貌、所在支部和党小组、职务',
  '用户名；密码只以无法还原的形式保存，谁都看不到',
  '手机号只保存无法还原的摘要和遮去中间四位的显示；绑定微信时保存微信给本小程序的编号',
  '会议的应到、签到、请假和出席结果',
  '登录设备的类型和时间，以及操作记录，至少保存六个月',
  '签到手机的随机编号，只用来发现多人共用一台手机',
]

/** What is kept about a person, in their words (个人信息保护法 第十七条). */
export function KeptList() {
  return (
    <View className="kept-list">
      {kept.map((line) => (
        <View key={line} className="kept-list__line">
          <View className="kept-list__dot" />
          <Text className="kept-list__text">{line}</Text>
        </View>
      ))}
      <Text className="kept-list__text">不读取通讯录和相册，不保存经纬度。</Text>
    </View>
  )
}
