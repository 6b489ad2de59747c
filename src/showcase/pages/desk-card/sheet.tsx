import { Text, View } from '@tarojs/components'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import type { myCard } from '../../../../cloudfunctions/showcase/card-contract'
import { Portrait } from '../../../ui/portrait'
import { QrCode } from '../../../ui/qr-code'
import './sheet.scss'

interface SheetProps {
  card: OutputOf<typeof myCard>
  link: string
}

/** A6 upright (105 × 148 mm): the name can be read from across a counter. */
export function Sheet({ card: { name, photo, position, unitName }, link }: SheetProps) {
  return (
    <View className="desk-sheet" aria-label="桌牌">
      <View className="desk-sheet__band">
        <Text>共产党员</Text>
      </View>
      <View className="desk-sheet__who">
        <Portrait name={name} photo={photo} size="large" />
        <Text className="desk-sheet__name">{name}</Text>
        {position && <Text className="desk-sheet__position">{position}</Text>}
        <Text className="desk-sheet__unit">{unitName}</Text>
      </View>
      <View className="desk-sheet__code">
        <QrCode text={link} label="名片二维码" />
      </View>
      <Text className="desk-sheet__invitation">扫码看我的承诺，说说您的感受</Text>
    </View>
  )
}
