import type { Reply } from '../../cloudfunctions/kernel/contract'
import { castBallot } from './ballot-box'
import { afterReopening, afterSaving, type Bounds, isTime, momentToSend } from './ballot-delay'
import { changeBallot, type KeptBallot, keptBallots, revisionOf, sameContent, standingOf } from './kept-ballots'
import { prepareRandom } from './random-bytes'

/** Refusals that no second attempt changes. */
const final = ['ROUND_NOT_OPEN', 'TOKEN_INVALID', 'MARKS_UNFIT', 'INVALID_INPUT', 'NOT_FOUND']

/** Ballots with a token that the box has not said OK to, those whose time comes first in front. */
const waiting = () =>
  Object.entries(keptBallots.get())
    .filter(([, ballot]) => standingOf(ballot) === 'waiting')
    .sort(([, a], [, b]) => (a.sendAt ?? 0) - (b.sendAt ?? 0))

/** Decides by chance when a ballot leaves, if that is not decided yet. */
export async function scheduleBallot(key: string, bounds: Bounds = afterSaving) {
  const random = await prepareRandom(4)
  const ballot = keptBallots.get()[key]
  if (!ballot?.token || ballot.sendAt !== undefined) return
  // Not Math.random: what it gave before stands in request ids, and whoever knows those can tell what it gives next.
  const chance = random(4).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 32
  changeBallot(key, { sendAt: momentToSend(bounds, Date.now(), Date.parse(ballot.closesAt), chance) })
}

/** Whoever opens the app asks for things by name at once: ballots that should have left meanwhile leave a little later, each on its own. */
export async function delayOverdueBallots() {
  for (const [key, { sendAt }] of waiting()) {
    if (sendAt !== undefined && !isTime(sendAt, Date.now())) continue
    changeBallot(key, { sendAt: undefined })
    await scheduleBallot(key, afterReopening)
  }
}

let sending = false

/** Sends one ballot whose time has come, if there is any. It is done when the box says OK, and tried again while there is no answer. */
export async function sendNextBallot() {
  if (sending) return
  sending = true
  try {
    for (const [key, { sendAt }] of waiting()) if (sendAt === undefined) await scheduleBallot(key)
    const [next] = waiting()
    if (next && isTime(next[1].sendAt ?? Number.POSITIVE_INFINITY, Date.now())) await send(...next)
  } finally {
    sending = false
  }
}

async function send(key: string, ballot: KeptBallot) {
  const revision = revisionOf(ballot)
  // Before it goes: whatever becomes of it, the next change is newer.
  changeBallot(key, { left: { content: ballot.content, revision } })
  const reply = await castBallot(asCast(ballot, revision)).catch(() => undefined)
  // Changed meanwhile, it is another ballot with a time of its own.
  const now = keptBallots.get()[key]
  const changed = !now || !sameContent(now.content, ballot.content)
  if (reply?.ok) return changeBallot(key, { sent: ballot.content })
  if (changed) return
  if (reply && isFinal(reply)) return changeBallot(key, { trouble: troubleOf(reply) })
  changeBallot(key, { sendAt: undefined })
  await scheduleBallot(key, afterReopening)
}

/** Nothing goes along but what the box needs: not even the name of whoever is rated. */
const asCast = ({ orgId, roundId, subjectId, part, secret, token, content: { marks, comment } }: KeptBallot, revision: number) => ({
  ...{ orgId, roundId, subjectId, part, serial: secret?.serial, token, marks, revision },
  ...(comment && { comment }),
})

type Refused = Extract<Reply, { ok: false }>
const isFinal = (reply: Reply): reply is Refused => !reply.ok && final.includes(reply.error?.code)

function troubleOf({ error: { code, message } }: Refused): string {
  if (code === 'ROUND_NOT_OPEN') return '评议已经结束，这张票没有送达，不计入结果。'
  if (code === 'TOKEN_INVALID') return '票箱没有认可这张票，它不计入结果。请把这句话告诉支部书记。'
  return message
}
