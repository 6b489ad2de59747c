import { giveConsent, withdrawConsent } from '../../../cloudfunctions/organisation/contract'
import { type Me, updateMe } from '../../platform/session'
import { Notice } from '../../ui/notice'
import { Toggle } from '../../ui/toggle'
import { useSubmit } from '../../ui/use-submit'

const hint =
  '开启后，签到时只记录“在会场附近”或“离会场较远”，不保存具体位置。不开启也能正常签到，并可随时关闭。位置属于敏感个人信息，依照《个人信息保护法》由您单独决定。'

/** A separate consent for a sensitive thing, as easily withdrawn as given (个人信息保护法 第十五、二十九条). */
export function LocationConsent({ me, onChanged }: { me: Me; onChanged: () => void }) {
  const giving = useSubmit(giveConsent)
  const withdrawing = useSubmit(withdrawConsent)
  const given = me.consents.includes('location')
  const { error } = given ? withdrawing : giving

  const change = async (on: boolean) => {
    if (!(await (on ? giving : withdrawing).submit({ purpose: 'location' }))) return
    updateMe({ ...me, consents: on ? ['location'] : [] })
    onChanged()
  }

  return (
    <>
      <Toggle label="签到时使用位置" hint={hint} on={given} busy={giving.busy || withdrawing.busy} onChange={(on) => void change(on)} />
      {error && <Notice tone="warning">{error.message}</Notice>}
    </>
  )
}
