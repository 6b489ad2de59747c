import type { DirectContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { recordEach } from '../kernel/audit'
import { toDay } from '../kernel/clock'
import type { OutputOf, ParsedInputOf } from '../kernel/contract'
import { idFrom, newTimelessId, sha256 } from '../kernel/ids'
import { countTries } from '../kernel/tries'
import type { leaveWord } from './card-contract'
import { findOpenCard } from './card-queries'
import { lockOwnerRow } from './owner-queries'
import { submit } from './submit'
import { dayStart, hourOf, networkOf, wordLimits } from './word-limits'
import { addWord, findWord } from './word-queries'

type Word = ParsedInputOf<typeof leaveWord>

/** Manages its own transactions, since a refused try is counted as well. */
export async function keepWord(word: Word, context: DirectContext): Promise<OutputOf<typeof leaveWord>> {
  const { database, requestId } = context
  const card = await findOpenCard(database.db, word.tag)
  // Nobody is signed in who could be told from others by their session, so the word itself bears the request's key.
  const wordId = requestId ? idFrom(`${word.tag} ${requestId}`) : newTimelessId()
  const kept = card && requestId ? await findWord(database.db, card.orgId, wordId) : undefined
  if (kept) return sameOrConflict(kept, word)
  await countNetwork(context, word.tag)
  if (!card) throw new AppError('CARD_CLOSED')
  await countCard(context, word.tag)
  await database.transact((db) =>
    putBeforeBranch({ ...momentless(context), db, actor: { orgId: card.orgId } }, card.memberId, word, wordId),
  )
  return {}
}

type Nobody = Parameters<typeof submit>[0] & Pick<DirectContext, 'action'>

/** Not a copy of the whole, since there is no actor to be copied; ids that say nothing of the time. */
const momentless = ({ action, now }: DirectContext) => ({ action, now, newId: newTimelessId })

async function putBeforeBranch(context: Nobody, memberId: string, { tag, kind, text }: Word, wordId: string): Promise<void> {
  const { db, actor, now, action } = context
  const owner = await lockOwnerRow(db, actor.orgId, memberId)
  // Asked again: whoever closes a card holds the same lock.
  if (!owner || !(await findOpenCard(db, tag))) throw new AppError('CARD_CLOSED')
  const left_on = toDay(now)
  const added = await addWord(db, { org_id: actor.orgId, word_id: wordId, member_id: owner.memberId, kind, text, left_on })
  if (!added) return void sameOrConflict(await findWord(db, actor.orgId, wordId), { kind, text })
  // The day is all that is kept of when it was, here and in the trail.
  const today = { ...context, now: dayStart(left_on) }
  await submit(today, owner, wordId, { kind: 'word', wordKind: kind, text })
  await recordEach({ ...today, action, actor: { orgId: actor.orgId, memberId: null } }, [{ subjectId: wordId, detail: { kind } }])
}

function sameOrConflict(kept: Pick<Word, 'kind' | 'text'> | undefined, { kind, text }: Pick<Word, 'kind' | 'text'>) {
  if (kept?.kind !== kind || kept.text !== text) throw new AppError('CONFLICT')
  return {}
}

/** Before it is known whether there is such a card: codes are not to be tried out. */
async function countNetwork({ database, now, request }: DirectContext, tag: string): Promise<void> {
  const network = networkOf(request.address)
  // Hashed as guesses of passwords are, and gone after a day.
  const [all, toCard] = [sha256(`words from ${network}`), sha256(`words from ${network} to ${tag}`)]
  const counts = await countTries(database.db, [all, toCard], wordLimits.networkWindow, hourOf(now))
  const count = (subject: string) => counts.get(subject)?.failures ?? 0
  if (count(all) > wordLimits.network || count(toCard) > wordLimits.networkToCard) throw new AppError('TOO_MANY_REQUESTS')
}

/** Afterwards: who is refused as one of many does not use up the card for others. */
async function countCard({ database, now }: DirectContext, tag: string): Promise<void> {
  const subject = sha256(`words to ${tag}`)
  const counts = await countTries(database.db, [subject], wordLimits.cardWindow, dayStart(toDay(now)))
  if ((counts.get(subject)?.failures ?? 0) > wordLimits.card) throw new AppError('WORDS_FULL')
}
