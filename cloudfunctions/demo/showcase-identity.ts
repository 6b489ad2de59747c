import { createHash } from 'node:crypto'
import { templateFor } from '../showcase/duty-templates'
import { addDays, type Day, dayOf, hoursBefore, momentOf } from './calendar'
import { between, chance, choose, idOf } from './chance'
import { orgId } from './organisation-plan'
import { fact, type Shower, type Shown, submit } from './showcase-people'
import { badges, introductions, pairingWords, positions, publicWords } from './showcase-words'

/** 亮身份: a position for everybody, a badge for one in three, an open card for one in four, duties for all but every fifth. */
export function showIdentity(shown: Shown, shower: Shower, today: Date): void {
  const { member, branch, seat } = shower
  const key = `identity/${member.member_id}`
  const early = january(today)
  shown.profiles.push({
    ...{ org_id: orgId, member_id: member.member_id, photo_id: null, changed_at: early },
    introduction: choose(`${key}/introduction`, introductions),
    joined_on: joinedOn(key, member.standing === 'probationary', today),
  })
  claim(shown, shower, 'position', choose(`${key}/position`, positions[branch.number] ?? ['综合岗']), early, early)
  if (chance(`${key}/badge`) < 1 / 3) claim(shown, shower, 'badge', choose(`${key}/badge`, badges), early, early)
  if (seat === 8) claim(shown, shower, 'badge', '志愿服务先进个人', hoursBefore(today, 20), null)
  if (chance(`${key}/pairing`) < 0.3) {
    const pairing = choose(`${key}/pairing`, pairingWords)
    const row = { org_id: orgId, pairing_id: idOf(`${key}/pairing`, early), member_id: member.member_id, ...pairing }
    shown.pairings.push({ ...row, project_id: null, since: early, ended_at: null })
  }
  if (seat % 5 !== 4) setDuties(shown, shower, early)
  if (seat % 4 === 0) openCard(shown, shower, today)
}

/** What their post asks of them, as the branch took it over from the template. */
function setDuties(shown: Shown, { member, branch, decidedBy }: Shower, at: Date) {
  const posts = branch.posts.filter(({ member_id }) => member_id === member.member_id).map(({ post }) => post)
  for (const [place, { text, tasks }] of templateFor(posts).duties.entries())
    shown.duties.push({ org_id: orgId, member_id: member.member_id, place, text, tasks, set_by: decidedBy, set_at: at })
}

/** Early in January, or an hour ago where that is still to come. */
function january(today: Date): Date {
  const at = momentOf(`${dayOf(today).slice(0, 4)}-01-05`, '09:00')
  return at < today ? at : hoursBefore(today, 1)
}

function claim(shown: Shown, shower: Shower, kind: 'position' | 'badge', text: string, at: Date, confirmed_at: Date | null) {
  const claim_id = idOf(`claim/${shower.member.member_id}/${kind}/${text}`, at)
  const state = confirmed_at ? 'confirmed' : 'waiting'
  shown.claims.push({ org_id: orgId, claim_id, member_id: shower.member.member_id, kind, text, state, claimed_at: at, confirmed_at })
  submit(shown, shower, { subjectId: claim_id, at, content: { kind, text } }, confirmed_at)
  if (confirmed_at && kind === 'badge') fact(shown, shower, 'badge-confirmed', claim_id, confirmed_at, '')
}

/** A probationary member joined within the last year. */
function joinedOn(key: string, lately: boolean, today: Date): Day {
  const day = dayOf(today)
  if (lately) return addDays(day, -between(`${key}/joined`, 60, 300))
  return addDays(day, -between(`${key}/joined`, 2 * 365, 28 * 365))
}

function openCard(shown: Shown, shower: Shower, today: Date) {
  const { member, seat } = shower
  const tag = createHash('sha256').update(`card/${member.member_id}`).digest('base64url').slice(0, 22)
  shown.cards.push({ org_id: orgId, member_id: member.member_id, tag, open: true, changed_at: hoursBefore(today, 24 * 30) })
  shown.tags.push({ tag, org_id: orgId, member_id: member.member_id })
  for (const number of [0, 1]) {
    // Nothing finer than the day is kept of a word.
    const at = momentOf(dayOf(hoursBefore(today, 24 * (9 + 20 * number) + seat)), '00:00')
    const { kind, text } = choose(`word/${member.member_id}/${number}`, publicWords)
    const word_id = idOf(`word/${member.member_id}/${number}`, at)
    // Of the newest, those two of the branch that came last wait still.
    const published_at = number === 0 && seat < 8 ? null : hoursBefore(at, -30)
    const state = published_at ? 'published' : 'waiting'
    shown.words.push({ org_id: orgId, word_id, member_id: member.member_id, kind, text, state, left_on: dayOf(at), published_at })
    submit(shown, shower, { subjectId: word_id, at, content: { kind: 'word', wordKind: kind, text } }, published_at)
    if (published_at) fact(shown, shower, 'word-published', word_id, published_at, kind)
  }
}
