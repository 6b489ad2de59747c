import { addOrganisation, type Organisation, signIn } from '../testing/organisation'
import { addTask } from '../testing/study'
import { openWorld, type World } from '../testing/world'
import { beat, mine, saveNote, task } from './contract'
import { withdrawTask } from './task-contract'

let world: World
let own: Organisation
let taskId: string

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  own = await addOrganisation(world)
  taskId = await addTask(world, { org_id: own.orgId, unit_id: own.branch, required_minutes: 1 }, [own.member, own.siblingMember])
})

const beats = async (seconds: number, begins = false, id = taskId) => {
  world.clock.advance({ seconds })
  return (await world.succeed(own.member, beat, { taskId: id, begins })).seconds
}
const facts = () => world.database.db.selectFrom('facts').selectAll().where('org_id', '=', own.orgId).execute()

describe('reading', () => {
  it('is counted from beat to beat, and not before the page came into sight', async () => {
    expect([await beats(0, true), await beats(20), await beats(20), await beats(300, true), await beats(20)]).toEqual([0, 20, 40, 40, 60])
  })

  it('on two phones at once counts once, also with another task on the other', async () => {
    const other = await addTask(world, { org_id: own.orgId, unit_id: own.branch, required_minutes: 1 }, [own.member])
    await beats(0, true)
    await beats(10, true, other)
    expect([await beats(10), await beats(10, false, other), await beats(10), await beats(10, false, other)]).toEqual([10, 10, 20, 20])
    const second = await signIn(world, own.member)
    world.clock.advance({ seconds: 5 })
    expect((await world.succeed(second, beat, { taskId, begins: false })).seconds).toBe(25)
  })

  it('finishes the task once it was long enough, with one fact of its credit', async () => {
    await beats(0, true)
    for (const _ of [1, 2]) await beats(20)
    expect(await facts()).toEqual([])
    await beats(20)
    await beats(20)
    expect(await facts()).toMatchObject([
      { kind: 'study-finished', member_id: own.member.memberId, unit_id: own.branch, evidence_id: taskId, filter: 'text', quantity: '45' },
    ])
    const { open, done, minutes, hoursWanted } = await world.succeed(own.member, mine, {})
    expect({ open: open.length, done: done.map((each) => each.taskId), minutes, hoursWanted }).toEqual({
      ...{ open: 0, done: [taskId], minutes: 45, hoursWanted: 32 },
    })
  })

  it('counts nothing after the task was withdrawn, which nobody owes any more', async () => {
    await beats(0, true)
    await world.succeed(own.secretary, withdrawTask, { taskId, reason: '内容有误' })
    expect(await world.refusal(own.member, beat, { taskId, begins: false })).toBe('STUDY_NOT_OPEN')
    expect((await world.succeed(own.member, mine, {})).open).toEqual([])
    expect(await world.succeed(own.member, task, { taskId })).toMatchObject({ state: 'withdrawn', withdrawReason: '内容有误' })
  })

  it('counts once where the same two beats arrive at the same moment', async () => {
    await beats(0, true)
    world.clock.advance({ seconds: 20 })
    await Promise.all(Array.from({ length: 4 }, () => world.succeed(own.member, beat, { taskId, begins: false })))
    expect((await world.succeed(own.member, task, { taskId })).mine?.seconds).toBe(20)
  })
})

describe('a note', () => {
  const save = (text: string, revision: number, as = own.member) => world.call(as, saveNote, { taskId, text, revision })

  it('is kept with the material, for its author alone', async () => {
    await save('要点', 0)
    expect((await world.succeed(own.member, task, { taskId })).mine?.note).toMatchObject({ text: '要点', revision: 1 })
    const seen = [own.siblingMember, own.secretary, own.administrator].map((each) => world.succeed(each, task, { taskId }))
    expect(JSON.stringify(await Promise.all(seen))).not.toContain('要点')
  })

  it('of another phone is not written over', async () => {
    await save('第一台', 0)
    expect((await save('第二台', 0)).body).toMatchObject({ error: { code: 'NOTE_CHANGED' } })
    expect((await save('第二台', 1)).body).toMatchObject({ ok: true, data: { revision: 2 } })
    expect((await save('第一台又写', 1)).body).toMatchObject({ error: { code: 'NOTE_CHANGED' } })
  })
})
