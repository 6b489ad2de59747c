import { upload } from '../files/contract'
import { newId } from '../kernel/ids'
import { jpg, uploadOf } from '../testing/file-samples'
import { auditOf } from '../testing/meeting-records'
import { addOrganisation, type Organisation, type Person } from '../testing/organisation'
import { addSubmitted } from '../testing/showcase'
import { leaveShowcaseTraces } from '../testing/showcase-traces'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import { myCard, publicCard, renewCard, setCard } from './card-contract'

let world: World
let own: Organisation
let other: Organisation
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
  other = await addOrganisation(world)
})

const open = async (person: Person): Promise<string> => {
  await world.succeed(person, setCard, { open: true })
  const { tag } = await world.succeed(person, myCard, {})
  if (!tag) throw new Error('the card is not open')
  return tag
}
const close = (person: Person) => world.succeed(person, setCard, { open: false })
const read = (tag: string) => world.succeed(null, publicCard, { tag })
const refusal = (tag: string) => world.refusal(null, publicCard, { tag })
const tagsOf = async ({ memberId }: Person) =>
  (await world.database.db.selectFrom('directory_cards').select('tag').where('member_id', '=', memberId).execute()).map(({ tag }) => tag)
const trailOf = async ({ memberId }: Person) => (await auditOf(world, memberId)).filter(({ action }) => action.startsWith('showcase.'))

describe('a card', () => {
  it('is closed until its owner opens it, and has no code before', async () => {
    expect(await world.succeed(own.member, myCard, {})).toMatchObject({ open: false, mayOpen: true, tag: null, link: null })
    expect(await tagsOf(own.member)).toEqual([])
  })

  it('has a code that nobody guesses and that fits a mini-program’s scene', async () => {
    const tag = await open(own.member)
    expect(tag).toMatch(/^[\w-]{22}$/)
    expect(await open(own.siblingMember)).not.toBe(tag)
    expect((await world.succeed(own.member, myCard, {})).link).toBe(`https://sanliang.test/card?t=${tag}`)
  })

  it('is opened and closed once, however often it is said, and leaves a line in the trail each time', async () => {
    const tag = await open(own.member)
    expect(await open(own.member)).toBe(tag)
    await close(own.member)
    await close(own.member)
    expect(await trailOf(own.member)).toMatchObject([
      { action: 'showcase.setCard', detail: { open: true } },
      { action: 'showcase.setCard', detail: { open: false } },
    ])
  })

  it('has one code where it is opened twice at once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => world.succeed(own.member, setCard, { open: true })))
    expect(await tagsOf(own.member)).toHaveLength(1)
  })

  it('keeps its code while it is closed, so that the one on the desk works again', async () => {
    const tag = await open(own.member)
    await close(own.member)
    expect(await open(own.member)).toBe(tag)
  })

  it('opens by a new code once it is renewed, and by the old one never again', async () => {
    const before = await open(own.member)
    await world.succeed(own.member, renewCard, {})
    const after = await open(own.member)
    expect(after).not.toBe(before)
    expect(await refusal(before)).toBe('CARD_CLOSED')
    expect(await refusal(after)).toBe('OK')
    expect(await tagsOf(own.member)).toEqual([after])
  })

  it('is renewed only while it is open', async () => {
    expect(await world.refusal(own.member, renewCard, {})).toBe('CARD_NOT_OPEN')
    await open(own.member)
    await close(own.member)
    expect(await world.refusal(own.member, renewCard, {})).toBe('CARD_NOT_OPEN')
  })

  it('is for members of the Party; whoever is none any longer can still close it', async () => {
    expect(await world.refusal(own.activist, setCard, { open: true })).toBe('PARTY_MEMBERS_ONLY')
    expect(await world.succeed(own.activist, myCard, {})).toMatchObject({ mayOpen: false, open: false })
    await open(own.member)
    await world.database.db
      .updateTable('organisation_members')
      .set({ standing: 'colleague' })
      .where('member_id', '=', own.member.memberId)
      .execute()
    expect(await world.succeed(own.member, myCard, {})).toMatchObject({ mayOpen: false, open: true })
    await close(own.member)
    expect(await world.succeed(own.member, myCard, {})).toMatchObject({ open: false })
  })
})

describe('whoever is refused', () => {
  const madeUp = ['A'.repeat(22), 'x', "' or 1=1 --", '../../etc/passwd', '🙂']

  it('hears the same of a closed card, of one whose owner is gone and of a code that never was', async () => {
    const closed = await open(own.member)
    await close(own.member)
    const erased = await open(own.siblingMember)
    await world.database.db
      .updateTable('organisation_members')
      .set({ erased_at: world.clock.now() })
      .where('member_id', '=', own.siblingMember.memberId)
      .execute()
    const left = await open(own.probationary)
    await world.database.db
      .updateTable('organisation_members')
      .set({ standing: 'colleague' })
      .where('member_id', '=', own.probationary.memberId)
      .execute()
    const answers = await Promise.all([closed, erased, left, ...madeUp].map((tag) => world.call(null, publicCard, { tag })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 422, body: { error: { code: 'CARD_CLOSED' } } })
  })

  it('hears so at once when it is closed', async () => {
    const tag = await open(own.member)
    expect(await refusal(tag)).toBe('OK')
    await close(own.member)
    expect(await refusal(tag)).toBe('CARD_CLOSED')
  })

  it('is told nothing of somebody whose rows of another organisation bear the same id', async () => {
    const tag = await open(own.member)
    await world.database.db.updateTable('directory_cards').set({ org_id: other.orgId }).where('tag', '=', tag).execute()
    expect(await refusal(tag)).toBe('CARD_CLOSED')
  })
})

