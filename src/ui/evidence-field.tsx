import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { FileType } from '../../cloudfunctions/kernel/contract'
import { mostEvidence } from '../../cloudfunctions/showcase/contract'
import { Button } from './button'
import { type EvidenceItem, linkOf } from './evidence-item'
import { EvidenceList } from './evidence-list'
import { Field, TextField } from './field'
import { Notice } from './notice'
import { SendingList } from './sending-list'
import type { Evidence, TypedLink } from './use-evidence'
import './evidence-field.scss'

const pictures: FileType[] = ['jpg', 'png', 'webp']
const documents: FileType[] = ['pdf', 'docx', 'xlsx', 'pptx', 'mp4']

interface EvidenceFieldProps {
  /** Of `useEvidence`. */
  evidence: Evidence
  label?: string
  hint?: string
  error?: string | undefined
}

/** Photos, files and links that show that something is so. */
export function EvidenceField({ evidence, label = '佐证', hint, error }: EvidenceFieldProps) {
  const { shown, unseen, gone, upload, room, add, remove, link, typeLink } = evidence
  const pick = (types: FileType[]) => void upload.pick(types, room)
  return (
    <Field label={label} error={error} {...(hint && { hint })}>
      <View className="evidence-field">
        <EvidenceList evidence={shown} onRemove={remove} />
        {unseen.map((name) => (
          <Text key={name} className="evidence-field__name">{`${name} 已上传`}</Text>
        ))}
        {gone.length > 0 && (
          <>
            <Notice tone="warning">{`有 ${gone.length} 个文件超过一天没有提交，已经失效，请重新添加。`}</Notice>
            <Button onClick={() => gone.forEach(remove)}>移除失效的文件</Button>
          </>
        )}
        <SendingList upload={upload} />
        {room > 0 && !link && (
          <View className="evidence-field__add">
            <Button small busy={upload.busy} onClick={() => pick(pictures)}>
              添加照片
            </Button>
            <Button small busy={upload.busy} onClick={() => pick(documents)}>
              添加文件
            </Button>
            <Button small onClick={() => typeLink({ url: '', title: '' })}>
              添加链接
            </Button>
          </View>
        )}
        {room > 0 && link && (
          <LinkFields
            link={link}
            onType={typeLink}
            onDone={(item) => {
              if (item) add(item)
              typeLink(undefined)
            }}
          />
        )}
        {room <= 0 && <Notice tone="warning">{`已有 ${mostEvidence} 项，移除不需要的才能再添加。`}</Notice>}
      </View>
    </Field>
  )
}

interface LinkFieldsProps {
  link: TypedLink
  onType: (link: TypedLink) => void
  onDone: (item?: EvidenceItem) => void
}

function LinkFields({ link: { url, title }, onType, onDone }: LinkFieldsProps) {
  const [tried, setTried] = useState(false)
  const item = linkOf(url, title)
  const finish = () => {
    setTried(true)
    if (item) onDone(item)
  }
  return (
    <View className="evidence-field__link">
      <TextField
        label="网址"
        value={url}
        onChange={(value) => onType({ url: value, title })}
        maxLength={500}
        placeholder="例如 https://www.example.cn/news/1"
        error={tried && !item ? '请填写完整的网址' : undefined}
      />
      <TextField
        label="标题"
        value={title}
        onChange={(value) => onType({ url, title: value })}
        maxLength={60}
        placeholder="例如 县局网站的公示，可不填"
      />
      <View className="evidence-field__add">
        <Button small onClick={finish}>
          加上这个链接
        </Button>
        <Button small onClick={() => onDone()}>
          不加了
        </Button>
      </View>
    </View>
  )
}
