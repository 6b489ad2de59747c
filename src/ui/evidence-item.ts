import type { KeptFile } from '../../cloudfunctions/files/contract'
import type { EvidenceSent } from '../../cloudfunctions/showcase/contract'

/** One piece of evidence as the phone keeps it: a file that has arrived, or a link. What the server shows is one, too. */
export type EvidenceItem = ({ kind: 'file' } & KeptFile) | { kind: 'link'; url: string; title: string }

/** What the server takes of it. */
export const toSend = (items: readonly EvidenceItem[]): EvidenceSent =>
  items.map((item) => (item.kind === 'file' ? { kind: 'file', fileId: item.fileId } : { kind: 'link', url: item.url, title: item.title }))

const longestTitle = 60

/** The link of what somebody typed, often without its beginning; undefined where it is no address. */
export function linkOf(typedUrl: string, typedTitle: string): EvidenceItem | undefined {
  const trimmed = typedUrl.trim()
  const url = /^https?:\/\//i.test(trimmed) ? trimmed.replace(/^http/i, 'http') : `https://${trimmed}`
  if (!/^https?:\/\/[^\s<>".]+\.[^\s<>"]+$/.test(url)) return undefined
  return { kind: 'link', url, title: (typedTitle.trim() || url.replace(/^https?:\/\//, '')).slice(0, longestTitle) }
}
