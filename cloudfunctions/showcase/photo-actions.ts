import { holdOwnFile, keepMadeFile, letGoOfFile, readOwnFile } from '../files'
import { type DirectContext, direct, type Implementation, type WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { fileTypes } from '../kernel/contract'
import { once } from '../kernel/replies'
import * as contract from './identity-contract'
import { changeProfile, findPhoto } from './identity-queries'
import { lockMyself } from './owner'
import { stripMetadata } from './strip-metadata'

/** Handles its own transaction, so that no file is read or written inside one. */
export const photoActions: Implementation[] = [
  direct(contract.setPhoto, async ({ fileId }, context) => {
    const { database, actor, requestId } = context
    const photoId = fileId && (await keepStripped(context, fileId))
    await database.transact((db) => {
      const inner: WriteContext = { ...context, db, actor }
      const work = () => replacePhoto(inner, photoId)
      // A repeat leaves its copy to the sweep.
      return requestId ? once(inner, requestId, { fileId }, work) : work()
    })
    return {}
  }),
]

async function replacePhoto(context: WriteContext, photoId: string | null): Promise<object> {
  const { db, actor, now } = context
  const { memberId } = await lockMyself(context)
  const before = await findPhoto(db, actor.orgId, memberId)
  if (photoId) await holdOwnFile(context, photoId)
  if (before) await letGoOfFile(context, before)
  await changeProfile(db, actor.orgId, memberId, { photo_id: photoId }, now)
  await record(context, memberId, { photo: photoId !== null })
  return {}
}

/** A copy of the caller's own upload without what only its maker need know; the upload itself is gone after a day. Answers the copy's id. */
async function keepStripped(context: DirectContext, fileId: string): Promise<string> {
  const { bytes } = await readOwnFile({ ...context, actor: context.actor, db: context.database.db }, fileId, fileTypes)
  const stripped = stripMetadata(bytes)
  if (!stripped || stripped.length > contract.largestPhoto) throw new AppError('PHOTO_UNSUITABLE')
  return (await keepMadeFile(context, { name: '照片.jpg', type: 'jpg', bytes: Buffer.from(stripped) })).fileId
}
