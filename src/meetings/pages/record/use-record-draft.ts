import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { saveRecord } from '../../../../cloudfunctions/meetings/record-contract'
import { useSubmit } from '../../../ui/use-submit'
import { type Content, contentOf, inputOf, isSame, type MeetingRecord } from './content'
import { useKept } from './kept-draft'
import { keepBoth, merge } from './merge'

/** Saved after a pause in typing, in ms; tried again more rarely where that failed. */
const pause = 1_500
const patience = 15_000

interface Saved {
  revision: number
  content: Content
  at?: string
}

/**
 * The draft under the hands of whoever writes: kept on the phone with every letter, saved by itself,
 * brought together with what was written elsewhere meanwhile.
 */
export function useRecordDraft(meetingId: string, key: string, record: MeetingRecord, active: boolean, reload: () => void) {
  const { kept, read, keep, forget } = useKept(key)
  const [saved, setSaved] = useState<Saved>()
  const { submit, busy, error } = useSubmit(saveRecord)
  const server: Saved = saved && saved.revision >= record.revision ? saved : { revision: record.revision, content: contentOf(record) }

  const arrived = kept?.sent && isSame(kept.sent, server.content) ? kept.sent : kept?.base
  const merged = kept && arrived && kept.revision !== server.revision ? merge(arrived, kept.content, server.content) : undefined
  const conflicts = merged?.conflicts ?? []
  const content = merged?.content ?? kept?.content ?? server.content

  /** From here on it is a change of what the server has now. */
  const goOn = (next: Content) => keep({ revision: server.revision, base: server.content, content: next })
  const change = (part: Partial<Content>) => {
    const next = { ...content, ...part }
    if (kept && (conflicts.length || !merged)) keep({ ...kept, content: next })
    else goOn(next)
  }
  const settle = (choice: 'mine' | 'theirs' | 'both') => {
    if (choice === 'theirs') forget()
    else goOn(choice === 'both' ? keepBoth(content, server.content, conflicts) : content)
  }

  /** Answers the revision that holds all that is written, or undefined where it could not be saved. */
  const save = async (): Promise<number | undefined> => {
    if (conflicts.length) return undefined
    if (kept) keep({ ...(merged ? { revision: server.revision, base: server.content } : kept), content, sent: content })
    const answer = await submit({ meetingId, revision: server.revision, ...inputOf(content) })
    if (!answer) return undefined
    setSaved({ revision: answer.revision, content, at: answer.savedAt })
    const typed = read()
    if (typed && !isSame(typed.content, content)) keep({ revision: answer.revision, base: content, content: typed.content })
    else forget()
    return answer.revision
  }
  const flush = async () => (kept || (!record.draft && !saved) ? save() : server.revision)

  const latest = useRef(save)
  latest.current = save
  const isWaiting = active && kept !== undefined && conflicts.length === 0
  const wait = error && error.code !== 'RECORD_CHANGED' ? patience : pause
  // biome-ignore lint/correctness/useExhaustiveDependencies: every letter begins the pause anew.
  useEffect(() => {
    if (!isWaiting || busy) return
    const timer = setTimeout(() => void latest.current(), wait)
    return () => clearTimeout(timer)
  }, [isWaiting, busy, wait, kept])

  const saveIfWaiting = useRef(() => {})
  saveIfWaiting.current = () => {
    if (isWaiting) void save()
  }
  useDidHide(() => saveIfWaiting.current())
  useEffect(() => () => saveIfWaiting.current(), [])

  const changedElsewhere = error?.code === 'RECORD_CHANGED' ? error : undefined
  useEffect(() => {
    if (changedElsewhere) reload()
  }, [changedElsewhere, reload])

  return { content, change, conflicts, theirs: server.content, settle, flush, forget, reload, kept, busy, error, savedAt: saved?.at }
}

export type RecordDraft = ReturnType<typeof useRecordDraft>
