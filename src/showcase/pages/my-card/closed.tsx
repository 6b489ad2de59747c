import { Text, View } from '@tarojs/components'
import { setCard } from '../../../../cloudfunctions/showcase/card-contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import './closed.scss'

const becomesPublic = [
  '姓名、照片、所在支部，以及您是中共党员',
  '支部确认的岗位和荣誉标识、您写的个人简介',
  '今年公布的承诺和进度、核实的绩效、示范项目（不含佐证材料）',
  '支部审核通过的群众留言',
]

/** A decision of its own: membership is sensitive, and is shown to nobody outside before its owner says so (个人信息保护法 第二十八、二十九条). */
export function Closed({ onOpened }: { onOpened: () => void }) {
  const { submit, busy, error } = useSubmit(setCard)
  const open = async () => {
    if (!(await submit({ open: true }))) return
    say('名片已公开')
    onOpened()
  }
  return (
    <Card title="名片还没有公开">
      <Text className="my-card-closed__text">公开后会有一个二维码，放在窗口或桌上。任何人扫码，不用登录就能看到：</Text>
      {becomesPublic.map((each) => (
        <View key={each} className="my-card-closed__item">
          <Text>{each}</Text>
        </View>
      ))}
      <Text className="my-card-closed__text">
        扫码的人可以留下感谢或建议，支部审核后才展示。党员身份是敏感个人信息，是否公开由您自己决定，不公开不影响其他功能；可以随时关闭，关闭后立即看不到。
      </Text>
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void open()}>
        同意公开我的名片
      </Button>
    </Card>
  )
}
