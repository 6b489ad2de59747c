import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { openFile } from '../files'
import { isPicture, mediaTypes } from '../files/file-types'
import type { Api } from '../kernel/api'
import { contentDisposition } from './content-disposition'

/**
 * Sends the file that a signed link names. A link that is forged, changed or over finds nothing, like one to a file that is gone.
 * Nothing that was uploaded ever runs here: the type is the one its content has, only pictures are shown, and nothing in it may load or run anything.
 */
export async function sendFile({ database, files, clock }: Api, path: string, request: IncomingMessage, response: ServerResponse) {
  const query = new URL(request.url ?? '', 'http://host').searchParams
  const [orgId, fileId] = files.opened(path, query, clock())?.split('/') ?? []
  const file = orgId && fileId ? await openFile(database.db, orgId, fileId) : undefined
  const content = await (file && files.get(file.place).catch(() => undefined))
  if (!file || !content) {
    response
      .writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
      .end('链接已失效，请回到页面重新打开\n')
    return
  }
  response.writeHead(200, {
    'content-type': mediaTypes[file.type],
    'content-length': file.bytes,
    'content-disposition': contentDisposition(isPicture(file.type) ? 'inline' : 'attachment', file.name),
    'cache-control': 'private, max-age=600',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  })
  if (request.method === 'HEAD') {
    content.destroy()
    response.end()
    return
  }
  await pipeline(content, response)
}
