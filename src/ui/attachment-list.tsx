import { Image, Text, View } from '@tarojs/components'
import type { LinkedFile } from '../../cloudfunctions/files/contract'
import { isPicture } from '../../cloudfunctions/files/file-types'
import { say } from '../platform/notice'
import { openFile, showPictures } from '../platform/open-file'
import './attachment-list.scss'
import { Button } from './button'
import { fileSize } from './file-size'

interface AttachmentListProps {
  files: LinkedFile[]
  /** Given while the person is taking files away. */
  onRemove?: (file: LinkedFile) => void
}

/** Pictures to look through, and below them files to open. */
export function AttachmentList({ files, onRemove }: AttachmentListProps) {
  const pictures = files.filter(({ type }) => isPicture(type))
  const links = pictures.map(({ link }) => link)
  return (
    <>
      {pictures.length > 0 && (
        <View className="pictures">
          {pictures.map((file) => (
            <View key={file.fileId} className="pictures__one">
              <View role="button" aria-label={`查看 ${file.name}`} onClick={() => showPictures(links, file.link)}>
                <Image className="pictures__image" mode="aspectFill" src={file.link} lazyLoad aria-label={file.name} />
              </View>
              {onRemove && <Remove file={file} onRemove={onRemove} />}
            </View>
          ))}
        </View>
      )}
      {files
        .filter(({ type }) => !isPicture(type))
        .map((file) => (
          <View key={file.fileId} className="file-row">
            <View className="file-row__words" role="button" onClick={() => void open(file)}>
              <Text className="file-row__name">{file.name}</Text>
              <Text className="file-row__size">{`${file.type.toUpperCase()} · ${fileSize(file.bytes)}`}</Text>
            </View>
            {onRemove && <Remove file={file} onRemove={onRemove} />}
          </View>
        ))}
    </>
  )
}

const open = (file: LinkedFile) => openFile(file).catch(() => say('没有打开，请检查网络后再试'))

const Remove = ({ file, onRemove }: { file: LinkedFile; onRemove: (file: LinkedFile) => void }) => (
  <Button small kind="danger" onClick={() => onRemove(file)}>
    移除
  </Button>
)
