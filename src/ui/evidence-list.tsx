import { Text, View } from '@tarojs/components'
import type { EvidenceShown } from '../../cloudfunctions/showcase/contract'
import { openLink } from '../platform/open-link'
import { AttachmentList } from './attachment-list'
import { Button } from './button'
import './evidence-list.scss'

interface EvidenceListProps {
  evidence: EvidenceShown
  /** Given while the person is taking some away; gets the id of a file, or the address of a link. */
  onRemove?: (key: string) => void
}

/** What shows that something is so: pictures to look through, files and links to open. */
export function EvidenceList({ evidence, onRemove }: EvidenceListProps) {
  const files = evidence.flatMap((each) => (each.kind === 'file' ? [each] : []))
  const links = evidence.flatMap((each) => (each.kind === 'link' ? [each] : []))
  return (
    <>
      <AttachmentList files={files} {...(onRemove && { onRemove: ({ fileId }) => onRemove(fileId) })} />
      {links.map(({ url, title }) => (
        <View key={url} className="evidence-link">
          <View className="evidence-link__words" role="link" onClick={() => openLink(url)}>
            <Text className="evidence-link__title">{title}</Text>
            <Text className="evidence-link__url">{url}</Text>
          </View>
          {onRemove && (
            <Button small kind="danger" onClick={() => onRemove(url)}>
              移除
            </Button>
          )}
        </View>
      ))}
    </>
  )
}
