import { holdOwnFile, letGoOfFile, linkFiles } from '../files'
import type { Context, WriteContext } from '../kernel/action'
import type { EvidenceSent, EvidenceShown } from './contract'
import { addEvidence, listEvidence, removeEvidence } from './evidence-queries'

/**
 * What shows that something is so: these pieces and no others from now on. Files stay the caller's own and are held; what is no longer
 * named is let go. Throws FILE_MISSING for a file that is not there, is another's, or is held by something else.
 */
export async function keepEvidence(context: WriteContext, subjectId: string, sent: EvidenceSent): Promise<void> {
  const { db, actor, now } = context
  const before = await listEvidence(db, actor.orgId, [subjectId])
  const held = new Map(before.flatMap(({ fileId, title }) => (fileId ? [[fileId, title]] : [])))
  const named = new Set(sent.flatMap((piece) => (piece.kind === 'file' ? [piece.fileId] : [])))
  for (const fileId of held.keys()) if (!named.has(fileId)) await letGoOfFile(context, fileId)
  await removeEvidence(db, actor.orgId, subjectId)
  const key = { org_id: actor.orgId, subject_id: subjectId, member_id: actor.memberId, added_at: now }
  const rows = []
  for (const [place, piece] of withoutRepeats(sent).entries()) {
    if (piece.kind === 'link') rows.push({ ...key, place, file_id: null, url: piece.url, title: piece.title })
    else {
      const title = held.get(piece.fileId) ?? (await holdOwnFile(context, piece.fileId)).name
      rows.push({ ...key, place, file_id: piece.fileId, url: null, title })
    }
  }
  await addEvidence(db, rows)
}

/** A file that was chosen twice is one piece. */
const withoutRepeats = (sent: EvidenceSent): EvidenceSent =>
  sent.filter(
    (piece, index) => piece.kind === 'link' || sent.findIndex((each) => each.kind === 'file' && each.fileId === piece.fileId) === index,
  )

/** The evidence of each of these things, in the order it was sent; things without any are left out. */
export async function evidenceOf(
  context: Pick<Context, 'db' | 'actor' | 'files' | 'now'>,
  subjectIds: readonly string[],
): Promise<Map<string, EvidenceShown>> {
  const { db, actor } = context
  const rows = subjectIds.length ? await listEvidence(db, actor.orgId, subjectIds) : []
  const files = await linkFiles(
    context,
    rows.flatMap(({ fileId }) => (fileId ? [fileId] : [])),
  )
  const byId = new Map(files.map((file) => [file.fileId, file]))
  const shown = new Map<string, EvidenceShown>()
  for (const { subjectId, fileId, url, title } of rows) {
    const file = fileId ? byId.get(fileId) : undefined
    const pieces = shown.get(subjectId) ?? []
    if (file) pieces.push({ kind: 'file', ...file })
    else if (url) pieces.push({ kind: 'link', url, title })
    shown.set(subjectId, pieces)
  }
  return shown
}
