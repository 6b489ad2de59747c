import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { units } from '../../../../cloudfunctions/organisation/contract'
import { go, pages } from '../../../platform/pages'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Choice } from '../../../ui/field'
import { Screen } from '../../../ui/screen'
import { useQuery } from '../../../ui/use-query'
import { arrangeableUnits, visibleUnits } from '../../units'
import './index.scss'
import { MeetingsOfUnit } from './meetings-of-unit'

/** Answers: what has this unit met about, and when does it meet next? */
export default function MeetingsPage() {
  const { unitId: asked } = useRouter().params
  const me = session.use()?.me
  const { data } = useQuery(units, me && {}, { keep: true })
  const [chosen, setChosen] = useState(asked)
  const unitId = chosen ?? me?.unitId
  const known = data?.units ?? []
  const visible = me ? visibleUnits(me, known) : []
  const arranging = me ? arrangeableUnits(me, known) : []
  const options = visible.some(({ id }) => id === unitId) ? visible : [...known.filter(({ id }) => id === unitId), ...visible]

  return (
    <Screen
      title="会议"
      {...(arranging.length > 0 && {
        footer: (
          <Button kind="main" onClick={() => go(pages.schedule(arranging.some(({ id }) => id === unitId) ? { unitId } : {}))}>
            安排会议
          </Button>
        ),
      })}
    >
      {options.length > 1 && (
        <View className="meetings-list__units">
          <Choice options={options.map(({ id, name }) => ({ value: id, text: name }))} value={unitId} onChange={setChosen} />
        </View>
      )}
      {unitId && <MeetingsOfUnit key={unitId} unitId={unitId} mayArrange={arranging.some(({ id }) => id === unitId)} />}
    </Screen>
  )
}
