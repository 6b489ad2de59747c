import { type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { permit } from '../kernel/permit'
import * as contract from './contract'
import { countPeople, countUnit, findPerson, listPeople } from './people-queries'
import { findUnit } from './queries'
import { branchWarnings, postWarnings } from './roster-warnings'

/** What whoever keeps a roster looks at. */
export const peopleActions: Implementation[] = [
  read(contract.people, async ({ unitId, sought, page = 1 }, context) => {
    await permit(context, { unitId })
    const { db, actor } = context
    const stretch = { sought, limit: contract.peoplePage, offset: (page - 1) * contract.peoplePage }
    const [unit, people, total, { committee, ...counts }] = await Promise.all([
      findUnit(db, actor.orgId, unitId),
      listPeople(db, actor.orgId, unitId, stretch),
      countPeople(db, actor.orgId, unitId, sought),
      countUnit(db, actor.orgId, unitId),
    ])
    const inBranch = { full: counts.full, people: counts.full + counts.probationary, committee }
    return { people, total, counts, warnings: unit?.kind === 'branch' ? branchWarnings(inBranch) : [] }
  }),

  read(contract.person, async ({ memberId }, context) => {
    const person = await findPerson(context.db, context.actor.orgId, memberId)
    if (!person) throw new AppError('NOT_FOUND')
    await permit(context, { unitId: person.unitId })
    return { ...person, warnings: postWarnings(person.posts.length) }
  }),
]
