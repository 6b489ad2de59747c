import { Text, View } from '@tarojs/components'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { type myCard, renewCard, setCard } from '../../../../cloudfunctions/showcase/card-contract'
import { copyText } from '../../../platform/copy-text'
import { confirm, say } from '../../../platform/notice'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card, Fact, Tag } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { QrCode } from '../../../ui/qr-code'
import { useSubmit } from '../../../ui/use-submit'
import './open.scss'

interface OpenProps {
  card: OutputOf<typeof myCard>
  onChanged: () => void
}

/** The code, where to take it, and the ways to take it back. */
export function Open({ card: { tag, link, mayOpen, shown, waitingWords }, onChanged }: OpenProps) {
  const closing = useSubmit(setCard)
  const renewing = useSubmit(renewCard)
  const close = async () => {
    if (!(await closing.submit({ open: false }))) return
    say('名片已关闭')
    onChanged()
  }
  const renew = async () => {
    const sure = await confirm({ title: '更换二维码', content: '旧的二维码和链接会立即失效，桌牌需要重新打印。', confirmText: '更换' })
    if (!sure || !(await renewing.submit({}))) return
    say('已更换')
    onChanged()
  }
  const error = closing.error ?? renewing.error
  return (
    <>
      {tag && link && (
        <Card title="扫码看我的名片" extra={<Tag tone="success">已公开</Tag>}>
          <View className="my-card-open__code">
            <QrCode text={link} label="我的名片二维码" />
          </View>
          <Text className="my-card-open__link">{link}</Text>
          <Button kind="main" onClick={() => go(pages.deskCard())}>
            打印桌牌
          </Button>
          <Button onClick={() => void copyText(link)}>复制链接</Button>
          <Button onClick={() => go(pages.card(tag))}>看看别人看到的名片</Button>
        </Card>
      )}
      <Card title="现在公开的内容">
        <Fact label="承诺">{`${shown.pledges} 项`}</Fact>
        <Fact label="绩效">{`${shown.performances} 项`}</Fact>
        <Fact label="示范项目">{`${shown.projects} 项`}</Fact>
        <Fact label="群众留言">{`${shown.words} 条${waitingWords ? `，另有 ${waitingWords} 条待支部审核` : ''}`}</Fact>
      </Card>
      <Card title="收回">
        {error && <Notice tone="warning">{error.message}</Notice>}
        {mayOpen && (
          <Button busy={renewing.busy} onClick={() => void renew()}>
            更换二维码
          </Button>
        )}
        <Button kind="danger" busy={closing.busy} onClick={() => void close()}>
          关闭名片
        </Button>
        <Text className="my-card-open__hint">关闭后立即看不到，二维码保留；重新公开后，原来的桌牌还能用。</Text>
      </Card>
    </>
  )
}
