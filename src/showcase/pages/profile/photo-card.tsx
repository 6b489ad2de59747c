import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { type identity, setPhoto } from '../../../../cloudfunctions/showcase/identity-contract'
import { call } from '../../../platform/call'
import { confirm, say } from '../../../platform/notice'
import { choosePhoto } from '../../../platform/photo'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { Portrait } from '../../../ui/portrait'
import { SendingList } from '../../../ui/sending-list'
import { useSubmit } from '../../../ui/use-submit'
import { useUpload } from '../../../ui/use-upload'
import './photo-card.scss'

interface PhotoCardProps {
  shown: OutputOf<typeof identity>
  onChanged: () => void
}

/** My photo: chosen, cut to a square, shown at once. */
export function PhotoCard({ shown: { name, photo }, onChanged }: PhotoCardProps) {
  const [unreadable, setUnreadable] = useState(false)
  const removing = useSubmit(setPhoto)
  const upload = useUpload(async ({ fileId }) => {
    await call(setPhoto, { fileId })
    say('照片已更换')
    onChanged()
  })

  const choose = async () => {
    setUnreadable(false)
    const chosen = await choosePhoto().catch(() => setUnreadable(true))
    if (!chosen) return
    // What did not arrive before is out of date now.
    for (const { key } of upload.sending) upload.drop(key)
    await upload.send([chosen])
  }
  const remove = async () => {
    if (!(await confirm({ title: '移除照片', content: '之后显示姓名的最后一个字。', confirmText: '移除' }))) return
    if (!(await removing.submit({ fileId: null }))) return
    say('已移除')
    onChanged()
  }

  return (
    <Card title="照片">
      <View className="photo-card">
        <Portrait name={name} photo={photo} size="large" />
        <View className="photo-card__buttons">
          <Button busy={upload.busy} onClick={() => void choose()}>
            {photo ? '更换照片' : '选择照片'}
          </Button>
          {photo && (
            <Button kind="danger" busy={removing.busy} onClick={() => void remove()}>
              移除照片
            </Button>
          )}
        </View>
      </View>
      <SendingList upload={upload} />
      {unreadable && <Notice tone="warning">没有读懂这张照片，请换一张 jpg 或 png 照片。</Notice>}
      {removing.error && <Notice tone="warning">{removing.error.message}</Notice>}
      <Text className="photo-card__hint">照片会裁成方形，不带拍摄地点和时间。本组织的同志都能看到；公开名片后，扫码的群众也能看到。</Text>
    </Card>
  )
}
