import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { pairingKindNames } from '../../../cloudfunctions/showcase/contract'
import { endPairing, pairings } from '../../../cloudfunctions/showcase/pairing-contract'
import { confirm, say } from '../../platform/notice'
import { go, pages } from '../../platform/pages'
import { Button } from '../../ui/button'
import { Card, Tag } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { EmptyState, QueryView } from '../../ui/states'
import { dayName } from '../../ui/time'
import { useQuery } from '../../ui/use-query'
import { useSubmit } from '../../ui/use-submit'
import type { Pairing } from './pairing'
import { PairingSheet } from './pairing-sheet'
import './pairings.scss'

/** 双示范, 双挂: for what and for whom somebody answers, those that ended last. */
export function Pairings({ memberId }: { memberId: string }) {
  const query = useQuery(pairings, { memberId }, { keep: true })
  const [adding, setAdding] = useState(false)
  return (
    <QueryView query={query}>
      {({ pairings: all, mine, mayAdd, memberName }) => (
        <Card title="双示范、双挂">
          {all.map((each) => (
            <Row key={each.pairingId} pairing={each} mine={mine} onEnded={query.reload} />
          ))}
          {all.length === 0 && <EmptyState title="还没有示范岗、示范区、挂点和挂户" hint={emptyHint(mine, memberName)} />}
          {mayAdd && (
            <>
              <Button onClick={() => setAdding(true)}>添加双示范、双挂</Button>
              <PairingSheet
                memberId={memberId}
                opened={adding}
                onClose={() => setAdding(false)}
                onAdded={() => {
                  setAdding(false)
                  query.reload()
                }}
              />
            </>
          )}
        </Card>
      )}
    </QueryView>
  )
}

const emptyHint = (mine: boolean, name: string) => (mine ? '添加后会公布在这里。' : `${name}添加后，会公布在这里。`)

function Row({ pairing, mine, onEnded }: { pairing: Pairing; mine: boolean; onEnded: () => void }) {
  const { pairingId, kind, name, note, since, endedAt, project } = pairing
  const { submit, busy, error } = useSubmit(endPairing)
  const end = async () => {
    if (!(await confirm({ title: `结束「${name}」`, content: '结束后仍会显示，注明结束日期。', confirmText: '结束' }))) return
    if (!(await submit({ pairingId }))) return
    say('已结束')
    onEnded()
  }
  return (
    <View className={`pairing${endedAt ? ' pairing--ended' : ''}`}>
      <View className="pairing__head">
        <Tag tone={endedAt ? 'plain' : 'red'}>{pairingKindNames[kind]}</Tag>
        <Text className="pairing__name">{name}</Text>
        {mine && !endedAt && (
          <Button small busy={busy} onClick={() => void end()}>
            结束
          </Button>
        )}
      </View>
      {note && <Text className="pairing__note">{note}</Text>}
      {project && (
        <View className="pairing__project" role="link" onClick={() => go(pages.project(project.projectId))}>
          {`所属项目：${project.name}`}
        </View>
      )}
      <Text className="pairing__when">{endedAt ? `${dayName(since)} 至 ${dayName(endedAt)}` : `${dayName(since)} 起`}</Text>
      {error && <Notice tone="warning">{error.message}</Notice>}
    </View>
  )
}
