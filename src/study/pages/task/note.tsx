import { Text } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { mostNote, saveNote, task } from '../../../../cloudfunctions/study/contract'
import { CallError, call } from '../../../platform/call'
import { readStored, writeStored } from '../../../platform/stored-state'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'

interface Kept {
  text: string
  revision: number
}

/** Nobody saves each letter; in ms. */
const pause = 1_500

/** The note kept with the material, saved by itself; what another phone wrote is shown before anything goes on. */
export function Note({ whose, taskId, saved }: { whose: string; taskId: string; saved: Kept | null }) {
  const key = `study.note.${whose} ${taskId}`
  // What was typed and not yet saved lies on the phone.
  const [{ text, revision }, setNote] = useState<Kept>(() => readStored<Kept>(key) ?? saved ?? { text: '', revision: 0 })
  const [said, setSaid] = useState('只有您自己能看到，会自动保存')
  const [other, setOther] = useState<Kept>()
  const typed = useRef(readStored<Kept>(key) !== undefined)
  const latest = useRef(text)
  latest.current = text

  useEffect(() => {
    if (!typed.current || other) return
    const timer = setTimeout(() => {
      call(saveNote, { taskId, text, revision })
        .then((answer) => {
          setNote((now) => ({ ...now, revision: answer.revision }))
          if (latest.current === text) {
            typed.current = false
            writeStored(key, undefined)
          }
          setSaid('已保存')
        })
        .catch(async (error) => {
          const changed = error instanceof CallError && error.code === 'NOTE_CHANGED'
          const theirs = changed ? await call(task, { taskId }).catch(() => undefined) : undefined
          if (theirs?.mine?.note) setOther(theirs.mine.note)
          setSaid(changed ? '另一台设备上有新的内容' : '还没有保存，文字留在这台手机上，联网后继续写会再保存')
        })
    }, pause)
    return () => clearTimeout(timer)
  }, [key, taskId, text, revision, other])

  const write = (next: Kept) => {
    typed.current = true
    writeStored(key, next)
    setNote(next)
  }
  const join = (theirs: Kept) => {
    setOther(undefined)
    write({ text: `${theirs.text}\n\n${text}`.slice(0, mostNote), revision: theirs.revision })
  }
  return (
    <Card title="我的笔记">
      <TextField
        label="笔记"
        lines={6}
        maxLength={mostNote}
        value={text}
        hint={said}
        onChange={(typed) => write({ text: typed, revision })}
      />
      {other && (
        <>
          <Text className="study-task__text">{other.text}</Text>
          <Button onClick={() => join(other)}>把另一台的内容放在前面，一起保留</Button>
        </>
      )}
    </Card>
  )
}
