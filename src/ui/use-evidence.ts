import { useRef, useState } from 'react'
import { links } from '../../cloudfunctions/files/contract'
import { type EvidenceSent, type EvidenceShown, mostEvidence } from '../../cloudfunctions/showcase/contract'
import { type EvidenceItem, linkOf, toSend } from './evidence-item'
import { useEvery } from './use-every'
import { useQuery } from './use-query'
import { type Upload, useUpload } from './use-upload'

/** Links work for ten minutes at least, in ms. */
const beforeLinksEnd = 8 * 60_000

export interface TypedLink {
  url: string
  title: string
}

export interface Evidence {
  shown: EvidenceShown
  /** Names of files that are kept, but whose links are not known yet. */
  unseen: string[]
  /** Files that can no longer be had: what is attached to nothing is removed after a day. */
  gone: string[]
  upload: Upload
  /** How many more there may be. */
  room: number
  add: (item: EvidenceItem) => void
  /** By what `keyOf` says. */
  remove: (key: string) => void
  /** A link being written, if one is. */
  link: TypedLink | undefined
  typeLink: (link: TypedLink | undefined) => void
  /** For the server; a link that was written and not added goes along. */
  sent: EvidenceSent
}

export const keyOf = (item: EvidenceItem) => (item.kind === 'file' ? item.fileId : item.url)

/** One more, unless it is there already or there are enough. */
const withItem = (items: readonly EvidenceItem[], item: EvidenceItem): EvidenceItem[] =>
  items.length < mostEvidence && !items.some((each) => keyOf(each) === keyOf(item)) ? [...items, item] : [...items]

/**
 * The evidence a form goes on with; the form keeps the items, so that they outlive it. `held` is what the thing has already,
 * with its links; those of what was just uploaded are asked for here.
 */
export function useEvidence(items: readonly EvidenceItem[], onChange: (items: EvidenceItem[]) => void, held: EvidenceShown = []): Evidence {
  // Several files arrive one after the other, maybe before the form has shown the one before.
  const latest = useRef(items)
  latest.current = items
  const change = (next: EvidenceItem[]) => {
    latest.current = next
    onChange(next)
  }
  const add = (item: EvidenceItem) => change(withItem(latest.current, item))
  const upload = useUpload(async (kept) => add({ kind: 'file', ...kept }))

  const heldLinks = new Map(held.flatMap((each) => (each.kind === 'file' ? [[each.fileId, each.link]] : [])))
  const loose = items.flatMap((item) => (item.kind === 'file' && !heldLinks.has(item.fileId) ? [item.fileId] : []))
  const { data, reload } = useQuery(links, loose.length ? { fileIds: loose } : undefined)
  useEvery(beforeLinksEnd, loose.length > 0, reload)
  // Those known stay in sight while the link of one more is asked for.
  const known = useRef(new Map<string, string>())
  for (const { fileId, link } of data?.files ?? []) known.current.set(fileId, link)

  const [link, typeLink] = useState<TypedLink>()
  const written = link && linkOf(link.url, link.title)

  const whereIs = (fileId: string) => heldLinks.get(fileId) ?? known.current.get(fileId)
  const answered = data && new Set(data.files.map(({ fileId }) => fileId))
  const gone = answered ? loose.filter((fileId) => !answered.has(fileId)) : []
  return {
    shown: items.flatMap((item): EvidenceShown => {
      if (item.kind === 'link') return [item]
      const place = gone.includes(item.fileId) ? undefined : whereIs(item.fileId)
      return place ? [{ ...item, link: place }] : []
    }),
    unseen: items.flatMap((item) => (item.kind === 'file' && !whereIs(item.fileId) && !gone.includes(item.fileId) ? [item.name] : [])),
    gone,
    upload,
    room: mostEvidence - items.length,
    add,
    remove: (key) => change(latest.current.filter((each) => keyOf(each) !== key)),
    link,
    typeLink,
    sent: toSend(written ? withItem(items, written) : items),
  }
}
