import fc from 'fast-check'
import { sql } from 'kysely'
import { newId } from '../kernel/ids'
import { openWorld, type World } from '../testing/world'
import { templates } from './contract'
import { partFor } from './who-rates'
import { partBetween } from './who-rates-queries'

const [one, other] = [newId(), newId()]
const rater = (part: 'mutual' | 'public' | 'organisation', unitId = one) => ({ memberId: 'a', unitId, part })
const subject = { subjectId: 'b', unitId: one }

it('lets mates and colleagues rate within their branch, and the committee everybody', () => {
  expect(partFor('review', rater('mutual'), subject)).toBe('mutual')
  expect(partFor('review', rater('public'), subject)).toBe('public')
  expect(partFor('review', rater('mutual', other), subject)).toBeNull()
  expect(partFor('review', rater('public', other), subject)).toBeNull()
  expect(partFor('review', rater('organisation', other), subject)).toBe('organisation')
})

it('lets nobody rate themselves but in an appraisal, whatever their part', () => {
  const self = { subjectId: 'a', unitId: one }
  for (const part of ['mutual', 'organisation'] as const) {
    expect(partFor('review', rater(part), self)).toBeNull()
    expect(partFor('appraisal', rater(part), self)).toBe('self')
  }
})

describe('the same in PostgreSQL', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('pairs the same raters and subjects, as the same part, whatever the roster', async () => {
    const people = Array.from({ length: 6 }, newId)
    const unitId = fc.constantFrom(one, other)
    const raters = fc.uniqueArray(
      fc.record({ memberId: fc.constantFrom(...people), unitId, part: fc.constantFrom('mutual', 'public', 'organisation') }),
      { selector: ({ memberId }) => memberId, minLength: 1 },
    )
    const subjects = fc.uniqueArray(fc.record({ subjectId: fc.constantFrom(...people, one, other), unitId }), {
      selector: ({ subjectId }) => subjectId,
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...templates), raters, subjects, async (template, ratersNow, subjectsNow) => {
        const { rows } = await sql<{ memberId: string; subjectId: string; part: string | null }>`
          select t.member_id as "memberId", s.subject_id as "subjectId", ${partBetween(sql`${template}`)} as part
          from jsonb_to_recordset(${JSON.stringify(ratersNow)}::jsonb) as r ("memberId" uuid, "unitId" uuid, part text)
          cross join lateral (select r."memberId" as member_id, r."unitId" as unit_id, r.part) t
          cross join jsonb_to_recordset(${JSON.stringify(subjectsNow)}::jsonb) as o ("subjectId" uuid, "unitId" uuid)
          cross join lateral (select o."subjectId" as subject_id, o."unitId" as unit_id) s`.execute(world.database.db)
        const expected = ratersNow.flatMap((each) =>
          subjectsNow.map((rated) => ({ memberId: each.memberId, subjectId: rated.subjectId, part: partFor(template, each, rated) })),
        )
        const byIds = (pairs: typeof expected | typeof rows) =>
          pairs.map(({ memberId, subjectId, part }) => [memberId, subjectId, part].join()).sort()
        expect(byIds(rows)).toEqual(byIds(expected))
      }),
      { numRuns: 200 },
    )
  })
})
