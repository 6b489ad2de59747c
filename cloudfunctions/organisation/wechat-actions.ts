import { type DirectContext, direct, type Implementation, type RequestFacts, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMomentOrNull } from '../kernel/clock'
import type { Db } from '../kernel/database'
import { WechatError } from '../kernel/wechat'
import { hashPhone, normalizePhone } from './phone'
import { findByPhone, type Whose } from './phone-queries'
import { isDemo } from './queries'
import { guessing, startSession } from './sign-in'
import * as contract from './wechat-contract'
import { bind, findBinding, findByOpenid, unbind } from './wechat-queries'

/** Signing in with WeChat, and what binds an account of WeChat to a member: their number, or a session of theirs. */
export const wechatActions: Implementation[] = [
  direct(contract.signInByWechat, async (_, context) => {
    const openid = openidOf(context)
    const found = await findByOpenid(context.database.db, openid)
    if (!found) throw new AppError('NOT_BOUND')
    return context.database.transact((db) => startSession(context, db, found))
  }),

  direct(contract.bindByPhone, async ({ code }, context) => {
    const openid = openidOf(context)
    // Whoever holds the number is let in, so trying numbers is limited as trying passwords is.
    const guess = guessing(context, `wechat ${openid}`)
    await guess.count()
    const whose = await findTheirNumber(context, code)
    return guess.succeed(async (db) => {
      await bindTo(context, db, whose, openid)
      return startSession(context, db, whose)
    })
  }),

  write(contract.bindWechat, async (_, context) => {
    const openid = openidOf(context)
    const { db, actor } = context
    // A demo's accounts are everybody's: one visitor would take them from another.
    if (await isDemo(db, actor.orgId)) throw new AppError('DEMO_ONLY')
    await bindTo(context, db, actor, openid)
    await record(context, actor.memberId)
    return {}
  }),

  write(contract.unbindWechat, async (_, context) => {
    if (!(await unbind(context.db, context.actor))) throw new AppError('NOT_BOUND')
    await record(context, context.actor.memberId)
    return {}
  }),

  read(contract.wechatBinding, async (_, { db, actor }) => {
    const found = await findBinding(db, actor)
    return { boundAt: toMomentOrNull(found?.boundAt ?? null), phone: found?.phone ?? null }
  }),
]

function openidOf({ request }: { request: RequestFacts }): string {
  if (!request.openid) throw new AppError('WECHAT_ONLY')
  return request.openid
}

/** The one member whose number WeChat confirms. */
async function findTheirNumber(context: DirectContext, code: string): Promise<Whose> {
  const { phoneKey, database } = context
  if (!phoneKey) throw new Error('PHONE_KEY is not set')
  const { countryCode, number } = await confirmNumber(context, code)
  const normal = normalizePhone(`+${countryCode}${number}`)
  const found = normal ? await findByPhone(database.db, hashPhone(normal, phoneKey)) : []
  const [only, ...others] = found
  if (!only) throw new AppError('PHONE_UNKNOWN')
  if (others.length) throw new AppError('PHONE_AMBIGUOUS')
  return only
}

/** WeChat's codes for one of its own that is invalid, used or too old. */
const unconfirmed = new Set([40013, 40029, 40163, 41008])
/** WeChat is busy (-1), or the SDK had no answer in time (501xxx). */
const isSilence = (errcode: number) => errcode === -1 || (errcode <= -501_000 && errcode > -502_000)

async function confirmNumber({ wechat }: DirectContext, code: string) {
  if (!wechat) throw new Error('an openid without WeChat')
  try {
    return await wechat.phoneNumber(code)
  } catch (error) {
    if (!(error instanceof WechatError)) throw error
    if (unconfirmed.has(error.errcode)) throw new AppError('PHONE_UNCONFIRMED')
    if (isSilence(error.errcode)) throw new AppError('WECHAT_SILENT')
    // A right that is missing, a setting that is wrong: the operator must hear of it.
    throw error
  }
}

type Author = Pick<DirectContext, 'action' | 'now' | 'newId'>

/** Where the account was somebody else's until now, their organisation's trail says so. No trail keeps the openid. */
async function bindTo({ action, now, newId }: Author, db: Db, whose: Whose, openid: string) {
  const before = await bind(db, whose, openid, now)
  if (before) await record({ action, now, newId, db, actor: { orgId: before.orgId, memberId: null } }, before.memberId, { unbound: true })
}
