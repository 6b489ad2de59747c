import type { IncomingMessage } from 'node:http'
import { largestFile, upload } from '../files/contract'
import type { Upload } from '../kernel/action'
import type { Api, ApiRequest } from '../kernel/api'
import { AppError } from '../kernel/app-error'
import { type ApiAnswer, refuse } from '../kernel/refuse'
import { readBytes } from './body'

export const uploadPath = `/api/${upload.name}`

/** So many files one session may send at once: each is held in memory while it is looked at. */
const atOnce = 3
/** What is far too large is cut off after so many times the limit. */
const patience = 4

const underWay = new Map<string, number>()

/**
 * `files.upload` over HTTP: the body is the file, the input stands in the query.
 * The action itself reads the body, once it knows who is asking; what it does not read is read here, so that its refusal arrives.
 */
export async function answerUpload(api: Api, caller: Omit<ApiRequest, 'action' | 'input'>, request: IncomingMessage): Promise<ApiAnswer> {
  const input = Object.fromEntries(new URL(request.url ?? '', 'http://host').searchParams)
  const { body, read } = uploadOf(request)
  const whose = caller.token ?? caller.address
  const others = underWay.get(whose) ?? 0
  underWay.set(whose, others + 1)
  try {
    const answer = others < atOnce ? await api.handle({ ...caller, action: upload.name, input, upload: body }) : refuse('TOO_MANY_REQUESTS')
    await read(0)
    return answer
  } finally {
    const left = (underWay.get(whose) ?? 1) - 1
    if (left) underWay.set(whose, left)
    else underWay.delete(whose)
  }
}

function uploadOf(request: IncomingMessage) {
  let reading: Promise<Buffer | undefined> | undefined
  const read = (limit: number) => {
    reading ??= readBytes(request, limit, patience * largestFile)
    return reading
  }
  const body: Upload = {
    async read(limit) {
      const bytes = await read(limit).catch(() => {
        throw new AppError('FILE_MISSING')
      })
      if (!bytes) throw new AppError('TOO_LARGE')
      return bytes
    },
  }
  return { body, read }
}
