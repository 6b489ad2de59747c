import { newId } from '../kernel/ids'
import { newSession } from '../kernel/sessions'
import type { PostKind, Standing, UnitKind } from '../organisation/contract'
import { hashPassword } from '../organisation/password'
import type { World } from './world'

export interface Person {
  orgId: string
  memberId: string
  name: string
  login: string
  sessionId: string
  /** A running session. */
  token: string
}

export const password = '三亮一评 2026'
let hashing: Promise<string> | undefined

type Units = Awaited<ReturnType<typeof addUnits>>
type Place = keyof Units

interface Role {
  home: Place
  group?: 'group' | 'siblingGroup' | 'otherGroup'
  standing?: Standing
  post?: PostKind
  at?: Place
}

/** One person for every role. Administrator and leader are at home in the committee, so that no other right hides what theirs is. */
const roles = {
  administrator: { home: 'committee', post: 'administrator', at: 'committee' },
  committeeSecretary: { home: 'committee', post: 'secretary', at: 'committee' },
  /** Has `branch` to visit (联系支部). */
  leader: { home: 'committee', post: 'leader', at: 'committee' },
  secretary: { home: 'branch', post: 'secretary', at: 'branch' },
  deputySecretary: { home: 'branch', post: 'deputy-secretary', at: 'branch' },
  organiser: { home: 'branch', post: 'organisation', at: 'branch' },
  publicist: { home: 'branch', post: 'publicity', at: 'branch' },
  inspector: { home: 'branch', post: 'discipline', at: 'branch' },
  groupLeader: { home: 'branch', group: 'group', post: 'group-leader', at: 'group' },
  member: { home: 'branch', group: 'group' },
  siblingMember: { home: 'branch', group: 'siblingGroup' },
  probationary: { home: 'branch', group: 'group', standing: 'probationary' },
  activist: { home: 'branch', standing: 'activist' },
  colleague: { home: 'branch', standing: 'colleague' },
  otherSecretary: { home: 'otherBranch', post: 'secretary', at: 'otherBranch' },
  otherMember: { home: 'otherBranch', group: 'otherGroup' },
} as const satisfies Record<string, Role>

export type RoleName = keyof typeof roles
export const roleNames = Object.keys(roles) as RoleName[]

/**
 * An organisation of its own: a committee, a branch with two groups, another branch with one group, and one person for every role.
 * Rows are written directly, so that what is tested does not build its own conditions.
 */
export async function addOrganisation(world: World, { demo = false } = {}) {
  const orgId = newId()
  const now = world.clock.now()
  await world.database.db.insertInto('organisations').values({ org_id: orgId, name: '测试机关', demo, created_at: now }).execute()
  const units = await addUnits(world, orgId)
  const people = {} as Record<RoleName, Person>
  for (const [name, role] of Object.entries(roles) as [RoleName, Role][]) {
    people[name] = await addPerson(world, { orgId, units, name, ...role })
  }
  await world.database.db
    .insertInto('organisation_linked_branches')
    .values({ org_id: orgId, member_id: people.leader.memberId, unit_id: units.branch, since: now })
    .execute()
  return { orgId, ...units, ...people }
}

export type Organisation = Awaited<ReturnType<typeof addOrganisation>>

async function addUnits({ database, clock }: World, orgId: string) {
  const add = async (kind: UnitKind, name: string, parent_id: string | null) => {
    const unit_id = newId()
    await database.db
      .insertInto('organisation_units')
      .values({ org_id: orgId, unit_id, kind, name, parent_id, created_at: clock.now() })
      .execute()
    return unit_id
  }
  const committee = await add('committee', '机关党委', null)
  const branch = await add('branch', '第一党支部', committee)
  const otherBranch = await add('branch', '第二党支部', committee)
  return {
    committee,
    branch,
    group: await add('group', '第一党小组', branch),
    siblingGroup: await add('group', '第二党小组', branch),
    otherBranch,
    otherGroup: await add('group', '第三党小组', otherBranch),
  }
}

interface NewPerson extends Role {
  orgId: string
  units: Units
  name: string
  /** The beginning of the sign-in name, where it is not the name. */
  login?: string
  /** False: no password yet, so that an activation code can be issued. */
  activated?: boolean
}

/** One more person, signed in, with `password`. */
export async function addPerson(
  world: World,
  { orgId, units, name, home, group, standing = 'full', post, at, activated = true, login: start = name }: NewPerson,
) {
  const { db } = world.database
  const now = world.clock.now()
  const member_id = newId()
  const key = { org_id: orgId, member_id }
  const login = `${start.toLowerCase()}-${orgId.slice(-12)}`
  hashing ??= hashPassword(password)
  await db
    .insertInto('organisation_members')
    .values({
      ...key,
      unit_id: units[home],
      group_id: group ? units[group] : null,
      name,
      standing,
      unable: false,
      created_at: now,
      erased_at: null,
    })
    .execute()
  await db
    .insertInto('directory_sign_in_names')
    .values({ login, ...key })
    .execute()
  const password_hash = activated ? await hashing : null
  await db
    .insertInto('organisation_credentials')
    .values({ ...key, login, password_hash, activation_hash: null, activation_expires_at: null, changed_at: now })
    .execute()
  if (post && at)
    await db
      .insertInto('organisation_posts')
      .values({ ...key, unit_id: units[at], post, since: now })
      .execute()
  return signIn(world, { orgId, memberId: member_id, name, login })
}

/** A further session of a person, without asking for their password. */
export async function signIn(world: World, { orgId, memberId, name, login }: Omit<Person, 'token' | 'sessionId'>): Promise<Person> {
  const sessionId = newId()
  const { token, row } = newSession(orgId, memberId, '测试手机', sessionId, world.clock.now())
  await world.database.db.insertInto('sessions').values(row).execute()
  return { orgId, memberId, name, login, sessionId, token }
}
