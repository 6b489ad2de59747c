import type { DirectContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import type { InputOf, OutputOf } from '../kernel/contract'
import type { Db } from '../kernel/database'
import { sha256 } from '../kernel/ids'
import { newSession } from '../kernel/sessions'
import { countTries } from '../kernel/tries'
import { normalizeActivationCode } from './activation-code'
import type { activate, signIn } from './contract'
import { addSession, findCredential, findThrottles, forgetGuesses, spendActivation, uncountGuess } from './credential-queries'
import { demoPassword } from './demo-sign-ins'
import { hashPassword, isPassword } from './password'
import type { Whose } from './phone-queries'
import { isDemo, loadMe } from './queries'
import { isThrottled, limits, type Throttle, windowMinutes } from './throttle'

type SignedIn = OutputOf<typeof signIn>

export async function handleSignIn({ login, password }: InputOf<typeof signIn>, context: DirectContext): Promise<SignedIn> {
  const guess = guessing(context, login)
  await guess.count()
  const found = await findCredential(context.database.db, login)
  if (found && found.passwordHash === null && found.activationHash !== null) {
    await guess.takeBack(context.database.db)
    throw new AppError('ACTIVATION_REQUIRED')
  }
  if (!(await isPassword(password, found?.passwordHash ?? null)) || !found) throw new AppError('WRONG_CREDENTIALS')
  return guess.succeed((db) => startSession(context, db, found))
}

export async function handleActivate(
  { login, activationCode, password }: InputOf<typeof activate>,
  context: DirectContext,
): Promise<SignedIn> {
  const guess = guessing(context, login)
  await guess.count()
  const found = await findCredential(context.database.db, login)
  const activationHash = sha256(normalizeActivationCode(activationCode))
  const valid = found?.activationHash === activationHash && found.activationExpiresAt !== null && found.activationExpiresAt > context.now
  const passwordHash = await hashPassword(password)
  if (!found || !valid) throw new AppError('ACTIVATION_INVALID')
  await refusePublicPassword(context.database.db, found.orgId, { password })
  return guess.succeed(async (db) => {
    if (!(await spendActivation(db, found.orgId, found.memberId, activationHash, passwordHash, context.now)))
      throw new AppError('ACTIVATION_INVALID')
    return startSession(context, db, found)
  })
}

/** Proves that the caller knows their own password, with the same limit on guesses as a sign-in. */
export async function provePassword(context: DirectContext, password: string, hash: string | null): Promise<void> {
  const guess = guessing(context, context.actor.memberId)
  await guess.count()
  if (!(await isPassword(password, hash))) throw new AppError('WRONG_CREDENTIALS')
  await guess.takeBack(context.database.db)
}

/** The demo's password stands on its sign-in page, so it opens nothing else. `chosen` has one key: the field it was typed into. */
export async function refusePublicPassword(db: Db, orgId: string, chosen: Record<string, string>): Promise<void> {
  for (const [field, password] of Object.entries(chosen)) {
    if (password === demoPassword && !(await isDemo(db, orgId))) {
      throw new AppError('INVALID_INPUT', { [field]: '这是公开的演示密码，请换一个' })
    }
  }
}

/** Counts tries at the account `name`, and the address they come from. */
export function guessing(context: DirectContext, name: string) {
  const { database, now } = context
  // Hashed, because a directory of names that were mistyped is nobody's business.
  const byLogin = sha256(`login ${name}`)
  const byAddress = sha256(`address ${context.request.address}`)
  const refuseAbove = (allowed: { login: number; address: number }, throttles: Map<string, Throttle>) => {
    const tooMany = isThrottled(throttles.get(byLogin), allowed.login, now) || isThrottled(throttles.get(byAddress), allowed.address, now)
    if (tooMany) throw new AppError('TOO_MANY_REQUESTS')
  }
  const takeBack = async (db: Db) => {
    await forgetGuesses(db, byLogin)
    await uncountGuess(db, byAddress)
  }
  return {
    /**
     * Counts the guess before it is judged, so that many at the same moment cannot slip past the limit together,
     * and outside any transaction that is given up. One that is refused for being too many is not counted itself.
     */
    async count() {
      refuseAbove(limits, await findThrottles(database.db, [byLogin, byAddress]))
      const counted = await countTries(database.db, [byLogin, byAddress], windowMinutes * 60_000, now)
      refuseAbove({ login: limits.login + 1, address: limits.address + 1 }, counted)
    },
    /** A right guess clears the name's count; the address only loses this one, since others share it. */
    takeBack,
    succeed<T>(work: (db: Db) => Promise<T>): Promise<T> {
      return database.transact(async (db) => {
        await takeBack(db)
        return work(db)
      })
    },
  }
}

export async function startSession(context: DirectContext, db: Db, { orgId, memberId }: Whose): Promise<SignedIn> {
  const { token, row } = newSession(orgId, memberId, context.request.device, context.newId(), context.now)
  await addSession(db, row)
  await record({ db, now: context.now, newId: context.newId, action: context.action, actor: { orgId, memberId } }, memberId, {
    device: row.device,
  })
  return { token, me: await loadMe(db, orgId, memberId) }
}
