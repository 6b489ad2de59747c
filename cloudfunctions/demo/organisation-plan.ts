import type { PostKind, Standing } from '../organisation/contract'
import { addMinutes } from './calendar'
import { idOf } from './chance'
import { nameOf } from './names'
import type { LinkedBranch, Member, Post, Unit } from './rows'

/** Fixed, so that ids stay the same whenever the demo is seeded. */
const founded = new Date('2024-03-01T09:00:00+08:00')
export const orgId = idOf('organisation', founded)
export const organisation = { org_id: orgId, name: '云山县税务局', demo: true, created_at: founded }

/** People of the branches; a bureau in a county that does not exist. */
const branches = [
  { name: '办公室', groups: 3, full: 21, probationary: 2, activists: 3, colleagues: 6 },
  { name: '征收管理', groups: 4, full: 33, probationary: 2, activists: 3, colleagues: 7 },
  { name: '纳税服务', groups: 4, full: 27, probationary: 3, activists: 3, colleagues: 8 },
  { name: '法制与风险管理', groups: 2, full: 15, probationary: 1, activists: 2, colleagues: 5 },
  { name: '财务与人事', groups: 2, full: 17, probationary: 1, activists: 3, colleagues: 5 },
  { name: '第一税务分局', groups: 3, full: 23, probationary: 2, activists: 3, colleagues: 9 },
]

/** Where each leader is at home, and which branches each visits (联系支部): never only their own. */
const leaders = [
  { home: 2, visits: [1, 6] },
  { home: 3, visits: [2] },
  { home: 4, visits: [3] },
  { home: 5, visits: [4] },
  { home: 1, visits: [5] },
]
const administratorHome = 1
/** Long ill or abroad: on the list, but not counted for the quorum. */
const homesOfUnable = [2, 5]

const officers = ['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline'] as const
const numerals = ['一', '二', '三', '四'] as const

export interface OrganisationPlan {
  units: Unit[]
  members: Member[]
  posts: Post[]
  linkedBranches: LinkedBranch[]
}

/** Units, people, posts and linked branches: the same ones always. */
export function planOrganisation(): OrganisationPlan {
  const committee = unit('committee', '机关党委', 'committee', null, 0)
  const plan: OrganisationPlan = { units: [committee], members: [], posts: [], linkedBranches: [] }
  const taken = new Set<string>()
  branches.forEach((each, index) => {
    planBranch(plan, committee.unit_id, each, index + 1, taken)
  })
  linkLeaders(plan, committee.unit_id)
  return plan
}

function planBranch(plan: OrganisationPlan, committeeId: string, size: (typeof branches)[number], number: number, taken: Set<string>) {
  const branch = unit('branch', `${size.name}党支部`, `branch/${number}`, committeeId, number)
  const groups = numerals
    .slice(0, size.groups)
    .map((numeral, index) =>
      unit('group', `${size.name}第${numeral}党小组`, `branch/${number}/group/${index + 1}`, branch.unit_id, 10 * number + index),
    )
  plan.units.push(branch, ...groups)

  const takenHere = new Set<string>()
  seatsOf(size, number).forEach(({ standing, post, unable = false }, seat) => {
    const isGrouped = standing === 'full' || standing === 'probationary'
    // The officers come first, then the leaders of the groups in order: counting from them, each leads the group they are in.
    const group = groups[(seat + groups.length * officers.length - officers.length) % groups.length]
    const key = `member/${number}/${seat + 1}`
    const created_at = new Date(founded.getTime() + 1_000 * number + seat)
    const member_id = idOf(key, created_at)
    const group_id = isGrouped && group ? group.unit_id : null
    const name = nameOf(key, taken, takenHere)
    const about = { name, standing, unable, phone_hash: null, phone_masked: null, initials: null }
    plan.members.push({ org_id: orgId, member_id, unit_id: branch.unit_id, group_id, ...about, created_at, erased_at: null })
    if (!post) return
    const atCommittee = post === 'leader' || post === 'administrator'
    const unit_id = atCommittee ? committeeId : post === 'group-leader' && group ? group.unit_id : branch.unit_id
    plan.posts.push({ org_id: orgId, unit_id, member_id, post, since: founded })
  })
}

interface Seat {
  standing: Standing
  post?: PostKind
  unable?: boolean
}

/** One person, one post (一人一岗). */
function seatsOf({ groups, full, probationary, activists, colleagues }: (typeof branches)[number], number: number): Seat[] {
  const posts: PostKind[] = [
    ...officers,
    ...Array.from({ length: groups }, () => 'group-leader' as const),
    ...leaders.filter(({ home }) => home === number).map(() => 'leader' as const),
    ...(number === administratorHome ? (['administrator'] as const) : []),
  ]
  const of = (standing: Standing, count: number): Seat[] => Array.from({ length: count }, () => ({ standing }))
  const ordinary = of('full', full - posts.length)
  if (homesOfUnable.includes(number)) ordinary.splice(-1, 1, { standing: 'full', unable: true })
  return [
    ...posts.map((post) => ({ standing: 'full' as const, post })),
    ...ordinary,
    ...of('probationary', probationary),
    ...of('activist', activists),
    ...of('colleague', colleagues),
  ]
}

function linkLeaders({ units, members, posts, linkedBranches }: OrganisationPlan, committeeId: string) {
  const branchIds = units.filter(({ kind }) => kind === 'branch').map(({ unit_id }) => unit_id)
  const homes = new Map(members.map((member) => [member.member_id, branchIds.indexOf(member.unit_id) + 1]))
  for (const { member_id } of posts.filter(({ post, unit_id }) => post === 'leader' && unit_id === committeeId)) {
    const visits = leaders.find(({ home }) => home === homes.get(member_id))?.visits ?? []
    for (const number of visits) {
      const unit_id = branchIds[number - 1]
      if (unit_id) linkedBranches.push({ org_id: orgId, member_id, unit_id, since: founded })
    }
  }
}

function unit(kind: Unit['kind'], name: string, key: string, parent_id: string | null, order: number): Unit {
  const created_at = addMinutes(founded, -60 + order / 1_000)
  return { org_id: orgId, unit_id: idOf(key, created_at), kind, name, parent_id, created_at }
}

/** leader1 … leader5: the order of the table above, which is not the order of their homes. */
export const leaderHomes = leaders.map(({ home }) => home)
