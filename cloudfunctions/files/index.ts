import { buffer } from 'node:stream/consumers'
import type { Context, DirectContext, WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import type { FileType } from '../kernel/contract'
import type { Db } from '../kernel/database'
import type { LinkedFile } from './contract'
import { keepFile } from './keep-file'
import { linksOf } from './links'
import { findFiles, findLoose, holdFile, looseFile } from './queries'

export { sweepFiles } from './sweep'

/** The questions other features may ask about files. They say what is theirs; whether the caller may see it, they have asked before. */

/** The files with a link each, in the order asked for; what is gone is left out. A link needs no session, so it is made for nobody signed in, too. */
export const linkFiles = async (
  context: Pick<Context, 'db' | 'files' | 'now'> & { actor: { orgId: string } },
  fileIds: string[],
): Promise<LinkedFile[]> => linksOf(context, await findFiles(context.db, context.actor.orgId, fileIds))

/** The bytes of a file the caller uploaded and that nothing holds. Throws FILE_MISSING, or FILE_TYPE_REFUSED where it is not of these types. */
export async function readOwnFile(
  { actor, files, db }: Pick<Context, 'actor' | 'files'> & { db: Db },
  fileId: string,
  types: readonly FileType[],
): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await findLoose(db, actor.orgId, actor.memberId, [fileId])
  if (!file) throw new AppError('FILE_MISSING')
  if (!types.includes(file.type)) throw new AppError('FILE_TYPE_REFUSED')
  return { name: file.name, bytes: await buffer(await files.get(file.place)) }
}

/**
 * Keeps a file the server made for the caller, such as a table to download, and answers its link.
 * It is the caller's own and gone after a day. `name` has its ending. The audit trail names the action that made it.
 */
export async function keepMadeFile(context: DirectContext, file: { name: string; type: FileType; bytes: Buffer }): Promise<LinkedFile> {
  const { fileId } = await keepFile({ ...context, actor: context.actor, requestId: undefined }, file)
  const [linked] = await linkFiles({ ...context, actor: context.actor, db: context.database.db }, [fileId])
  if (!linked) throw new AppError('NOT_FOUND')
  return linked
}

/** Attaches the caller's own loose file to what the feature keeps; throws FILE_MISSING where there is none, or something else holds it already. */
export async function holdOwnFile({ db, actor }: WriteContext, fileId: string): Promise<{ name: string }> {
  const held = await holdFile(db, actor.orgId, actor.memberId, fileId)
  if (!held) throw new AppError('FILE_MISSING')
  return { name: held.name }
}

/** Nothing holds it any longer: after a day it is removed. */
export const letGoOfFile = async ({ db, actor, now }: WriteContext, fileId: string): Promise<void> => {
  await looseFile(db, actor.orgId, fileId, now)
}

/** What the host needs to send a file whose link it has checked; undefined where it is gone. */
export async function openFile(db: Db, orgId: string, fileId: string) {
  const [file] = await findFiles(db, orgId, [fileId])
  return file
}
