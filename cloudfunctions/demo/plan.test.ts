import { meetingKind } from '../meetings/meeting-kind'
import { suits } from '../organisation/unit-tree'
import { dayOf, isWorkday } from './calendar'
import { planDemo } from './plan'
import { branchesOf } from './roster'

const today = new Date('2026-11-23T09:07:30+08:00')
const plan = planDemo(today)
const branches = branchesOf(plan)
const past = plan.meetings.filter(({ state }) => state === 'closed')
const coming = plan.meetings.filter(({ state }) => state === 'scheduled')
const linesOf = ({ meeting_id }: { meeting_id: string }) => plan.lines.filter((line) => line.meeting_id === meeting_id)
const standingOf = new Map(plan.members.map(({ member_id, standing }) => [member_id, standing]))
const count = <T>(items: T[], is: (item: T) => boolean) => items.filter(is).length

it('is the same for the same moment, down to the last id', () => {
  expect(planDemo(today)).toEqual(plan)
})

it('has the same people under the same ids whenever it is seeded', () => {
  const later = planDemo(new Date('2027-05-08T15:00:00+08:00'))
  expect([later.units, later.members, later.posts, later.signIns]).toEqual([plan.units, plan.members, plan.posts, plan.signIns])
})

describe('the organisation', () => {
  it('is one committee with six branches and their groups', () => {
    expect(count(plan.units, ({ kind }) => kind === 'committee')).toBe(1)
    expect(branches).toHaveLength(6)
    for (const { groups } of branches) expect(groups.length).toBeGreaterThanOrEqual(2)
  })

  it('has 18 to 45 party members and people on their way in each branch, some of each standing', () => {
    for (const { people } of branches) {
      const ours = people.filter(({ standing }) => standing !== 'colleague')
      expect(ours.length).toBeGreaterThanOrEqual(18)
      expect(people.length).toBeLessThanOrEqual(45)
      for (const standing of ['full', 'probationary', 'activist', 'colleague'] as const)
        expect(count(people, (person) => person.standing === standing)).toBeGreaterThan(0)
    }
  })

  it('has 40 colleagues', () => {
    expect(count(plan.members, ({ standing }) => standing === 'colleague')).toBe(40)
  })

  it('has five leaders who together visit all six branches, and never only their own', () => {
    const leaders = plan.posts.filter(({ post }) => post === 'leader').map(({ member_id }) => member_id)
    expect(leaders).toHaveLength(5)
    expect(new Set(plan.linkedBranches.map(({ unit_id }) => unit_id))).toEqual(new Set(branches.map(({ unit }) => unit.unit_id)))
    for (const leader of leaders) {
      const visited = plan.linkedBranches.filter(({ member_id }) => member_id === leader).map(({ unit_id }) => unit_id)
      const home = plan.members.find(({ member_id }) => member_id === leader)?.unit_id
      expect(visited.some((unit_id) => unit_id !== home)).toBe(true)
    }
  })

  it('gives nobody two posts, every post where it suits, and each branch its officers and each group its leader', () => {
    expect(new Set(plan.posts.map(({ member_id }) => member_id)).size).toBe(plan.posts.length)
    const kindOf = new Map(plan.units.map(({ unit_id, kind }) => [unit_id, kind]))
    for (const { post, unit_id } of plan.posts) expect(suits(post, kindOf.get(unit_id) ?? 'group')).toBe(true)
    for (const { posts, groups } of branches) {
      expect(count(posts, ({ post }) => post === 'secretary')).toBe(1)
      expect(count(posts, ({ post }) => post === 'group-leader')).toBe(groups.length)
    }
  })

  it('lets no two people have the same name', () => {
    expect(new Set(plan.members.map(({ name }) => name)).size).toBe(plan.members.length)
  })
})

