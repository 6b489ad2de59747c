import { createHash } from 'node:crypto'
import type { DirectContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import type { FileType } from '../kernel/contract'
import { filePath } from '../kernel/files'
import { once } from '../kernel/replies'
import type { KeptFile } from './contract'
import { fileTypeOf } from './file-content'
import { fileNameOf } from './file-name'
import { announceFile, countLoose, forgetFile, setPlace } from './queries'

/** So many files that nothing holds may one person have: more would only fill the disk. */
const mostLoose = 60

/** Keeps what a person sent, once for each request id. Throws FILE_TYPE_REFUSED for content that is not taken. */
export async function keepUploaded(context: DirectContext, typed: string, bytes: Buffer): Promise<KeptFile> {
  const { database, actor } = context
  const type = await fileTypeOf(bytes)
  if (!type) throw new AppError('FILE_TYPE_REFUSED')
  if ((await countLoose(database.db, actor.orgId, actor.memberId)) >= mostLoose) throw new AppError('FILE_TOO_MANY')
  return keepFile(context, { name: fileNameOf(typed, type), type, bytes })
}

interface NewFile {
  name: string
  type: FileType
  bytes: Buffer
}

/**
 * The row goes before the bytes and learns their place after them. So a process that dies in between leaves no bytes
 * that nothing knows of, and nobody waits for a disk or a network inside a transaction.
 */
export async function keepFile(context: DirectContext, { name, type, bytes }: NewFile): Promise<KeptFile> {
  const { database, files, actor, now, newId, requestId } = context
  const { orgId, memberId } = actor
  const kept: KeptFile = { fileId: newId(), name, type, bytes: bytes.length }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const row = { org_id: orgId, file_id: kept.fileId, name, type, bytes: bytes.length, sha256 }
  await announceFile(database.db, { ...row, uploaded_by: memberId, uploaded_at: now })
  let place: string | undefined
  try {
    const stored = await files.put(filePath(orgId, kept.fileId), bytes)
    place = stored
    const first = await database.transact(async (db) => {
      const inner = { ...context, db, actor }
      const finish = async () => {
        await setPlace(db, orgId, kept.fileId, stored)
        await record(inner, kept.fileId, { type, bytes: bytes.length })
        return kept
      }
      return requestId ? once(inner, requestId, { name, sha256 }, finish) : finish()
    })
    if ((first as KeptFile).fileId === kept.fileId) return kept
    await discard(context, kept.fileId, place)
    return first as KeptFile
  } catch (error) {
    await discard(context, kept.fileId, place)
    throw error
  }
}

/** What fails here is left to the sweep. */
async function discard({ database, files, actor }: DirectContext, fileId: string, place: string | undefined): Promise<void> {
  try {
    if (place) await files.remove(place)
    await forgetFile(database.db, actor.orgId, fileId)
  } catch {
    // The row is still there, and loose.
  }
}
