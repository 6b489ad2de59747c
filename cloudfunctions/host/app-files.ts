import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'

/** Serves the built H5 app: hashed files for ever, `index.html` for every page's address. */
export function serveApp(directory: string) {
  const policy = contentPolicy(readFileSync(join(directory, 'index.html'), 'utf8'))
  const files = sirv(directory, {
    etag: true,
    single: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) => {
      const hashed = /\.[0-9a-f]{8,20}\.(js|css)$/.test(path)
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      response.setHeader('content-security-policy', policy)
      // The address holds the check-in code: it must not travel on to another site.
      response.setHeader('referrer-policy', 'no-referrer')
      // A public card is for whoever stands at the counter, and gone once it is closed: no search engine keeps it.
      response.setHeader('x-robots-tag', 'noindex, nofollow, noarchive')
      response.setHeader('x-content-type-options', 'nosniff')
      response.setHeader('permissions-policy', 'camera=(self), geolocation=(self), microphone=()')
    },
  })
  return (request: IncomingMessage, response: ServerResponse) =>
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n')
    })
}

/** Only our own scripts run; those inside `index.html` are named by their hash. */
function contentPolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  const hashes = inline.map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return [
    "default-src 'self'",
    `script-src 'self' ${hashes.join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob: mediastream:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}