describe('the sign-ins', () => {
  const logins = plan.signIns.names.map(({ login }) => login)
  const holderOf = (login: string) => plan.signIns.names.find((each) => each.login === login)?.member_id ?? ''

  it('are admin, leader1–5, secretary1–6, colleague1–40, and member1 onwards for everyone else', () => {
    const numbered = (prefix: string, most: number) => Array.from({ length: most }, (_, index) => `${prefix}${index + 1}`)
    const named = ['admin', ...numbered('leader', 5), ...numbered('secretary', 6), ...numbered('colleague', 40)]
    const members = numbered('member', plan.members.length - named.length)
    expect([...logins].sort()).toEqual([...named, ...members].sort())
  })

  it('belong to whom they name', () => {
    const postOf = (login: string) => plan.posts.find(({ member_id }) => member_id === holderOf(login))
    expect(postOf('admin')?.post).toBe('administrator')
    expect(postOf('leader5')?.post).toBe('leader')
    branches.forEach(({ unit }, index) => {
      expect(postOf(`secretary${index + 1}`)).toMatchObject({ post: 'secretary', unit_id: unit.unit_id })
    })
    expect(postOf('member1')).toBeUndefined()
    expect(standingOf.get(holderOf('member1'))).toBe('full')
    expect(standingOf.get(holderOf('colleague40'))).toBe('colleague')
  })
})

describe('the past year', () => {
  it('gives every branch the regular meetings at their cadence', () => {
    for (const { unit, groups } of branches) {
      const held = (kind: string, unitId = unit.unit_id) => count(past, (each) => each.kind === kind && each.unit_id === unitId)
      expect(held('assembly')).toBeGreaterThanOrEqual(4)
      expect(held('lecture')).toBeGreaterThanOrEqual(4)
      expect(held('committee-meeting')).toBeGreaterThanOrEqual(12)
      expect(held('theme-day')).toBeGreaterThanOrEqual(12)
      expect(held('life-meeting')).toBeGreaterThanOrEqual(1)
      expect(held('appraisal-meeting')).toBeGreaterThanOrEqual(1)
      for (const group of groups) expect(held('group-meeting', group.unit_id)).toBeGreaterThanOrEqual(12)
    }
  })

  it('lies within a year, on days when offices are open', () => {
    for (const { starts_at } of past) {
      expect(starts_at.getTime()).toBeLessThan(today.getTime())
      expect(starts_at.getTime()).toBeGreaterThan(Date.parse('2025-11-01T00:00:00+08:00'))
      expect(isWorkday(dayOf(starts_at))).toBe(true)
    }
  })

  it('holds each kind where it may be held', () => {
    const kindOf = new Map(plan.units.map(({ unit_id, kind }) => [unit_id, kind]))
    for (const { kind, unit_id } of plan.meetings) expect(meetingKind[kind].units).toContain(kindOf.get(unit_id))
  })

  it('leaves every line of the list decided and frozen, late from ten minutes on, with a fact for each who counts', () => {
    for (const meeting of past) {
      const lines = linesOf(meeting)
      for (const { state, at, frozen } of lines) {
        expect({ state, frozen }).toEqual({ state: expect.stringMatching(/^(present|late|excused|absent)$/), frozen: true })
        const minutes = at && (at.getTime() - meeting.starts_at.getTime()) / 60_000
        if (state === 'late') expect(minutes).toBeGreaterThan(10)
        else if (state === 'present') expect(minutes).toBeLessThanOrEqual(10)
        else expect(at).toBeNull()
      }
      const facts = plan.facts.filter(({ evidence_id, member_id }) => evidence_id === meeting.meeting_id && member_id !== null)
      expect(facts.map(({ member_id }) => member_id)).toEqual(
        expect.arrayContaining(lines.filter(({ counted }) => counted).map(({ member_id }) => member_id)),
      )
    }
  })

  it('excuses whoever asked for leave and was granted it', () => {
    const granted = plan.leave.filter(({ state }) => state === 'granted')
    expect(granted.length).toBeGreaterThan(50)
    for (const { meeting_id, member_id } of granted)
      expect(linesOf({ meeting_id }).find((line) => line.member_id === member_id)?.state).toBe('excused')
  })

  it('counts only members, and lets only full ones vote', () => {
    for (const { member_id, counted, votes } of plan.lines) {
      const standing = standingOf.get(member_id)
      if (counted) expect(standing).toMatch(/^(full|probationary)$/)
      if (votes) expect(standing).toBe('full')
    }
  })
})

