import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What WeChat answers to an openapi call: a JSON body, a picture, or nothing at all. */
type Answer = object | Buffer | 'silence'
type Sent = Record<string, unknown>

/**
 * Stands in for WeChat's servers on the loopback: what wx-server-sdk 4.0.2 sends is received as it is,
 * and what it understands is sent back. `serviceUrl` is what the SDK is given.
 */
export async function startWechatServer() {
  const answers = new Map<string, (sent: Sent) => Answer>()
  const files = new Map<string, Buffer>()
  const received: { api: string; sent: Sent; token: string }[] = []
  let origin = ''
  const fileId = (path: string) => `cloud://test.7465/${path}`

  async function admin(form: Record<string, Buffer>, response: ServerResponse) {
    const api = String(form.apiName)
    const sent = pairsOf(form.requestData ?? Buffer.alloc(0))
    received.push({ api, sent, token: String(form.wxCloudApiToken) })
    const answer = answers.get(api)?.(sent) ?? { errcode: 48001, errmsg: 'api unauthorized' }
    if (answer === 'silence') return
    const [type, body] = Buffer.isBuffer(answer) ? ['image/jpeg', answer] : ['application/json', Buffer.from(JSON.stringify(answer))]
    response.end(Buffer.concat([field(1, body), field(2, Buffer.from(type))]))
  }

  function storage(request: Record<string, unknown>, response: ServerResponse) {
    const answer = (data: object) => response.end(JSON.stringify({ requestId: 'r', data }))
    if (request.action === 'storage.getUploadMetadata') {
      const path = String(request.path)
      return answer({ url: `${origin}/cos/${path}`, token: 't', authorization: 'a', fileId: fileId(path), cosFileId: 'c' })
    }
    if (request.action === 'storage.batchDeleteFile') {
      const ids = request.fileid_list as string[]
      return answer({ delete_list: ids.map((id) => ({ fileID: id, code: files.delete(id) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' })) })
    }
    const wanted = request.file_list as { fileid: string; max_age: number }[]
    return answer({
      download_list: wanted.map(({ fileid, max_age }) => {
        if (!files.has(fileid)) return { fileID: fileid, code: 'STORAGE_FILE_NONEXIST' }
        return { fileID: fileid, code: 'SUCCESS', tempFileURL: `${origin}/cos/${fileid.slice(fileId('').length)}?sign=s&t=${max_age}` }
      }),
    })
  }

  const server = createServer(async (request, response) => {
    const body = await readAll(request)
    const [, path] = /^\/cos\/([^?]+)/.exec(request.url ?? '') ?? []
    if (path && request.method === 'PUT') {
      files.set(fileId(decodeURI(path)), body)
      return response.end()
    }
    if (path) return response.end(files.get(fileId(decodeURI(path))))
    const type = request.headers['content-type'] ?? ''
    if (type.startsWith('multipart/form-data')) return admin(partsOf(body, type), response)
    storage(JSON.parse(body.toString()), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    serviceUrl: `${origin}/admin?`,
    received,
    files,
    /** What is answered to this API from now on, given what was sent. */
    answer: (api: string, answer: (sent: Sent) => Answer) => void answers.set(api, answer),
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The fields of a multipart form. */
function partsOf(body: Buffer, type: string): Record<string, Buffer> {
  const boundary = `--${/boundary=(.+)$/.exec(type)?.[1]}`
  // Latin-1 keeps every byte.
  const parts = body.toString('latin1').split(boundary).slice(1, -1)
  return Object.fromEntries(
    parts.map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n')
      const value = rest.join('\r\n\r\n').slice(0, -2)
      return [/name="([^"]+)"/.exec(head)?.[1] ?? '', Buffer.from(value, 'latin1')]
    }),
  )
}

const varint = (value: number): number[] => (value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))])
const field = (number: number, value: Buffer) => Buffer.concat([Buffer.from([number * 8 + 2, ...varint(value.length)]), value])

/** The fields of a protobuf message that have a length, by number. */
function fieldsOf(message: Buffer): Map<number, Buffer[]> {
  const fields = new Map<number, Buffer[]>()
  let at = 0
  const read = () => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at++] ?? 0
      value += (byte % 128) * scale
      if (byte < 128) return value
    }
  }
  while (at < message.length) {
    const tag = read()
    const length = read()
    if (tag % 8 !== 2) continue
    fields.set(tag >> 3, [...(fields.get(tag >> 3) ?? []), message.subarray(at, at + length)])
    at += length
  }
  return fields
}

/** What an openapi call was given, key by key: CommApiData.openapiData.pairs of the SDK's protobuf. */
function pairsOf(message: Buffer): Sent {
  const pairs = fieldsOf(fieldsOf(message).get(2)?.[0] ?? Buffer.alloc(0)).get(1) ?? []
  return Object.fromEntries(
    pairs.map((pair) => {
      const fields = fieldsOf(pair)
      return [String(fields.get(1)?.[0]), JSON.parse(String(fields.get(2)?.[0]))]
    }),
  )
}
