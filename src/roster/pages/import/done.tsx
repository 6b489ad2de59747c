import { Text, View } from '@tarojs/components'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { Codes } from './codes'
import type { Preview, Progress } from './use-import'

interface DoneProps {
  preview: Preview
  progress: Progress
  onAgain: () => void
}

/** What was done, what was not and why, and the codes for whoever is new. */
export function Done({ preview, progress: { added, changed, skipped }, onAgain }: DoneProps) {
  return (
    <>
      <Card title="导入完成">
        <View className="import__figures">
          <Text>{`新增 ${added} 人`}</Text>
          <Text>{`修改 ${changed} 人`}</Text>
          {skipped.length > 0 && <Text>{`未导入 ${skipped.length} 处`}</Text>}
        </View>
        {skipped.map(({ row, name, reason }) => (
          <Notice key={`${row} ${reason}`} tone="warning">{`第 ${row} 行 ${name}：${reason}`}</Notice>
        ))}
      </Card>
      {added > 0 && <Codes importId={preview.importId} title="激活码" main />}
      <Button onClick={onAgain}>再导入一个文件</Button>
      <Button onClick={() => go(pages.units())}>查看组织与人员</Button>
    </>
  )
}
