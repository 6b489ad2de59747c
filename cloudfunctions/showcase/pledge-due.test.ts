import { decide } from '../approvals/contract'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { addPledge } from '../testing/pledge'
import { addSubmitted } from '../testing/showcase'
import { openWorld, type World } from '../testing/world'
import * as pledges from './pledge-contract'

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00+08:00')
  own = await addOrganisation(world)
})

const due = async () => {
  const { today, pledges: listed } = await world.succeed(own.member, pledges.duePledges, {})
  return { today, texts: listed.map(({ text }) => text) }
}

describe('the pledges that are due', () => {
  it('are none where nothing was promised', async () => {
    expect(await due()).toEqual({ today: '2026-11-23', texts: [] })
  })

  it('are those of the next thirty days and those overdue, last year’s as well; the first due first', async () => {
    await addPledge(world, own.member, { due_on: '2026-12-23', text: '三十天后' })
    await addPledge(world, own.member, { due_on: '2026-12-24', text: '三十一天后' })
    await addPledge(world, own.member, { due_on: '2026-06-30', text: '已过期' })
    await addPledge(world, own.member, { due_on: '2025-12-31', year: 2025, text: '去年的' })
    await addPledge(world, own.siblingMember, { due_on: '2026-11-23', text: '别人的' })
    expect((await due()).texts).toEqual(['去年的', '已过期', '三十天后'])
  })

  it('are published: neither a draft nor one that came out', async () => {
    for (const state of ['draft', 'proposed', 'kept', 'partly', 'broken'] as const) await addPledge(world, own.member, { state })
    expect((await due()).texts).toEqual([])
  })

  it('are left alone while their outcome waits, and there again once it is returned; a revision changes nothing', async () => {
    const pledgeId = await addPledge(world, own.member, { text: '窗口' })
    const revised = await addPledge(world, own.member, { text: '学习' })
    const text = { category: 'study', text: '学习', measure: '篇数', target: '12 篇', dueOn: '2026-12-20' } as const
    await addSubmitted(world, own.member, revised, { kind: 'pledge-revision', ...text, reason: '有变化', before: text })
    const content = { kind: 'pledge-outcome', pledge: '窗口', target: '95%', outcome: 'kept', text: '完成' } as const
    const submissionId = await addSubmitted(world, own.member, pledgeId, content)
    expect((await due()).texts).toEqual(['学习'])
    const items = [{ kind: 'submission' as const, submissionId }]
    await world.succeed(own.secretary, decide, { items, decision: 'returned', reason: '请补充' })
    expect((await due()).texts.sort()).toEqual(['学习', '窗口'].sort())
  })

  it("are told by China's day", async () => {
    world.clock.set('2026-11-23T23:30:00+08:00')
    expect((await due()).today).toBe('2026-11-23')
    world.clock.set('2026-11-24T00:30:00+08:00')
    expect((await due()).today).toBe('2026-11-24')
  })
})

describe("somebody's pledges of a year", () => {
  it("are the caller's own of this year by default, by due day, with the years there is something of", async () => {
    const late = await addPledge(world, own.member, { due_on: '2026-12-30' })
    const early = await addPledge(world, own.member, { due_on: '2026-03-31', state: 'draft' })
    await addPledge(world, own.member, { due_on: '2024-12-31', year: 2024, state: 'kept' })
    const mine = await world.succeed(own.member, pledges.pledges, {})
    expect(mine).toMatchObject({ memberId: own.member.memberId, name: 'member', year: 2026, years: [2026, 2024], mine: true })
    expect(mine.pledges.map(({ pledgeId }) => pledgeId)).toEqual([early, late])
    const seen = await world.succeed(own.colleague, pledges.pledges, { memberId: own.member.memberId })
    expect(seen).toMatchObject({ years: [2026, 2024], mine: false, pledges: [{ pledgeId: late }] })
  })

  it('are none of a year without any', async () => {
    const seen = await world.succeed(own.colleague, pledges.pledges, { memberId: own.member.memberId, year: 2025 })
    expect(seen).toMatchObject({ year: 2025, years: [], pledges: [] })
  })
})
