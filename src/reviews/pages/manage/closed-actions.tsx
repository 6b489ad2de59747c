import { Text } from '@tarojs/components'
import { useState } from 'react'
import { exportRound } from '../../../../cloudfunctions/reviews/contract'
import { CallError, call } from '../../../platform/call'
import { go, pages } from '../../../platform/pages'
import { saveText, saveTextLabel } from '../../../platform/save-text'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import type { Round } from '../../words'
import './closed-actions.scss'

/** A closed round leads to its results, and hands out everything needed to count them again. */
export function ClosedActions({ round: { roundId, title } }: { round: Round }) {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ tone: 'success' | 'warning'; text: string }>()
  const save = async () => {
    setBusy(true)
    try {
      const data = await call(exportRound, { roundId })
      const where = await saveText(`${title}-核对.json`, JSON.stringify(data, null, 2))
      setSaid(where ? { tone: 'success', text: where } : { tone: 'warning', text: '没有保存成功，请再试一次' })
    } catch (error) {
      setSaid({ tone: 'warning', text: error instanceof CallError ? error.message : '没有保存成功，请再试一次' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button kind="main" onClick={() => go(pages.reviewResults(roundId))}>
        看结果
      </Button>
      <Card title="导出核对文件">
        <Text className="closed-actions__hint">
          里面有这一轮的钥匙、领票人名单、作废名单和每一张没有名字的票。拿到文件的人不用联网，运行 npm run verify-round -- 文件名
          就能把结果重算一遍。
        </Text>
        {said && <Notice tone={said.tone}>{said.text}</Notice>}
        <Button busy={busy} onClick={() => void save()}>
          {`导出核对文件（${saveTextLabel}）`}
        </Button>
      </Card>
    </>
  )
}
