import { changeMember, getMe, signOut } from '../organisation/contract'
import { fixedClock } from '../testing/clock'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { openWorld, type World, worldOn } from '../testing/world'
import { type Implementation, read, write } from './action'
import { AppError } from './app-error'
import { permit } from './permit'

let world: World
let own: Organisation
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
})

/** The same database behind actions of the test's own. */
const withActions = (...actions: Implementation[]) => worldOn(world.database, fixedClock(), actions)
const nameOf = async ({ memberId }: { memberId: string }) =>
  (await world.database.db.selectFrom('organisation_members').select('name').where('member_id', '=', memberId).executeTakeFirstOrThrow())
    .name

it('answers a signed-in person with what the contract promises', async () => {
  const me = await world.succeed(own.secretary, getMe, {})
  expect(me).toMatchObject({ id: own.secretary.memberId, unitId: own.branch })
})

describe('a token', () => {
  const refused = (token: string) => world.refusal({ token }, getMe, {})

  it('is nobody’s under another organisation, changed, cut or made up', async () => {
    const { token } = own.member
    const other = await addOrganisation(world)
    expect(await refused(other.orgId + token.slice(36))).toBe('NOT_SIGNED_IN')
    expect(await refused(token.slice(0, -1))).toBe('NOT_SIGNED_IN')
    expect(await refused(`${token}x`)).toBe('NOT_SIGNED_IN')
    expect(await refused(`${own.orgId}.`)).toBe('NOT_SIGNED_IN')
    for (const made of ['x', "'; drop table sessions; --", '\u0000'.repeat(36), 'é'.repeat(80)])
      expect(await refused(made)).toBe('NOT_SIGNED_IN')
    expect(world.log).toEqual([])
  })

  it('finds each of many who come at once their own', async () => {
    const people = [own.member, own.secretary, own.leader, own.colleague]
    const strangers = people.map(({ token }) => `${token}x`)
    const callers = [...people.map(({ token }) => token), ...strangers]
    const answers = await Promise.all(callers.map((token) => world.call({ token }, getMe, {})))
    expect(answers.map(({ body }) => body.ok && body.data.id)).toEqual([
      ...people.map(({ memberId }) => memberId),
      false,
      false,
      false,
      false,
    ])
  })
})

describe('an action that names a unit and never asks for permission', () => {
  const forgetful = (asks: boolean) =>
    withActions(
      write(changeMember, async ({ memberId, name = '' }, context) => {
        if (asks) await permit(context, { unitId: own.branch })
        await context.db.updateTable('organisation_members').set({ name }).where('member_id', '=', memberId).execute()
        return {}
      }),
    )
  const input = () => ({ memberId: own.member.memberId, name: '改过的姓名' })

  it('is refused before it commits', async () => {
    const inside = forgetful(false)
    expect(await inside.refusal(own.secretary, changeMember, input())).toBe('INTERNAL')
    expect(inside.log).toEqual([expect.stringContaining('organisation.changeMember never asked for permission')])
    expect(await nameOf(own.member)).toBe('member')
  })

  it('passes once it asks', async () => {
    expect(await forgetful(true).refusal(own.secretary, changeMember, input())).toBe('OK')
    expect(await nameOf(own.member)).toBe('改过的姓名')
  })
})

it('undoes what an action did before it refused', async () => {
  const inside = withActions(
    write(signOut, async (_, { db, actor }) => {
      await db.deleteFrom('sessions').where('session_id', '=', actor.sessionId).execute()
      throw new AppError('CONFLICT')
    }),
  )
  expect(await inside.refusal(own.member, signOut, {})).toBe('CONFLICT')
  expect(await inside.refusal(own.member, signOut, {})).toBe('CONFLICT')
})

it('does what follows a commit after it, once, and never for what was undone', async () => {
  const done: string[] = []
  let attempts = 0
  const inside = withActions(
    write(signOut, async (_, { afterCommit, actor }) => {
      afterCommit(() => done.push(actor.name))
      expect(done).toEqual([])
      if (actor.name === 'colleague') throw new AppError('CONFLICT')
      if (attempts++ === 0) throw Object.assign(new Error('serialization failure'), { code: '40001' })
      return {}
    }),
  )
  expect(await inside.refusal(own.colleague, signOut, {})).toBe('CONFLICT')
  expect(await inside.refusal(own.member, signOut, {})).toBe('OK')
  expect(attempts).toBe(2)
  expect(done).toEqual(['member'])
})

it('says of an unexpected error only its number, and logs no word that somebody typed', async () => {
  const inside = withActions(
    read(getMe, async (_, { db }) => {
      await db.insertInto('organisations').values({ org_id: '身份证号 330102', name: '', demo: false, created_at: new Date() }).execute()
      throw new Error('unreachable')
    }),
  )
  const { status, body } = await inside.call(own.member, getMe, {})
  expect({ status, body }).toMatchObject({ status: 500, body: { error: { code: 'INTERNAL', requestId: expect.any(String) } } })
  expect(inside.log).toHaveLength(1)
  expect(inside.log[0]).toMatch(/ organisation\.me database error 22P02/)
  expect(inside.log[0]).not.toContain('330102')
})

it('names each field that is wrong, in words for a person', async () => {
  const { body } = await world.answer(null, 'organisation.activate', { login: 'x', activationCode: 7, password: 'short', surplus: true })
  expect(body).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  const fields = body.ok ? {} : (body.error.fields ?? {})
  expect(Object.keys(fields).sort()).toEqual(['_', 'activationCode', 'login', 'password'])
  for (const words of Object.values(fields)) expect(words).toMatch(/\p{Script=Han}/u)
})