describe('a card shows', () => {
  it('only its owner’s name and branch where nothing is published', async () => {
    expect(await read(await open(own.member))).toEqual({
      ...{ name: own.member.name, unitName: '第一党支部', position: null, badges: [], photo: null, introduction: '', today: '2026-11-23' },
      ...{ pledges: [], performances: [], projects: [], words: [] },
    })
  })

  it('to nobody signed in and to a colleague the same', async () => {
    const tag = await open(own.member)
    expect(await world.succeed(own.colleague, publicCard, { tag })).toEqual(await read(tag))
    expect(await world.succeed(other.member, publicCard, { tag })).toEqual(await read(tag))
  })

  it('what was published of this year, and no draft, no id, no evidence', async () => {
    const photo = await world.succeed(own.member, upload, { name: '照片.jpg' }, { upload: uploadOf(jpg) })
    const proof = await world.succeed(own.member, upload, { name: '佐证.jpg' }, { upload: uploadOf(jpg) })
    await world.database.db.deleteFrom('showcase_cards').where('member_id', '=', own.member.memberId).execute()
    const traces = await leaveShowcaseTraces(world, own.member, '王小明', [photo.fileId, proof.fileId])
    const [tag = ''] = await tagsOf(own.member)
    const card = await read(tag)
    expect(card).toMatchObject({
      ...{ position: '王小明岗', introduction: '王小明的简介', badges: [] },
      pledges: [{ category: 'study', text: '王小明的承诺', target: '王小明的目标', dueOn: '2026-12-31', state: 'kept', progress: 0 }],
      performances: [{ quarter: 4, text: '王小明的绩效', figure: '12.5', figureUnit: '王小明次' }],
      projects: [{ kind: 'innovation', name: '王小明的项目', goal: '王小明的计划', state: 'accepted', result: '王小明的成果' }],
      words: [{ kind: 'thanks', text: '谢谢王小明', leftOn: '2026-11-20' }],
    })
    expect(Object.keys(card.words[0] ?? {}).sort()).toEqual(['kind', 'leftOn', 'text'])
    const text = JSON.stringify(card)
    for (const secret of [own.member.memberId, proof.fileId, ...Object.values(traces.drafts), '2011-07-01', '佐证'])
      expect(text).not.toContain(secret)
    expect(card.photo).toContain(photo.fileId)
    expect(await world.succeed(own.member, myCard, {})).toMatchObject({ shown: { pledges: 1, performances: 1, projects: 1, words: 1 } })
    world.clock.set('2027-01-01T09:00:00+08:00')
    expect(await read(tag)).toMatchObject({ pledges: [], performances: [], projects: [], words: [{ kind: 'thanks' }] })
    world.clock.set('2026-11-23T09:00:00+08:00')
  })

  it('no badge that waits, and no result of a project that runs', async () => {
    const { db } = world.database
    const now = world.clock.now()
    const mine = { org_id: own.orgId, member_id: own.member.memberId }
    const badge = (text: string, state: 'waiting' | 'confirmed' | 'returned' | 'ended') => ({
      ...mine,
      claim_id: newId(),
      kind: 'badge' as const,
      text,
      state,
      claimed_at: now,
      confirmed_at: now,
    })
    const badges = [badge('先锋岗', 'confirmed'), badge('标兵', 'waiting'), badge('旧称号', 'ended'), badge('退回的', 'returned')]
    await db.insertInto('showcase_claims').values(badges).execute()
    await addSubmitted(world, own.member, badges[1]?.claim_id ?? '', { kind: 'badge', text: '标兵' })
    const project = {
      ...mine,
      unit_id: own.branch,
      year: 2026,
      kind: 'excellence' as const,
      goal: '',
      due_on: '2026-12-31',
      approved_at: now,
      created_at: now,
      changed_at: now,
    }
    await db
      .insertInto('showcase_projects')
      .values(
        (['draft', 'proposed', 'running', 'stopped'] as const).map((state) => ({
          ...project,
          project_id: newId(),
          name: state,
          state,
          result: '待验收的成果',
        })),
      )
      .execute()
    const card = await read(await open(own.member))
    expect(card.badges).toEqual(['先锋岗'])
    expect(card.projects).toEqual([{ kind: 'excellence', name: 'running', goal: '', state: 'running', result: null }])
  })

  it('is read without a change to anything', async () => {
    const tag = await open(own.member)
    const before = await snapshot(world.database.db)
    await read(tag)
    await refusal('unknown')
    expect(await snapshot(world.database.db)).toEqual(before)
  })
})
