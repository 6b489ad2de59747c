import { View } from '@tarojs/components'
import { activationDays } from '../../../../cloudfunctions/organisation/activation-code'
import { issueCodes } from '../../../../cloudfunctions/roster/contract'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { useWorkbook } from '../../use-workbook'

interface CodesProps {
  importId: string
  title: string
  /** Whether this is the one thing to do here. */
  main: boolean
}

/** The codes for whoever an import added, to hand out. */
export function Codes({ importId, title, main }: CodesProps) {
  const codes = useWorkbook(issueCodes)
  return (
    <Card title={title}>
      <View className="import__hint">
        {`新增人员首次登录需要激活码，${activationDays} 天内有效。激活码只在下载的文件中，系统不保存；再次下载会换成新的激活码，以前下载的随即失效。`}
      </View>
      {codes.error && <Notice tone="warning">{codes.error.message}</Notice>}
      <Button kind={main ? 'main' : 'plain'} busy={codes.busy} onClick={() => void codes.take({ importId })}>
        下载激活码
      </Button>
    </Card>
  )
}
