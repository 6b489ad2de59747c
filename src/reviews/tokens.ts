import { issue } from '../../cloudfunctions/reviews/contract'
import { scheduleBallot } from '../platform/ballot-outbox'
import { CallError, call } from '../platform/call'
import { changeBallot, isUnderWay, type KeptBallot, type KeptSecret, keptBallots } from '../platform/kept-ballots'
import { prepareRandom } from '../platform/random-bytes'
import { session } from '../platform/session'
import { readStored } from '../platform/stored-state'
import { ballotArithmetic, canRate } from './ballot-arithmetic'
import { toBytes, toText } from './base64url'

/** The server's proof does not fit: a key of its own for one person would tell that person's ballot from the others. */
const badProof = '服务器给的评议票与公布的钥匙不符，为保护您，票没有寄出。请截图并告诉支部书记。'
const notKept = '手机没有地方保存评议票，所以没有领取。请清理一些空间，关闭无痕浏览，再保存一次。'
const notMade = '没有领到评议票，请再保存一次。'

/** A serial and a blind are drawn from these. */
const randomNeeded = 512

const underWay = new Map<string, Promise<void>>()

/** Gets a kept ballot its token and its time to leave. Whoever asks again meanwhile waits for the same; without an answer it stays as it is. */
export function prepareBallot(key: string): Promise<void> {
  const known = underWay.get(key)
  if (known) return known
  const started = prepare(key).finally(() => underWay.delete(key))
  underWay.set(key, started)
  return started
}

/** What was saved for whoever is signed in and has no token yet, one after the other. */
export async function prepareBallots() {
  if (!canRate()) return
  for (const [key, ballot] of Object.entries(keptBallots.get())) if (isMine(ballot) && isUnderWay(ballot)) await prepareBallot(key)
}

const isMine = ({ memberId }: KeptBallot) => session.get()?.me.id === memberId

async function prepare(key: string) {
  const ballot = keptBallots.get()[key]
  if (!ballot || !isUnderWay(ballot)) return
  if (!ballot.token) await obtain(key, ballot)
  await scheduleBallot(key)
}

async function obtain(key: string, ballot: KeptBallot) {
  const secret = ballot.secret ?? (await makeSecret(ballot).catch(() => undefined))
  if (!secret) return changeBallot(key, { trouble: notMade })
  changeBallot(key, { secret })
  // Asked for and then forgotten, it could never be asked for again.
  const written = readStored<Record<string, KeptBallot>>('ballots')?.[key]?.secret?.serial === secret.serial
  if (!written) return changeBallot(key, { secret: undefined, trouble: notKept })
  if (!isMine(ballot)) return
  const { roundId, subjectId, part } = ballot
  try {
    const answer = await call(issue, { roundId, subjectId, blinded: secret.blinded })
    changeBallot(key, { token: open({ roundId, subjectId, part }, secret, answer) })
  } catch (error) {
    if (!(error instanceof CallError)) changeBallot(key, { trouble: badProof })
    else if (!mayBeRepeated(error)) changeBallot(key, { trouble: error.message })
  }
}

async function makeSecret({ roundId, subjectId, part, publicKey }: KeptBallot): Promise<KeptSecret> {
  const random = await prepareRandom(randomNeeded)
  const { serial, blind, blinded, tweakedKey } = ballotArithmetic().askToken({ roundId, subjectId, part }, toBytes(publicKey), random)
  return { serial: toText(serial), blind: toText(blind), blinded: toText(blinded), tweakedKey: toText(tweakedKey) }
}

/** Throws where the proof does not fit the round's published key. */
function open(
  purpose: Pick<KeptBallot, 'roundId' | 'subjectId' | 'part'>,
  secret: KeptSecret,
  answer: { evaluated: string; proof: string },
) {
  const { serial, blind, blinded, tweakedKey } = secret
  const asked = { serial: toBytes(serial), blind: toBytes(blind), blinded: toBytes(blinded), tweakedKey: toBytes(tweakedKey) }
  const issued = { evaluated: toBytes(answer.evaluated), proof: toBytes(answer.proof) }
  return toText(ballotArithmetic().openToken(purpose, asked, issued))
}

/** No answer, or one that says nothing of the ballot. */
const mayBeRepeated = ({ code }: CallError) => ['OFFLINE', 'INTERNAL', 'NOT_SIGNED_IN', 'TOO_MANY_REQUESTS', 'CONFLICT'].includes(code)
