import { View } from '@tarojs/components'
import { useState } from 'react'
import type { LinkedFile } from '../../../../cloudfunctions/files/contract'
import type { FileType } from '../../../../cloudfunctions/kernel/contract'
import { attach, attachments, detach, mostAttachments } from '../../../../cloudfunctions/meetings/attachments-contract'
import { call } from '../../../platform/call'
import { confirm, say } from '../../../platform/notice'
import { AttachmentList } from '../../../ui/attachment-list'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { SendingList } from '../../../ui/sending-list'
import { EmptyState, QueryView } from '../../../ui/states'
import { useEvery } from '../../../ui/use-every'
import { useQuery } from '../../../ui/use-query'
import { useSubmit } from '../../../ui/use-submit'
import { type Upload, useUpload } from '../../../ui/use-upload'
import './attachments.scss'

/** Links work for ten minutes at least, in ms. */
const beforeLinksEnd = 8 * 60_000

const pictures: FileType[] = ['jpg', 'png', 'webp']
const documents: FileType[] = ['pdf', 'docx', 'xlsx', 'pptx', 'mp4']

/** Photos and files of the meeting: for everyone who may see it to look at, for its organisers to add and take away. */
export function Attachments({ meetingId }: { meetingId: string }) {
  const query = useQuery(attachments, { meetingId })
  useEvery(beforeLinksEnd, true, query.reload)
  const upload = useUpload(async ({ fileId }) => {
    await call(attach, { meetingId, fileId })
    query.reload()
  })
  const removing = useSubmit(detach)
  const [clearing, setClearing] = useState(false)

  const remove = async ({ fileId, name }: LinkedFile) => {
    const content = `${name} 将不再显示，一天后删除。`
    if (!(await confirm({ title: '移除附件', content, confirmText: '移除' }))) return
    if (!(await removing.submit({ meetingId, fileId }))) return
    say('已移除')
    query.reload()
  }

  return (
    <QueryView query={query}>
      {({ files, mayChange }) => (
        <Card
          title={files.length ? `照片和文件（${files.length}）` : '照片和文件'}
          extra={
            mayChange &&
            files.length > 0 && (
              <Button small onClick={() => setClearing(!clearing)}>
                {clearing ? '完成' : '整理'}
              </Button>
            )
          }
        >
          {files.length === 0 && upload.sending.length === 0 && (
            <EmptyState
              title="还没有照片和文件"
              hint={mayChange ? '添加后，能看到这次会议的人都能查看。' : '会议的组织者添加后，会显示在这里。'}
            />
          )}
          {removing.error && <Notice tone="warning">{removing.error.message}</Notice>}
          <AttachmentList files={files} {...(clearing && mayChange && { onRemove: (file) => void remove(file) })} />
          <SendingList upload={upload} />
          {mayChange && !clearing && <Add upload={upload} room={mostAttachments - files.length} />}
        </Card>
      )}
    </QueryView>
  )
}

function Add({ upload: { pick, busy }, room }: { upload: Upload; room: number }) {
  if (room <= 0) return <Notice tone="warning">{`已有 ${mostAttachments} 个附件，移除不需要的才能再添加。`}</Notice>
  return (
    <View className="attachments__add">
      <Button busy={busy} onClick={() => void pick(pictures, room)}>
        添加照片
      </Button>
      <Button busy={busy} onClick={() => void pick(documents, room)}>
        添加文件
      </Button>
    </View>
  )
}
