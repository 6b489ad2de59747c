import { type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { may } from '../kernel/permit'
import * as contract from './card-contract'
import { revoke } from './contract'
import { findOwner } from './owner-queries'
import { countWords, listPublishedWords } from './word-queries'

const most = 100

/** What the public said, for everybody who is signed in. */
export const wordActions: Implementation[] = [
  read(contract.words, async ({ memberId }, context) => {
    const { db, actor } = context
    const owner = await findOwner(db, actor.orgId, memberId)
    if (!owner) throw new AppError('NOT_FOUND')
    const mayTakeDown = await may(context, revoke.name, { unitId: owner.unitId })
    const rows = await listPublishedWords(db, actor.orgId, memberId, most)
    const { published } = await countWords(db, actor.orgId, memberId)
    return { total: published, words: rows.map((row) => ({ ...row, submissionId: mayTakeDown ? row.submissionId : null })) }
  }),
]
