import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { go, pages } from '../../platform/pages'
import { type Me, session } from '../../platform/session'
import { Button } from '../../ui/button'
import { LongList } from '../../ui/long-list'
import { Screen } from '../../ui/screen'
import { EmptyState, QueryView } from '../../ui/states'
import { type Chosen, Filters } from './filters'
import { useWall, type WallFilter } from './use-wall'
import { WallEnd } from './wall-end'
import { WallLineRow } from './wall-line'
import './index.scss'

/** Nobody asks for each letter; in ms. */
const pause = 300

/** Answers: who are we, what did we promise, and how far are we? */
export default function ShowcasePage() {
  const me = session.use()?.me
  return (
    <Screen title="亮栏" tab wide>
      {me && <Wall key={me.id} me={me} />}
    </Screen>
  )
}

function Wall({ me }: { me: Me }) {
  const [chosen, setChosen] = useState<Chosen>({
    ...{ unit: { id: me.unitId, name: me.unitName }, kind: undefined, progress: undefined },
    typed: '',
  })
  const search = useSettled(chosen.typed.trim())
  const change = (change: Partial<Chosen>) => setChosen((before) => ({ ...before, ...change }))
  const narrowed = Boolean(chosen.kind || chosen.progress || search)
  const wall = useWall(filterOf(chosen, search))
  const open = (memberId: string) => {
    wall.open(memberId)
    go(pages.member(memberId))
  }
  return (
    <View className="wall">
      <Filters chosen={chosen} onChange={change} />
      <QueryView query={wall.first} skeletonLines={8}>
        {() =>
          wall.people.length === 0 ? (
            <Nobody narrowed={narrowed} onAll={() => change({ unit: null, kind: undefined, progress: undefined, typed: '' })} />
          ) : (
            <>
              <View className="wall__lines">
                <LongList items={wall.people}>
                  {(line) => <WallLineRow key={line.memberId} line={line} onOpen={() => open(line.memberId)} />}
                </LongList>
              </View>
              <WallEnd count={wall.people.length} further={wall.further} />
            </>
          )
        }
      </QueryView>
    </View>
  )
}

function Nobody({ narrowed, onAll }: { narrowed: boolean; onAll: () => void }) {
  const all = <Button onClick={onAll}>查看全单位</Button>
  return narrowed ? (
    <EmptyState title="没有符合条件的党员" hint="换一个条件，或查看全单位所有党员。" action={all} />
  ) : (
    <EmptyState title="这里还没有党员" hint="支部委员把党员登记到名册后，会显示在这里；党员的承诺经支部审核后公布。" action={all} />
  )
}

function filterOf({ unit, kind, progress }: Chosen, search: string): WallFilter {
  return { ...(unit && { unitId: unit.id }), ...(kind && { kind }), ...(progress && { progress }), ...(search && { search }) }
}

/** What was typed, once typing pauses; what was cleared, at once. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typed ? pause : 0)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
