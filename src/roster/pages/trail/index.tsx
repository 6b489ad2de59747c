import { useEffect, useState } from 'react'
import { actionWords } from '../../../../cloudfunctions/organisation/action-words'
import { units } from '../../../../cloudfunctions/organisation/contract'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { LinkRow, LinkRows } from '../../../ui/link-row'
import { Screen } from '../../../ui/screen'
import { Sheet } from '../../../ui/sheet'
import { EmptyState } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { administers } from '../../keeping'
import { Entries } from './entries'

/** Answers: who changed what, and when? */
export default function TrailPage() {
  const me = session.use()?.me
  const tree = useQuery(units, me && {}, { keep: true })
  const [typed, setTyped] = useState('')
  const [person, setPerson] = useState('')
  const [action, setAction] = useState<string>()
  const [choosing, setChoosing] = useState(false)
  useEffect(() => {
    const waiting = setTimeout(() => setPerson(typed.trim()), 300)
    return () => clearTimeout(waiting)
  }, [typed])
  const unitNames = new Map(tree.data?.units.map(({ id, name }) => [id, name]))
  const choose = (chosen: string | undefined) => {
    setAction(chosen)
    setChoosing(false)
  }
  if (me && !administers(me)) {
    return (
      <Screen title="变更记录">
        <EmptyState title="变更记录由管理员查看" hint="您本人的变更可以在“我的 · 导出我的信息”中看到。" />
      </Screen>
    )
  }
  return (
    <Screen title="变更记录">
      <Card>
        <TextField label="人员" value={typed} onChange={setTyped} maxLength={30} placeholder="操作的人或被修改的人" />
        <Button onClick={() => setChoosing(true)}>{`操作：${action ? (actionWords[action] ?? action) : '全部'}`}</Button>
      </Card>
      <Entries key={`${person} ${action}`} person={person} action={action} unitNames={unitNames} />
      <Sheet title="操作" opened={choosing} onClose={() => setChoosing(false)}>
        <LinkRows>
          <LinkRow title="全部" onClick={() => choose(undefined)} />
          {Object.entries(actionWords).map(([name, word]) => (
            <LinkRow key={name} title={word} onClick={() => choose(name)} />
          ))}
        </LinkRows>
      </Sheet>
    </Screen>
  )
}
