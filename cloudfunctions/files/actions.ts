import { direct, type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import * as contract from './contract'
import { keepUploaded } from './keep-file'
import { linksOf } from './links'
import { findLoose } from './queries'

export const filesActions: Implementation[] = [
  direct(contract.upload, async ({ name }, context) => {
    const { upload } = context.request
    if (!upload) throw new AppError('FILE_MISSING')
    const bytes = await upload.read(contract.largestFile)
    if (!bytes.length) throw new AppError('FILE_MISSING')
    return keepUploaded(context, name, bytes)
  }),

  direct(contract.takeOver, async ({ name, cloudFile }, context) => {
    const { actor, files } = context
    const [, path = ''] = /^cloud:\/\/[^/]+\/(.*)$/.exec(cloudFile) ?? []
    const [folder, orgId, memberId, file, ...rest] = path.split('/')
    const isOwn = folder === 'uploads' && orgId === actor.orgId && memberId === actor.memberId && file && !rest.length
    if (!isOwn) throw new AppError('NOT_ALLOWED')
    const bytes = await files.collect(cloudFile, contract.largestFile).catch(() => Buffer.alloc(0))
    // Copied and removed, since whoever brought a file to the storage may still change it there.
    await files.remove(cloudFile)
    if (!bytes) throw new AppError('TOO_LARGE')
    if (!bytes.length) throw new AppError('FILE_MISSING')
    return keepUploaded(context, name, Buffer.from(bytes))
  }),

  read(contract.links, async ({ fileIds }, context) => {
    const { db, actor } = context
    return { files: await linksOf(context, await findLoose(db, actor.orgId, actor.memberId, fileIds)) }
  }),
]
