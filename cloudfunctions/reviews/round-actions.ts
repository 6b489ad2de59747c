import { randomBytes } from 'node:crypto'
import { type Implementation, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { permit } from '../kernel/permit'
import { findUnitKind } from '../organisation'
import { newRoundKey } from './ballot-token'
import { toText } from './bytes'
import { closeAndCount } from './close-round'
import * as contract from './contract'
import { addRaters, addSubjects } from './opening-queries'
import { lockPermitted } from './permitted-round'
import { addRound, changeRound, removeRound } from './queries'

/** What an officer does with a round: prepare it, open it, give it more time, close it. */
export const roundActions: Implementation[] = [
  write(contract.createRound, async ({ unitId, template, closesAt, minimumBallots, ...setting }, context) => {
    const { db, actor, now, newId } = context
    await permit(context, { unitId })
    if ((await findUnitKind(db, actor.orgId, unitId)) === 'group') throw new AppError('NOT_A_ROUND_UNIT')
    const closes_at = comingOrRefuse(closesAt, now)
    const roundId = newId()
    const key = { org_id: actor.orgId, round_id: roundId, unit_id: unitId, created_by: actor.memberId, created_at: now }
    await addRound(db, { ...key, ...setting, template, closes_at, minimum_ballots: minimumBallots })
    await record(context, roundId, { unitId, template, title: setting.title })
    return { roundId }
  }),

  write(contract.changeRound, async ({ roundId, closesAt, minimumBallots, ...setting }, context) => {
    const { db, actor, now } = context
    const round = await lockPermitted(context, roundId)
    if (round.state !== 'draft') throw new AppError('ROUND_OPENED')
    const closes_at = comingOrRefuse(closesAt, now)
    await changeRound(db, actor.orgId, roundId, { ...setting, closes_at, minimum_ballots: minimumBallots })
    await record(context, roundId, { title: setting.title })
    return {}
  }),

  write(contract.discardRound, async ({ roundId }, context) => {
    const { db, actor } = context
    const round = await lockPermitted(context, roundId)
    if (round.state !== 'draft') throw new AppError('ROUND_OPENED')
    await removeRound(db, actor.orgId, roundId)
    await record(context, roundId, { title: round.title })
    return {}
  }),

  write(contract.openRound, async ({ roundId }, context) => {
    const { db, actor, now } = context
    const round = await lockPermitted(context, roundId)
    if (round.state === 'closed') throw new AppError('ROUND_CLOSED')
    if (round.state === 'open') throw new AppError('ROUND_OPENED')
    if (round.closesAt <= now) throw new AppError('WINDOW_OVER')
    const subjects = await addSubjects(db, actor.orgId, round)
    const raters = await addRaters(db, actor.orgId, round)
    if (!subjects || !raters) throw new AppError('NOBODY_TO_RATE')
    const { secretKey, publicKey } = newRoundKey((count) => new Uint8Array(randomBytes(count)))
    const keys = { secret_key: toText(secretKey), public_key: toText(publicKey) }
    await changeRound(db, actor.orgId, roundId, { state: 'open', opened_at: now, ...keys })
    await record(context, roundId, { subjects, raters })
    return { subjects, raters }
  }),

  write(contract.extendRound, async ({ roundId, closesAt }, context) => {
    const { db, actor } = context
    const round = await lockPermitted(context, roundId)
    if (round.state !== 'open') throw new AppError('ROUND_NOT_OPEN')
    const closes_at = comingOrRefuse(closesAt, round.closesAt)
    await changeRound(db, actor.orgId, roundId, { closes_at })
    await record(context, roundId, { closesAt })
    return {}
  }),

  write(contract.closeRound, async ({ roundId, caps }, context) => {
    const round = await lockPermitted(context, roundId)
    if (round.state !== 'open') throw new AppError('ROUND_NOT_OPEN')
    if (caps.length && round.template !== 'appraisal') throw new AppError('CAPS_WITHOUT_GRADES')
    const counted = await closeAndCount(context, round, caps)
    await record(context, roundId, { ...counted, caps })
    return counted
  }),
]

/** Throws WINDOW_OVER for a moment that is not after the other. */
function comingOrRefuse(closesAt: string, after: Date): Date {
  const at = new Date(closesAt)
  if (at <= after) throw new AppError('WINDOW_OVER')
  return at
}
