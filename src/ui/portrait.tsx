import { Image, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import './portrait.scss'

interface PortraitProps {
  name: string
  /** Where the photo is shown; null where there is none. */
  photo: string | null
  size?: 'small' | 'medium' | 'large'
}

/** Somebody's photo. Without one, or while it cannot be had, the last character of their name, by which people call each other. */
export function Portrait({ name, photo, size = 'medium' }: PortraitProps) {
  const [failed, setFailed] = useState(false)
  // Links are renewed; a new one deserves its try.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the photo is the reason to try again
  useEffect(() => setFailed(false), [photo])
  return (
    <View className={`portrait portrait--${size}`}>
      {photo && !failed ? (
        <Image
          className="portrait__photo"
          mode="aspectFill"
          src={photo}
          lazyLoad
          aria-label={`${name}的照片`}
          onError={() => setFailed(true)}
        />
      ) : (
        // What stands beside it says the name, so a screen reader passes over one character of it.
        <Text className="portrait__letter" aria-hidden>
          {Array.from(name).pop() ?? ''}
        </Text>
      )}
    </View>
  )
}
