import { useRef, useState } from 'react'
import { type KeptFile, largestFile } from '../../cloudfunctions/files/contract'
import type { FileType } from '../../cloudfunctions/kernel/contract'
import { CallError } from '../platform/call'
import { pickFiles } from '../platform/pick-files'
import type { PickedFile } from '../platform/picked-file'
import { newRequestId } from '../platform/request-id'
import { sendFile } from '../platform/send-file'

/** A file on its way, or one that did not arrive. */
export interface Sending {
  /** Also the key that lets it be sent again without being kept twice. */
  key: string
  file: PickedFile
  /** From 0 to 1. */
  part: number
  error?: string
  /** Sending it again cannot help. */
  final?: boolean
}

export interface Upload {
  sending: Sending[]
  busy: boolean
  pick: (types: readonly FileType[], most: number) => Promise<void>
  /** Sends what was chosen otherwise. */
  send: (files: readonly PickedFile[]) => Promise<void>
  retry: (key: string) => Promise<void>
  drop: (key: string) => void
}

/**
 * Lets the person choose files and sends one after the other; `use` says what becomes of each once it is kept, and may refuse with CallError.
 * What did not arrive stays in sight until it is sent again or dropped.
 */
export function useUpload(use: (kept: KeptFile) => Promise<unknown>): Upload {
  const [sending, setSending] = useState<Sending[]>([])
  const waiting = useRef<Promise<void>>(Promise.resolve())
  const change = (key: string, own: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...own } : each)))
  const drop = (key: string) => setSending((all) => all.filter((each) => each.key !== key))

  const send = async ({ key, file }: Sending) => {
    try {
      await use(await sendFile(file, key, (part) => change(key, { part })))
      drop(key)
    } catch (reason) {
      const refused = reason instanceof CallError ? reason : new CallError('INTERNAL', '没有上传成功，请重试')
      change(key, { part: 0, error: refused.message, final: refused.code === 'FILE_TYPE_REFUSED' || refused.code === 'PHOTO_UNSUITABLE' })
    }
  }
  const queue = (items: Sending[]) => {
    for (const item of items) waiting.current = waiting.current.then(() => send(item))
    return waiting.current
  }

  const add = async (files: readonly PickedFile[]) => {
    const chosen = files.map(begin)
    setSending((all) => [...all, ...chosen])
    await queue(chosen.filter(({ error }) => !error))
  }

  return {
    sending,
    busy: sending.some(({ error }) => !error),
    pick: async (types, most) => add(await pickFiles(types, most)),
    send: add,
    retry: async (key) => {
      const again = sending.find((each) => each.key === key)
      if (!again?.error) return
      setSending((all) => all.map((each) => (each.key === key ? { key, file: each.file, part: 0 } : each)))
      await queue([again])
    },
    drop,
  }
}

function begin(file: PickedFile): Sending {
  const item = { key: newRequestId(), file, part: 0 }
  if (file.bytes > largestFile) return { ...item, error: '文件超过 10 MB，请压缩后再上传', final: true }
  return file.bytes === 0 ? { ...item, error: '这个文件是空的，请重新选择', final: true } : item
}
