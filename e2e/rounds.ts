import { randomBytes } from 'node:crypto'
import { askToken, openToken } from '../cloudfunctions/reviews/ballot-token'
import { toBytes, toText } from '../cloudfunctions/reviews/bytes'
import type { Part, Template } from '../cloudfunctions/reviews/contract'
import { ask, signIn } from './browser'

export interface PreparedRounds {
  /** Open; nobody has rated yet. */
  open: string
  subjectId: string
  /** Closed, with enough ballots for each of its subjects who has any. */
  closed: string
  /** An appraisal under way, with some ballots in. */
  held: string
}

interface Round {
  orgId: string
  publicKey: string
  subjects: { subjectId: string; name: string; part: Part }[]
}

const criteria = ['政治品德', '学习能力', '岗位履职', '服务群众', '廉洁自律'].map((name) => ({ name, weight: 20 }))

/** A round of the first branch, opened by its secretary. */
export async function openRound(origin: string, title: string, minimumBallots = 3, template: Template = 'review'): Promise<string> {
  const { token, me } = await signIn(origin, 'secretary1')
  const closesAt = new Date(Date.now() + 7 * 86_400_000).toISOString()
  const setting = { title, criteria, raters: ['mutual', 'public'], minimumBallots, comments: true, closesAt }
  const { roundId } = await ask<{ roundId: string }>(origin, token, 'reviews.createRound', {
    unitId: me.unitId,
    template,
    ...setting,
  })
  await ask(origin, token, 'reviews.open', { roundId })
  return roundId
}

export async function closeRound(origin: string, roundId: string) {
  const { token } = await signIn(origin, 'secretary1')
  return ask<{ ballots: number; issued: number }>(origin, token, 'reviews.close', { roundId, caps: [] })
}

/** One round to rate in and one that is over, rated by five members as their phones do it. */
export async function prepareRounds(origin: string): Promise<PreparedRounds> {
  const closed = await openRound(origin, '三季度一评')
  for (const number of [3, 4, 5, 6, 7]) await rate(origin, `member${number}`, closed, 4, number)
  await closeRound(origin, closed)
  const held = await openRound(origin, '2026 年度民主评议党员', 5, 'appraisal')
  for (const number of [8, 9]) await rate(origin, `member${number}`, held, 4, number)
  const open = await openRound(origin, '四季度一评', 5)
  const { token } = await signIn(origin, 'member2')
  const { subjects } = await ask<Round>(origin, token, 'reviews.round', { roundId: open })
  return { open, closed, held, subjectId: subjects[0]?.subjectId ?? '' }
}

const random = (count: number) => new Uint8Array(randomBytes(count))

async function rate(origin: string, login: string, roundId: string, most: number, seed: number) {
  const { token } = await signIn(origin, login)
  const { orgId, publicKey, subjects } = await ask<Round>(origin, token, 'reviews.round', { roundId })
  for (const [place, { subjectId, part }] of subjects.slice(0, most).entries()) {
    const purpose = { roundId, subjectId, part }
    const asked = askToken(purpose, toBytes(publicKey), random)
    const answer = await ask<{ evaluated: string; proof: string }>(origin, token, 'reviews.issue', {
      ...{ roundId, subjectId, blinded: toText(asked.blinded) },
    })
    const opened = openToken(purpose, asked, { evaluated: toBytes(answer.evaluated), proof: toBytes(answer.proof) })
    const marks = criteria.map((_, index) => 100 - 5 * ((seed + place + index) % 5))
    const ballot = { orgId, ...purpose, serial: toText(asked.serial), token: toText(opened), marks, revision: 0 }
    const response = await fetch(`${origin}/ballot-box`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ballot),
    })
    if (!response.ok) throw new Error(`the box answers ${response.status}`)
  }
}
