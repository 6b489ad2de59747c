import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { codeOf } from '../../check-in/code-of'
import { hideEarlyResult } from '../../check-in/early'
import { keepScan } from '../../check-in/kept-scans'
import { useCheckIn } from '../../check-in/use-check-in'
import { useScan } from '../../check-in/use-scan'
import { fromAddress, pages, replaceWith, restartAt } from '../../platform/pages'
import { session } from '../../platform/session'
import { BigResult } from '../../ui/big-result'
import { Button } from '../../ui/button'
import { Screen } from '../../ui/screen'
import { ArrivedSoFar } from './arrived-so-far'

/** Opened by a scanned code: in WeChat, by any camera app, or from Today. Answers: am I in? */
export default function CheckInPage() {
  const code = scannedCode(useRouter().params)
  const signedIn = session.use() !== null
  const { outcome, retry } = useCheckIn(code)
  const scan = useScan('replace')

  useEffect(() => {
    if (!code || signedIn) return
    // The scan keeps its time while the person signs in; then this page sends it.
    keepScan(code)
    replaceWith(pages.signIn(pages.checkIn(code)))
  }, [code, signedIn])
  useEffect(() => {
    if (!code || outcome || !signedIn) hideEarlyResult()
  }, [code, outcome, signedIn])

  return (
    <Screen title="签到" open>
      {!code ? (
        <BigResult kind="refused" title="没有签到码" lines={['请扫描会场大屏幕上的二维码']}>
          <ScanAgain scan={scan} />
        </BigResult>
      ) : !outcome ? (
        <BigResult kind="working" title="正在签到" />
      ) : (
        <BigResult kind={outcome.kind} title={outcome.title} lines={outcome.lines}>
          {outcome.meetingId && <ArrivedSoFar meetingId={outcome.meetingId} />}
          {outcome.kind === 'refused' && <ScanAgain scan={scan} />}
          {outcome.kind === 'kept' && (
            <Button kind="main" onClick={retry}>
              现在提交
            </Button>
          )}
          <Button onClick={() => restartAt(pages.today())}>回到今日</Button>
        </BigResult>
      )}
    </Screen>
  )
}

const ScanAgain = ({ scan }: { scan: () => void }) => (
  <Button kind="main" onClick={scan}>
    重新扫码
  </Button>
)

/** `c` in a link; `q` is the whole link (WeChat's registered links), `scene` a mini-program code's parameter. */
function scannedCode({ c, q, scene }: Partial<Record<string, string>>): string | undefined {
  const text = fromAddress(c ?? q ?? scene)
  return text ? codeOf(text) : undefined
}
