import type { RefusalCode } from '../kernel/refusals'
import { addOrganisation, type Organisation } from '../testing/organisation'
import { addPledge, promise } from '../testing/pledge'
import { addSubmitted } from '../testing/showcase'
import { snapshot } from '../testing/snapshot'
import { undo } from '../testing/trial'
import { openWorld, type World } from '../testing/world'
import type { PledgeState, SubmissionContent } from './contract'

/**
 * What its owner may do with a pledge in each state, `+` for done. D not a draft any more, or ever · P not published, or settled ·
 * W something of it waits for the branch.
 */
const table = `
  state                        draft discard propose revise note report
  draft                        +     +       +       P      P    P
  proposed                     D     D       D       P      P    P
  published                    D     D       D       +      +    +
  published, revision waits    D     D       D       W      +    W
  published, outcome waits     D     D       D       W      +    W
  kept                         D     D       D       P      P    P
  partly                       D     D       D       P      P    P
  broken                       D     D       D       P      P    P`

const meaning: Record<string, RefusalCode | 'OK'> = { '+': 'OK', D: 'NOT_A_DRAFT', P: 'PLEDGE_NOT_PUBLISHED', W: 'ALREADY_WAITING' }

const waits: Record<string, SubmissionContent> = {
  'revision waits': { kind: 'pledge-revision', ...promise, target: '90%', reason: '窗口合并', before: promise },
  'outcome waits': { kind: 'pledge-outcome', pledge: promise.text, target: promise.target, outcome: 'kept', text: '完成' },
}

const inputs: Record<string, [string, object]> = {
  draft: ['showcase.draftPledge', { year: 2026, ...promise, text: '改写' }],
  discard: ['showcase.discardPledge', {}],
  propose: ['showcase.proposePledge', {}],
  revise: ['showcase.revisePledge', { ...promise, target: '99%', reason: '提高要求' }],
  note: ['showcase.notePledge', { text: '完成六次', progress: 50, evidence: [] }],
  report: ['showcase.reportOutcome', { outcome: 'broken', text: '未能完成', evidence: [] }],
}

const [header = '', ...lines] = table.trim().split('\n')
const acts = header.trim().split(/\s+/).slice(1)
const rows = lines.map((line) => {
  const [state = '', ...cells] = line.trim().split(/\s{2,}/)
  return { state, cells: cells.flatMap((cell) => cell.split(/\s+/)) }
})
const cases = rows.flatMap(({ state, cells }) => acts.map((act, index) => ({ state, act, expected: meaning[cells[index] ?? ''] })))

let world: World
let own: Organisation

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
})
afterAll(() => world.close())

const addIn = async (description: string) => {
  const [state, waiting] = description.split(', ')
  const pledgeId = await addPledge(world, own.member, { state: state as PledgeState })
  const content = waits[waiting ?? '']
  if (content) await addSubmitted(world, own.member, pledgeId, content)
  return pledgeId
}

it.each(cases)('$state: $act → $expected', async ({ state, act, expected }) => {
  const pledgeId = await addIn(state)
  const [action, input] = inputs[act] ?? ['', {}]
  const before = await snapshot(world.database.db)
  await undo(world, async (inside) => {
    const { body } = await inside.answer(own.member, action, { pledgeId, ...input })
    expect(body.ok ? 'OK' : body.error.code).toBe(expected)
    const changed = JSON.stringify(await snapshot(inside.database.db)) !== JSON.stringify(before)
    expect(changed).toBe(expected === 'OK')
  })
})

it.each(rows)("$state: nobody but its owner may do anything with it, not even the branch's secretary", async ({ state }) => {
  const pledgeId = await addIn(state)
  const before = await snapshot(world.database.db)
  for (const [action, input] of Object.values(inputs))
    for (const other of [own.secretary, own.siblingMember, own.administrator]) {
      const { body } = await world.answer(other, action, { pledgeId, ...input })
      expect(body).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
    }
  expect(await snapshot(world.database.db)).toEqual(before)
})
