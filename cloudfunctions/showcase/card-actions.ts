import { linkFiles } from '../files'
import { type Context, direct, type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toDay } from '../kernel/clock'
import { newSecret } from '../kernel/ids'
import * as contract from './card-contract'
import { addCard, findCard, findOpenCard, giveTag, loadCard, openOrClose } from './card-queries'
import { keepWord } from './leave-word'
import { lockMyself, lockOwner, showsThemselves } from './owner'
import { findOwner } from './owner-queries'
import { countWords, listPublishedWords } from './word-queries'

/** 22 characters that nobody guesses; they fit a mini-program `scene` (32). */
const newTag = () => newSecret(16)

/** The card at a counter: opened and closed by its owner, read by anybody who has its code. */
export const cardActions: Implementation[] = [
  write(contract.setCard, async ({ open }, context) => {
    const { db, actor, now } = context
    const { memberId } = await (open ? lockMyself(context) : lockOwner(context, actor.memberId))
    const card = await findCard(db, actor.orgId, memberId)
    if ((card?.open ?? false) === open) return {}
    if (card) await openOrClose(db, actor.orgId, memberId, open, now)
    else await addCard(db, actor.orgId, memberId, newTag(), now)
    await record(context, memberId, { open })
    return {}
  }),

  write(contract.renewCard, async (_, context) => {
    const { db, actor, now } = context
    const { memberId } = await lockMyself(context)
    const card = await findCard(db, actor.orgId, memberId)
    if (!card?.open) throw new AppError('CARD_NOT_OPEN')
    await giveTag(db, actor.orgId, memberId, newTag(), now)
    await record(context, memberId)
    return {}
  }),

  read(contract.myCard, async (_, { db, actor, files, now, origin }) => {
    const { orgId, memberId } = actor
    const owner = await findOwner(db, orgId, memberId)
    const content = await loadCard(db, orgId, memberId, yearOf(now))
    if (!owner || !content) throw new AppError('NOT_FOUND')
    const card = await findCard(db, orgId, memberId)
    const { waiting, published } = await countWords(db, orgId, memberId)
    const { name, unitName, position, badges, pledges, performances, projects } = content
    const tag = card?.open ? card.tag : null
    return {
      ...{ name, unitName, position, badges, photo: await linkPhoto({ db, files, now, actor }, content.photoId) },
      ...{ mayOpen: showsThemselves(owner), open: card?.open ?? false, tag, link: tag && `${origin}/card?t=${tag}` },
      shown: { pledges: pledges.length, performances: performances.length, projects: projects.length, words: published },
      waitingWords: waiting,
    }
  }),

  read(contract.publicCard, async ({ tag }, { db, files, now }) => {
    const card = await findOpenCard(db, tag)
    const content = card && (await loadCard(db, card.orgId, card.memberId, yearOf(now)))
    if (!content) throw new AppError('CARD_CLOSED')
    const { photoId, ...shown } = content
    const words = await listPublishedWords(db, card.orgId, card.memberId, 20)
    const photo = await linkPhoto({ db, files, now, actor: card }, photoId)
    return { ...shown, photo, words: words.map(({ kind, text, leftOn }) => ({ kind, text, leftOn })), today: toDay(now) }
  }),

  direct(contract.leaveWord, keepWord),
]

const yearOf = (now: Date) => Number(toDay(now).slice(0, 4))

async function linkPhoto(context: Pick<Context, 'db' | 'files' | 'now'> & { actor: { orgId: string } }, photoId: string | null) {
  const [photo] = photoId ? await linkFiles(context, [photoId]) : []
  return photo?.link ?? null
}
