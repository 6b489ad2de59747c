import { direct, type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment } from '../kernel/clock'
import * as contract from './contract'
import { passwordHashOf } from './credential-queries'
import { collectPersonalData, erasePerson, giveConsentRow, withdrawConsentRow } from './privacy-queries'
import { countOtherAdministrators, isDemo, listPosts } from './queries'
import { provePassword } from './sign-in'

/** What a person decides about their own data (个人信息保护法 第二十八、二十九、四十五、四十七条). */
export const privacyActions: Implementation[] = [
  write(contract.giveConsent, async ({ purpose }, context) => {
    await giveConsentRow(context.db, context.actor.orgId, context.actor.memberId, purpose, context.now)
    await record(context, context.actor.memberId, { purpose })
    return {}
  }),

  write(contract.withdrawConsent, async ({ purpose }, context) => {
    await withdrawConsentRow(context.db, context.actor.orgId, context.actor.memberId, purpose, context.now)
    await record(context, context.actor.memberId, { purpose })
    return {}
  }),

  read(contract.exportMyData, async (_, { db, actor, now }) => ({
    exportedAt: toMoment(now),
    data: await collectPersonalData(db, actor.orgId, actor.memberId),
  })),

  direct(contract.eraseMyData, async ({ password }, context) => {
    const { actor, database, now } = context
    if (await isDemo(database.db, actor.orgId)) throw new AppError('DEMO_ONLY')
    await provePassword(context, password, await passwordHashOf(database.db, actor.orgId, actor.memberId))
    await database.transact(async (db) => {
      const posts = await listPosts(db, actor.orgId, actor.memberId)
      const administers = posts.some(({ post }) => post === 'administrator')
      if (administers && !(await countOtherAdministrators(db, actor.orgId, actor.memberId))) throw new AppError('LAST_ADMINISTRATOR')
      await erasePerson(db, actor.orgId, actor.memberId, now)
      await record({ ...context, db, actor }, actor.memberId)
    })
    return {}
  }),
]
