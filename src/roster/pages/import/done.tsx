import { Text, View } from '@tarojs/components'
import { activationDays } from '../../../../cloudfunctions/organisation/activation-code'
import { issueCodes } from '../../../../cloudfunctions/roster/contract'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { useWorkbook } from '../../use-workbook'
import type { Preview, Progress } from './use-import'

interface DoneProps {
  preview: Preview
  progress: Progress
  onAgain: () => void
}

/** What was done, what was not and why, and the codes for whoever is new. */
export function Done({ preview, progress: { added, changed, skipped }, onAgain }: DoneProps) {
  const codes = useWorkbook(issueCodes)
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
      {added > 0 && (
        <Card title="激活码">
          <View className="import__hint">
            {`新增人员首次登录需要激活码，${activationDays} 天内有效。激活码只在下载的文件中，系统不保存；再次下载会换成新的激活码，以前下载的随即失效。`}
          </View>
          {codes.error && <Notice tone="warning">{codes.error.message}</Notice>}
          <Button kind="main" busy={codes.busy} onClick={() => void codes.take({ importId: preview.importId })}>
            下载激活码
          </Button>
        </Card>
      )}
      <Button onClick={onAgain}>再导入一个文件</Button>
      <Button onClick={() => go(pages.units())}>查看组织与人员</Button>
    </>
  )
}
