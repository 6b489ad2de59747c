import { direct, type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment } from '../kernel/clock'
import * as contract from './contract'
import { changeCredential, endSessionRow, endSessions, listSessions, passwordHashOf } from './credential-queries'
import { demoLogins, demoPassword } from './demo-sign-ins'
import { hashPassword } from './password'
import { demoOrganisation, isDemo, loadMe } from './queries'
import { handleActivate, handleSignIn, provePassword, refusePublicPassword } from './sign-in'

/** Signing in and out, passwords and the devices one is signed in on. */
export const signInActions: Implementation[] = [
  direct(contract.signIn, handleSignIn),
  direct(contract.activate, handleActivate),

  read(contract.welcome, async (_, { db }) => {
    const demo = await demoOrganisation(db)
    return { demo: demo ? { organisationName: demo.name, password: demoPassword, logins: demoLogins } : null }
  }),

  read(contract.getMe, (_, { db, actor }) => loadMe(db, actor.orgId, actor.memberId)),

  write(contract.signOut, async (_, context) => {
    const { db, actor } = context
    await endSessionRow(db, actor.orgId, actor.memberId, actor.sessionId)
    await record(context, actor.memberId)
    return {}
  }),

  read(contract.sessions, async (_, { db, actor, now }) => {
    const rows = await listSessions(db, actor.orgId, actor.memberId, now)
    return {
      sessions: rows.map((row) => ({
        sessionId: row.session_id,
        device: row.device,
        startedAt: toMoment(row.started_at),
        expiresAt: toMoment(row.expires_at),
        current: row.session_id === actor.sessionId,
      })),
    }
  }),

  write(contract.endSession, async ({ sessionId }, context) => {
    const { db, actor } = context
    if (!(await endSessionRow(db, actor.orgId, actor.memberId, sessionId))) throw new AppError('NOT_FOUND')
    await record(context, actor.memberId)
    return {}
  }),

  direct(contract.changePassword, async ({ current, next }, context) => {
    const { actor, database, now } = context
    if (await isDemo(database.db, actor.orgId)) throw new AppError('DEMO_ONLY')
    await provePassword(context, current, await passwordHashOf(database.db, actor.orgId, actor.memberId))
    await refusePublicPassword(database.db, actor.orgId, { next })
    const change = { password_hash: await hashPassword(next), activation_hash: null, activation_expires_at: null, changed_at: now }
    await database.transact(async (db) => {
      await changeCredential(db, actor.orgId, actor.memberId, change)
      await endSessions(db, actor.orgId, actor.memberId, actor.sessionId)
      await record({ ...context, db, actor }, actor.memberId)
    })
    return {}
  }),
]
