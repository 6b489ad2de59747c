import type { DirectContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import type { InputOf, OutputOf } from '../kernel/contract'
import type { Db } from '../kernel/database'
import { sha256 } from '../kernel/ids'
import { newSession } from '../kernel/sessions'
import { normalizeActivationCode } from './activation-code'
import type { activate, signIn } from './contract'
import {
  addSession,
  type CredentialRow,
  countFailure,
  findCredential,
  findThrottles,
  forgetFailures,
  spendActivation,
} from './credential-queries'
import { hashPassword, isPassword } from './password'
import { loadMe } from './queries'
import { isThrottled, limits } from './throttle'

type SignedIn = OutputOf<typeof signIn>

export async function handleSignIn({ login, password }: InputOf<typeof signIn>, context: DirectContext): Promise<SignedIn> {
  const guess = guessing(context, login)
  await guess.refuseWhenThrottled()
  const found = await findCredential(context.database.db, login)
  if (found && found.passwordHash === null && found.activationHash !== null) throw new AppError('ACTIVATION_REQUIRED')
  if (!(await isPassword(password, found?.passwordHash ?? null)) || !found) return guess.fail('WRONG_CREDENTIALS')
  return guess.succeed((db) => startSession(context, db, found))
}

export async function handleActivate(
  { login, activationCode, password }: InputOf<typeof activate>,
  context: DirectContext,
): Promise<SignedIn> {
  const guess = guessing(context, login)
  await guess.refuseWhenThrottled()
  const found = await findCredential(context.database.db, login)
  const activationHash = sha256(normalizeActivationCode(activationCode))
  const valid = found?.activationHash === activationHash && found.activationExpiresAt !== null && found.activationExpiresAt > context.now
  const passwordHash = await hashPassword(password)
  if (!found || !valid) return guess.fail('ACTIVATION_INVALID')
  return guess.succeed(async (db) => {
    if (!(await spendActivation(db, found.orgId, found.memberId, activationHash, passwordHash, context.now)))
      throw new AppError('ACTIVATION_INVALID')
    return startSession(context, db, found)
  })
}

/** Proves that the caller knows their own password, with the same limit on guesses as a sign-in. */
export async function provePassword(context: DirectContext, password: string, hash: string | null): Promise<void> {
  const guess = guessing(context, context.actor.memberId)
  await guess.refuseWhenThrottled()
  if (!(await isPassword(password, hash))) await guess.fail('WRONG_CREDENTIALS')
}

function guessing(context: DirectContext, name: string) {
  const { database, now } = context
  // Hashed, because a directory of names that were mistyped is nobody's business.
  const byLogin = sha256(`login ${name}`)
  const byAddress = sha256(`address ${context.request.address}`)
  return {
    async refuseWhenThrottled() {
      const throttles = await findThrottles(database.db, [byLogin, byAddress])
      if (isThrottled(throttles.get(byLogin), limits.login, now) || isThrottled(throttles.get(byAddress), limits.address, now)) {
        throw new AppError('TOO_MANY_REQUESTS')
      }
    },
    /** Counts outside any transaction that is given up, so that a refused guess still counts. */
    async fail(code: 'WRONG_CREDENTIALS' | 'ACTIVATION_INVALID'): Promise<never> {
      await countFailure(database.db, byLogin, now)
      await countFailure(database.db, byAddress, now)
      throw new AppError(code)
    },
    succeed<T>(work: (db: Db) => Promise<T>): Promise<T> {
      return database.transact(async (db) => {
        await forgetFailures(db, byLogin)
        return work(db)
      })
    },
  }
}

async function startSession(context: DirectContext, db: Db, { orgId, memberId }: CredentialRow): Promise<SignedIn> {
  const { token, row } = newSession(orgId, memberId, context.request.device, context.newId(), context.now)
  await addSession(db, row)
  await record({ db, now: context.now, newId: context.newId, action: context.action, actor: { orgId, memberId } }, memberId, {
    device: row.device,
  })
  return { token, me: await loadMe(db, orgId, memberId) }
}
