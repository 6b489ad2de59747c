import type { Reply } from '../../cloudfunctions/kernel/contract'
import { CallError } from './call'
import { session } from './session'

/** WeChat's own browser lets no page save a file. */
const mayDownload = !/MicroMessenger/i.test(navigator.userAgent)
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Whether a workbook can be chosen and sent from here. */
export const mayUploadWorkbook = true

/** Lets the person choose an .xlsx and sends it; the id it has now, or undefined where they chose none. Refusals as CallError. */
export async function uploadWorkbook(onChosen: () => void): Promise<string | undefined> {
  const file = await choose()
  if (!file) return undefined
  onChosen()
  const reply = await send(file)
  if (!reply.ok) throw new CallError(reply.error.code, reply.error.message)
  return reply.data.fileId
}

function choose(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = `.xlsx,${type}`
    input.onchange = () => resolve(input.files?.[0])
    input.oncancel = () => resolve(undefined)
    input.click()
  })
}

async function send(file: File): Promise<Reply<{ fileId: string }>> {
  try {
    const response = await fetch(`/api/files.upload?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${session.get()?.token}` },
      body: file,
    })
    return await response.json()
  } catch {
    throw new CallError('OFFLINE', '现在连不上网络，请稍后再试')
  }
}

/** Hands the person a workbook, and answers where it now is, or undefined when that failed. */
export async function saveWorkbook(name: string, base64: string): Promise<string | undefined> {
  if (!mayDownload) return undefined
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Safari still reads it for a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
  return '已保存到浏览器的下载文件夹'
}

/** What to do where saving failed. */
export const cannotSave = '这里不能保存文件，请在电脑浏览器中打开'
