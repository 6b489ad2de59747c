import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { type identity, mostDuties, setDuties } from '../../../../cloudfunctions/showcase/identity-contract'
import { say } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { RestoredNotice } from '../../../ui/restored-notice'
import { EmptyState } from '../../../ui/states'
import { useSubmit } from '../../../ui/use-submit'
import { useKeptForm } from '../../kept-form'
import { type DutyLine, faultOf, toDuties, toLines, withEmpty, withTemplate } from './duty-lines'
import { Templates } from './templates'
import './duty-editor.scss'

interface DutyEditorProps {
  shown: OutputOf<typeof identity>
  /** Names the officer and the person. */
  draftKey: string
  onSaved: () => void
}

export function DutyEditor({ shown: { memberId, duties, posts }, draftKey, onSaved }: DutyEditorProps) {
  const { fields, change, restored, forget } = useKeptForm(draftKey, () => ({ lines: toLines(duties) }))
  const { lines } = fields
  const { submit, busy, error } = useSubmit(setDuties)
  const [tried, setTried] = useState(false)
  const setLines = (next: DutyLine[]) => change({ lines: next })
  const save = async () => {
    setTried(true)
    if (lines.some(faultOf) || !(await submit({ memberId, duties: toDuties(lines) }))) return
    forget()
    say('已保存')
    onSaved()
  }
  return (
    <>
      {restored && <RestoredNotice onForget={forget} />}
      <Templates posts={posts.map(({ post }) => post)} onChosen={(template) => setLines(withTemplate(lines, template))} />
      {lines.length === 0 && <EmptyState title="还没有岗位职责" hint="填入参考职责，或逐项添加。保存后全体同志都能看到。" />}
      {lines.map((line, index) => (
        <DutyCard
          key={line.key}
          line={line}
          number={index + 1}
          tried={tried}
          onChange={(part) => setLines(lines.map((each) => (each.key === line.key ? { ...each, ...part } : each)))}
          onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
          {...(index > 0 && { onUp: () => setLines(lifted(lines, index)) })}
        />
      ))}
      {lines.length < mostDuties && <Button onClick={() => setLines(withEmpty(lines))}>添加一项职责</Button>}
      {lines.length > mostDuties && <Notice tone="warning">{`最多 ${mostDuties} 项职责，请合并或移除。`}</Notice>}
      {error && <Notice tone="warning">{error.message}</Notice>}
      <Button kind="main" busy={busy} onClick={() => void save()}>
        保存
      </Button>
    </>
  )
}

/** The line of this place before the one above it. */
const lifted = (lines: readonly DutyLine[], index: number): DutyLine[] =>
  lines.map((line, place) => (place === index ? lines[index - 1] : place === index - 1 ? lines[index] : line) ?? line)

interface DutyCardProps {
  line: DutyLine
  number: number
  tried: boolean
  onChange: (part: Partial<DutyLine>) => void
  onRemove: () => void
  onUp?: () => void
}

function DutyCard({ line, number, tried, onChange, onRemove, onUp }: DutyCardProps) {
  const fault = tried ? faultOf(line) : undefined
  return (
    <Card>
      <TextField
        label={`职责 ${number}`}
        value={line.text}
        onChange={(text) => onChange({ text })}
        maxLength={60}
        placeholder="例如 联系服务群众"
        error={fault?.text}
      />
      <TextField
        label={`职责 ${number} 的任务`}
        value={line.tasks}
        onChange={(tasks) => onChange({ tasks })}
        maxLength={1200}
        lines={4}
        placeholder="一行写一项任务"
        error={fault?.tasks}
      />
      <View className="duty-editor__buttons">
        {onUp && (
          <Button small onClick={onUp}>
            上移
          </Button>
        )}
        <Button small kind="danger" onClick={onRemove}>
          移除
        </Button>
      </View>
    </Card>
  )
}
