import { type KeptFile, upload } from '../../cloudfunctions/files/contract'
import type { Reply } from '../../cloudfunctions/kernel/contract'
import { dataOf, noAnswer } from './call'
import type { PickedFile } from './picked-file'
import { session } from './session'

/** In ms; a photo over a slow network takes its time. */
const patience = 180_000

/**
 * Sends a file to the server and gives back what it is kept as; a refusal is thrown as CallError.
 * The same `requestId` for the same file keeps it once. `onProgress` hears of the part that is sent, from 0 to 1.
 */
export async function sendFile(file: PickedFile, requestId: string, onProgress: (part: number) => void): Promise<KeptFile> {
  const token = session.get()?.token
  const query = new URLSearchParams({ name: file.name, requestId })
  // `fetch` tells nothing while a body is being sent.
  const reply = await new Promise<Reply>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/${upload.name}?${query}`)
    request.timeout = patience
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onload = () => {
      const reply = replyIn(request.responseText)
      if (reply) resolve(reply)
      else reject(noAnswer())
    }
    request.onerror = () => reject(noAnswer())
    request.ontimeout = () => reject(noAnswer())
    request.send(file.content)
  })
  return dataOf(reply, token) as KeptFile
}

function replyIn(text: string): Reply | undefined {
  try {
    const reply = JSON.parse(text)
    return typeof reply.ok === 'boolean' ? reply : undefined
  } catch {
    return undefined
  }
}
