import { Button, Text, View } from '@tarojs/components'
import { goBack } from '../platform/pages'
import './header.scss'

/** WeChat draws its own navigation bar; in the browser it is this one. */
export function Header({ title, back }: { title: string; back: boolean }) {
  return (
    <View className="header">
      {back && (
        <Button className="header__back" onClick={goBack} aria-label="返回">
          <View className="header__arrow" />
        </Button>
      )}
      <Text className="header__title">{title}</Text>
    </View>
  )
}
