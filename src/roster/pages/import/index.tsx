import { View } from '@tarojs/components'
import { exportAll, template } from '../../../../cloudfunctions/roster/contract'
import { session } from '../../../platform/session'
import { mayUploadWorkbook } from '../../../platform/workbooks'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { EmptyState, Skeleton } from '../../../ui/states'
import { administers } from '../../keeping'
import { useWorkbook } from '../../use-workbook'
import { Codes } from './codes'
import { Done } from './done'
import './index.scss'
import { Importing } from './importing'
import { PreviewOfImport } from './preview'
import { lastImport, useImport } from './use-import'

/** Answers: how do many people get onto the roster at once, and how do I take it along? */
export default function ImportPage() {
  const me = session.use()?.me
  const { stage, error, choose, confirm } = useImport()
  const before = lastImport.use()
  if (me && !administers(me)) {
    return (
      <Screen title="导入和导出名册">
        <EmptyState title="名册由管理员导入" hint="支部委员可以在“组织与人员”中添加和修改本支部人员。" />
      </Screen>
    )
  }
  return (
    <Screen title="导入和导出名册">
      {error && <Notice tone="warning">{error.message}</Notice>}
      {(stage.name === 'choosing' || stage.name === 'reading') && (
        <>
          <Take />
          <Card title="上传名册">
            <View className="import__hint">上传后先预览，确认后才会导入。一次最多 5000 行；同一份名册可以重复导入，不会重复添加。</View>
            {stage.name === 'reading' ? (
              <>
                <View className="import__hint">正在上传和核对，请稍候。</View>
                <Skeleton lines={4} />
              </>
            ) : mayUploadWorkbook ? (
              <Button kind="main" onClick={choose}>
                选择文件
              </Button>
            ) : (
              <Notice tone="warning">请在电脑浏览器中打开本页上传名册。</Notice>
            )}
          </Card>
          {before && before.by === me?.id && <Codes importId={before.importId} title="上次导入的激活码" main={false} />}
        </>
      )}
      {stage.name === 'shown' && <PreviewOfImport preview={stage.preview} onConfirm={() => confirm(stage.preview)} onAgain={choose} />}
      {stage.name === 'importing' && <Importing preview={stage.preview} progress={stage.progress} />}
      {stage.name === 'done' && <Done preview={stage.preview} progress={stage.progress} onAgain={choose} />}
    </Screen>
  )
}

/** What can be taken along: the empty template, and everyone. */
function Take() {
  const empty = useWorkbook(template)
  const whole = useWorkbook(exportAll)
  const error = empty.error ?? whole.error
  return (
    <>
      <Card title="下载模板">
        <View className="import__hint">用 Excel 或 WPS 填写，每人一行，怎么填在“填写说明”中。</View>
        <Button busy={empty.busy} onClick={() => void empty.take({})}>
          下载模板
        </Button>
      </Card>
      <Card title="导出名册">
        <View className="import__hint">全部人员，按组织排列。改好后可以再上传。</View>
        <Button busy={whole.busy} onClick={() => void whole.take({})}>
          导出全部名册
        </Button>
      </Card>
      {error && <Notice tone="warning">{error.message}</Notice>}
    </>
  )
}
