import { Text, View } from '@tarojs/components'
import { dayAndTime } from '../../ui/time'
import type { Motion } from '../motion'
import './corrections.scss'

/** What stood before each correction, who changed it and why. */
export function Corrections({ corrections }: Pick<Motion, 'corrections'>) {
  return (
    <>
      {corrections.map(({ at, author, reason, inFavour, against, abstained }) => (
        <View key={at} className="corrections">
          <Text className="corrections__what">{`更正前：赞成 ${inFavour}，反对 ${against}，弃权 ${abstained}`}</Text>
          <Text className="corrections__why">{`${author} ${dayAndTime(at)} 更正：${reason}`}</Text>
        </View>
      ))}
    </>
  )
}
