import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { InputOf, OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { meetingKindNames } from '../../../../cloudfunctions/meetings/contract'
import { type previewPast, recordPast } from '../../../../cloudfunctions/meetings/past-contract'
import { confirm, say } from '../../../platform/notice'
import { pages, replaceWith } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card, Fact, Tag } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { dayAndTime } from '../../../ui/time'
import { useSubmit } from '../../../ui/use-submit'
import type { Draft } from '../schedule/draft'
import './entry.scss'
import { Guests } from './guests'
import { PersonAway } from './person-away'
import { WhoWasThere } from './who-was-there'

interface EntryProps {
  what: InputOf<typeof previewPast>
  draft: Draft
  change: (part: Partial<Draft>) => void
  forget: () => void
  preview: OutputOf<typeof previewPast>
  onBack: () => void
}

/** Everyone was there; whoever was not is tapped. */
export function Entry({ what, draft, change, forget, preview: { people, same }, onBack }: EntryProps) {
  const { title, place, agenda, exceptions: all = {}, invited = [] } = draft
  const { submit, busy, error } = useSubmit(recordPast)
  const [chosen, setChosen] = useState<string>()
  const person = people.find(({ memberId }) => memberId === chosen)
  // Marks of people whom another kind or unit expected are not of this meeting.
  const exceptions = people.flatMap(({ memberId }) => (all[memberId] ? [{ memberId, ...all[memberId] }] : []))
  const away = exceptions.filter(({ state }) => state !== 'late').length
  const expected = people.length - exceptions.filter(({ state }) => state === 'not-expected').length

  const send = async () => {
    const content = `应到 ${expected} 人，实到 ${people.length - away} 人。登记后名单固定，更正须写明原因。`
    const twice = same.length > 0 && '这段时间已经有一次同类会议。'
    if (!(await confirm({ title: '补录这次会议', content: `${twice || ''}${content}`, confirmText: '登记' }))) return
    const known = { ...what, title, place, agenda, exceptions, invitedIds: invited }
    const answer = await submit({ ...known, ...(same.length > 0 && { evenIfSame: true }) })
    if (!answer) return
    forget()
    say('已补录')
    replaceWith(pages.meeting(answer.meetingId))
  }

  return (
    <>
      {same.map((each) => (
        <Notice key={each.meetingId} tone="warning">
          {`${dayAndTime(each.startsAt)} 已经有一次同类会议“${each.title}”，请核对是否重复。`}
        </Notice>
      ))}
      <Card title={title} extra={<Tag tone="warning">补录</Tag>}>
        <Fact label="会议">{meetingKindNames[what.kind]}</Fact>
        <Fact label="时间">{`${dayAndTime(what.startsAt)}，${what.durationMinutes} 分钟`}</Fact>
        <Fact label="地点">{place}</Fact>
        <Button small onClick={onBack}>
          修改
        </Button>
      </Card>
      <Card title="到会情况" extra={<Text className="past-entry__figures">{`应到 ${expected} · 实到 ${people.length - away}`}</Text>}>
        <Text className="past-entry__hint">先按全部到会登记。点一下没有到会或迟到的同志。</Text>
        <WhoWasThere people={people} exceptions={all} onChoose={setChosen} />
      </Card>
      <Guests unitId={what.unitId} people={people} invited={invited} onChange={(next) => change({ invited: next })} />
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void send()}>
        {`登记：实到 ${people.length - away} 人`}
      </Button>
      <PersonAway
        person={person}
        exception={chosen ? all[chosen] : undefined}
        onClose={() => setChosen(undefined)}
        onDecide={(exception) => {
          if (!chosen) return
          const { [chosen]: _, ...others } = all
          change({ exceptions: exception ? { ...others, [chosen]: exception } : others })
          setChosen(undefined)
        }}
      />
    </>
  )
}