describe('what people show of themselves', () => {
  const { showcase } = plan
  const waitingIn = (unitId: string) => showcase.submissions.filter(({ state, unit_id }) => state === 'waiting' && unit_id === unitId)

  it('is a position and two or three pledges of every member of the Party, and nothing of anybody else', () => {
    const party = plan.members
      .filter(({ standing }) => standing === 'full' || standing === 'probationary')
      .map(({ member_id }) => member_id)
    for (const member_id of party) {
      const mine = showcase.pledges.filter((pledge) => pledge.member_id === member_id)
      expect([2, 3]).toContain(mine.length)
      expect(new Set(mine.map(({ text }) => text)).size).toBe(mine.length)
      expect(count(showcase.claims, (claim) => claim.member_id === member_id && claim.kind === 'position')).toBe(1)
    }
    for (const rows of [showcase.pledges, showcase.claims, showcase.profiles, showcase.projects, showcase.cards])
      for (const { member_id } of rows) expect(party).toContain(member_id)
  })

  it('leaves something of every kind for each secretary to decide, all of it from the past', () => {
    for (const { unit } of branches) {
      const kinds = new Set(waitingIn(unit.unit_id).map(({ kind }) => kind))
      expect(['badge', 'pledge', 'word', 'performance', 'project-result'].filter((kind) => !kinds.has(kind as never))).toEqual([])
    }
    for (const { submitted_at, decided_at } of showcase.submissions) {
      expect(submitted_at.getTime()).toBeLessThan(today.getTime())
      if (decided_at) expect(decided_at.getTime()).toBeLessThan(today.getTime())
    }
  })

  it('has pledges in every state, with a fact for each that was published or settled', () => {
    expect(new Set(showcase.pledges.map(({ state }) => state))).toEqual(
      new Set(['draft', 'proposed', 'published', 'kept', 'partly', 'broken']),
    )
    const factsOfPledge = (id: string) => showcase.facts.filter(({ evidence_id }) => evidence_id === id).map(({ kind }) => kind)
    for (const { pledge_id, state } of showcase.pledges) {
      const settled = state === 'kept' || state === 'partly' || state === 'broken'
      const expected = state === 'draft' || state === 'proposed' ? [] : ['pledge-published', ...(settled ? [`pledge-${state}`] : [])]
      expect(factsOfPledge(pledge_id)).toEqual(expected)
    }
  })

  it('is never about the future, at whatever time of the year it is seeded', () => {
    for (const day of ['2027-01-01T08:00:00+08:00', '2027-02-28T08:00:00+08:00', '2027-12-31T23:00:00+08:00']) {
      const now = new Date(day)
      const { showcase: then } = planDemo(now)
      const times = [
        ...then.submissions.map((each) => each.submitted_at),
        ...then.notes.map(({ at }) => at),
        ...then.facts.map((each) => each.happened_at),
      ]
      expect(times.filter((at) => at > now)).toEqual([])
      expect(new Set(then.facts.map(({ fact_id }) => fact_id)).size).toBe(then.facts.length)
    }
  })
})

describe('what is to come', () => {
  it('lets every secretary open a meeting within a quarter of an hour, some with a quorum and with guests', () => {
    const soon = coming.filter(({ starts_at }) => starts_at.getTime() - today.getTime() < 15 * 60_000)
    expect(soon.map(({ unit_id }) => unit_id)).toEqual(branches.map(({ unit }) => unit.unit_id))
    for (const { starts_at } of soon) expect(starts_at.getTime()).toBeGreaterThan(today.getTime())
    expect(new Set(soon.map(({ kind }) => kind))).toEqual(new Set(['assembly', 'theme-day']))
    for (const meeting of soon) expect(count(linesOf(meeting), ({ counted }) => !counted)).toBe(5)
  })

  it('has one leave to decide', () => {
    const asked = plan.leave.filter(({ state }) => state === 'asked')
    expect(asked).toHaveLength(1)
    expect(coming.map(({ meeting_id }) => meeting_id)).toContain(asked[0]?.meeting_id)
  })
})
