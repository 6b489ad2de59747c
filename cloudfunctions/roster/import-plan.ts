import type { PostKind, Standing, UnitKind } from '../organisation/contract'
import type { KeptPhone } from '../organisation/phone'
import { branchWarnings, postWarnings } from '../organisation/roster-warnings'
import { suits } from '../organisation/unit-tree'
import { type Column, columnNames } from './columns'
import type { Problem, RosterRow } from './roster-rows'

/** The roster as it is. */
export interface Roster {
  units: readonly { id: string; kind: UnitKind; name: string; parentId: string | null }[]
  people: readonly PersonNow[]
}

export interface PersonNow {
  memberId: string
  login: string
  name: string
  standing: Standing
  unitId: string
  groupId: string | null
  unable: boolean
  posts: readonly { unitId: string; post: PostKind }[]
  phone: KeptPhone | null
}

interface Post {
  unitId: string
  post: PostKind
}

/** What may change about a person who is already there. */
export interface Particulars {
  standing: Standing
  groupId: string | null
  unable: boolean
}

interface Someone {
  row: number
  name: string
  login: string
  unitId: string
  /** To be given; none is ever taken away by an import. */
  posts: Post[]
  /** To be kept instead of what there is; null: what there is stays. */
  phone: KeptPhone | null
}

export interface Addition extends Someone, Particulars {
  kind: 'add'
}

export interface Change extends Someone {
  kind: 'change'
  memberId: string
  /** As the preview found it: whoever was changed since is left alone. */
  before: Particulars
  change: Partial<Particulars>
}

export type Step = Addition | Change

export interface ImportPlan {
  steps: Step[]
  unchanged: number
  problems: Problem[]
  warnings: Problem[]
}

/**
 * What an import would do: every row against the roster as it is. People are recognised by their sign-in name; an empty cell
 * leaves what is there. `takenElsewhere` are the sign-in names of the file that belong to people of no concern here.
 */
export function planImport(rows: readonly RosterRow[], roster: Roster, takenElsewhere: ReadonlySet<string>): ImportPlan {
  const plan: ImportPlan = { steps: [], unchanged: 0, problems: [], warnings: [] }
  const byLogin = new Map(roster.people.map((person) => [person.login, person]))
  const firstRows = new Map<string, number>()
  const phones = phoneBook(roster)
  const find = finder(roster)
  for (const row of rows) {
    const first = firstRows.get(row.login)
    firstRows.set(row.login, first ?? row.row)
    const now = byLogin.get(row.login)
    const outcome =
      first !== undefined
        ? problem(row, 'login', `与第 ${first} 行的用户名相同，一人一个用户名`)
        : takenElsewhere.has(row.login) && !now
          ? problem(row, 'login', '这个用户名已被使用，请换一个')
          : now
            ? changeOf(row, now, find)
            : additionOf(row, find)
    const twice = outcome && 'kind' in outcome ? phones.claim(row) : undefined
    if (twice) {
      plan.problems.push(twice)
      continue
    }
    if (outcome === undefined) plan.unchanged++
    else if ('message' in outcome) plan.problems.push(outcome)
    else plan.steps.push(outcome)
  }
  plan.warnings = warningsOf(plan.steps, roster)
  return plan
}

const problem = ({ row }: RosterRow, column: Column, message: string): Problem => ({ row, column: columnNames[column], message })

/** Whose each number is: one person's in the whole organisation. */
function phoneBook({ people }: Roster) {
  const owners = new Map(people.flatMap(({ phone, login, name }) => (phone?.hash ? [[phone.hash, { login, name }] as const] : [])))
  return {
    claim: (row: RosterRow): Problem | undefined => {
      if (!row.phone?.hash) return undefined
      const owner = owners.get(row.phone.hash)
      owners.set(row.phone.hash, owner ?? row)
      return owner && owner.login !== row.login
        ? problem(row, 'phone', `这个手机号已登记给“${owner.name}”（${owner.login}），请核对`)
        : undefined
    },
  }
}

type Find = ReturnType<typeof finder>

function finder({ units }: Roster) {
  const homes = new Map<string, Roster['units'][number][]>()
  const groups = new Map<string, Roster['units'][number]>()
  for (const unit of units) {
    if (unit.kind === 'group') groups.set(`${unit.parentId} ${unit.name}`, unit)
    else homes.set(unit.name, [...(homes.get(unit.name) ?? []), unit])
  }
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return {
    homes: (name: string) => homes.get(name) ?? [],
    group: (unitId: string, name: string) => groups.get(`${unitId} ${name}`),
    unit: (unitId: string) => byId.get(unitId),
  }
}

function additionOf(row: RosterRow, find: Find): Addition | Problem {
  if (!row.standing) return problem(row, 'standing', '请填写 正式党员、预备党员、入党积极分子 或 群众')
  if (!row.unit) return problem(row, 'unit', '请填写所在党组织')
  const [home, ...more] = find.homes(row.unit)
  if (!home) return problem(row, 'unit', `没有“${row.unit.slice(0, 30)}”这个党组织，请先在“组织与人员”中添加，或核对名称`)
  if (more.length) return problem(row, 'unit', `有 ${more.length + 1} 个党组织都叫“${row.unit}”，请先改名区分`)
  const group = row.group ? find.group(home.id, row.group) : undefined
  if (row.group && !group) return noGroup(row, home.name)
  const groupId = group?.id ?? null
  const posts = postsOf(row, home, groupId)
  if ('message' in posts) return posts
  return {
    kind: 'add',
    row: row.row,
    name: row.name,
    login: row.login,
    unitId: home.id,
    standing: row.standing,
    groupId,
    unable: row.unable ?? false,
    posts,
    phone: row.phone ?? null,
  }
}

