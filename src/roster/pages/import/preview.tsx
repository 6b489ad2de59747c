import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ImportPart } from '../../../../cloudfunctions/roster/contract'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choice } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { EmptyState } from '../../../ui/states'
import { Lines } from './lines'
import type { Preview } from './use-import'

const names: Record<ImportPart, string> = { problems: '有误', warnings: '提醒', additions: '新增', changes: '修改' }

interface PreviewOfImportProps {
  preview: Preview
  onConfirm: () => void
  onAgain: () => void
}

/** What the import would do, and what keeps some rows from it: first what needs a hand. */
export function PreviewOfImport({ preview, onConfirm, onAgain }: PreviewOfImportProps) {
  const parts = (['problems', 'warnings', 'additions', 'changes'] as const).filter((part) => preview[part] > 0)
  const [chosen, setChosen] = useState<ImportPart>()
  const part = chosen ?? parts[0]
  const steps = preview.additions + preview.changes
  return (
    <>
      <Card title="预览">
        <View className="import__figures">
          <Text>{`新增 ${preview.additions} 人`}</Text>
          <Text>{`修改 ${preview.changes} 人`}</Text>
          <Text>{`不变 ${preview.unchanged} 人`}</Text>
          <Text>{`有误 ${preview.problems} 处`}</Text>
        </View>
        {preview.problems > 0 && (
          <Notice tone="warning">{`有误的行不会导入。在文件中改好后，可以再次上传整份名册，已导入的人不会重复。`}</Notice>
        )}
        {steps > 0 ? (
          <Button kind="main" onClick={onConfirm}>
            {`确认导入 ${steps} 人`}
          </Button>
        ) : (
          <EmptyState
            title={preview.problems ? '没有可以导入的行' : '没有需要导入的内容'}
            hint={preview.problems ? '请按下面的提示修改文件后再上传。' : '文件中的人员与名册一致。'}
          />
        )}
        <Button onClick={onAgain}>换一个文件</Button>
      </Card>
      {parts.length > 0 && (
        <Choice options={parts.map((value) => ({ value, text: `${names[value]} ${preview[value]}` }))} value={part} onChange={setChosen} />
      )}
      {part && <Lines key={`${preview.importId} ${part}`} importId={preview.importId} part={part} />}
    </>
  )
}