const noGroup = (row: RosterRow, home: string) =>
  problem(row, 'group', `${home}没有“${row.group?.slice(0, 30)}”这个党小组，请先添加，或核对名称`)

function changeOf(row: RosterRow, now: PersonNow, find: Find): Change | Problem | undefined {
  const home = find.unit(now.unitId)
  if (!home) return problem(row, 'unit', '这位同志现在的党组织没有找到，请刷新后再试')
  if (row.name !== now.name) return problem(row, 'name', `用户名 ${row.login} 现在是“${now.name}”，请核对；改名请在“组织与人员”中进行`)
  if (row.unit && row.unit !== home.name) return problem(row, 'unit', `这位同志现在属于${home.name}，导入不调整所在党组织，请核对`)
  const group = row.group ? find.group(home.id, row.group) : undefined
  if (row.group && !group) return noGroup(row, home.name)
  const groupId = group?.id ?? now.groupId
  const posts = postsOf(row, home, groupId)
  if ('message' in posts) return posts
  const before = { standing: now.standing, groupId: now.groupId, unable: now.unable }
  const change = {
    ...(row.standing && row.standing !== now.standing && { standing: row.standing }),
    ...(groupId !== now.groupId && { groupId }),
    ...(row.unable !== undefined && row.unable !== now.unable && { unable: row.unable }),
  }
  const given = posts.filter(({ unitId, post }) => !now.posts.some((each) => each.unitId === unitId && each.post === post))
  const phone = row.phone && row.phone.masked + row.phone.hash !== `${now.phone?.masked}${now.phone?.hash}` ? row.phone : null
  if (!Object.keys(change).length && !given.length && !phone) return undefined
  const { memberId, name, login, unitId } = now
  return { kind: 'change', row: row.row, memberId, name, login, unitId, before, change, posts: given, phone }
}

/** Each post with the unit it belongs to: a group's leader leads the group the person is in. */
function postsOf(row: RosterRow, home: Roster['units'][number], groupId: string | null): Post[] | Problem {
  const posts: Post[] = []
  for (const post of row.posts) {
    if (post === 'group-leader') {
      if (!groupId) return problem(row, 'posts', '党小组组长要先填写党小组')
      posts.push({ unitId: groupId, post })
    } else if (suits(post, home.kind)) posts.push({ unitId: home.id, post })
    else return problem(row, 'posts', `这个职务不能设在${home.name}`)
  }
  return posts
}

/** 一人一岗, people of one name, and the size of every branch the import touches (支部工作条例 第四条、第二十条): said, never in the way. */
function warningsOf(steps: readonly Step[], roster: Roster): Problem[] {
  const before = new Map(roster.people.map((person) => [person.memberId, person]))
  const names = new Map<string, string[]>()
  for (const { unitId, name, login } of roster.people) names.set(`${unitId} ${name}`, [...(names.get(`${unitId} ${name}`) ?? []), login])
  const warnings: Problem[] = []
  for (const step of steps) {
    const held = step.kind === 'change' ? (before.get(step.memberId)?.posts.length ?? 0) : 0
    for (const message of step.posts.length ? postWarnings(held + step.posts.length) : [])
      warnings.push({ row: step.row, column: columnNames.posts, message })
    if (step.kind === 'change') continue
    const key = `${step.unitId} ${step.name}`
    const others = names.get(key) ?? []
    if (others.length)
      warnings.push({ row: step.row, column: columnNames.name, message: `同一组织已有“${step.name}”（${others[0]}），请确认不是同一人` })
    names.set(key, [...others, step.login])
  }
  return [...warnings, ...branchesAfter(steps, roster)]
}

function branchesAfter(steps: readonly Step[], { units, people }: Roster): Problem[] {
  const touched = new Set(steps.map(({ unitId }) => unitId))
  const after = new Map<string, Pick<PersonNow, 'unitId' | 'standing' | 'posts'>>(people.map((person) => [person.memberId, person]))
  for (const step of steps) {
    if (step.kind === 'add') after.set(`row ${step.row}`, step)
    else {
      const now = after.get(step.memberId)
      if (now) after.set(step.memberId, { ...now, ...step.change, posts: [...now.posts, ...step.posts] })
    }
  }
  const counts = new Map([...touched].map((unitId) => [unitId, { full: 0, people: 0, committee: 0 }]))
  for (const { unitId, standing, posts } of after.values()) {
    const count = counts.get(unitId)
    if (!count) continue
    if (standing === 'full') count.full++
    if (standing === 'full' || standing === 'probationary') count.people++
    if (posts.some((post) => post.unitId === unitId)) count.committee++
  }
  return units
    .filter(({ id, kind }) => kind === 'branch' && touched.has(id))
    .flatMap(({ id, name }) => {
      const count = counts.get(id)
      return count ? branchWarnings(count).map((message) => ({ row: 0, column: '', message: `${name}：${message}` })) : []
    })
}
