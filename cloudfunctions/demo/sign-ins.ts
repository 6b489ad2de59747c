import { leaderHomes, type OrganisationPlan, orgId } from './organisation-plan'
import type { Credential, Member, SignInName } from './rows'

export interface SignIns {
  names: SignInName[]
  credentials: Credential[]
}

/** admin, leader1 …, secretary1 …, colleague1 …, and member1 … for everyone else, branch by branch. */
export function planSignIns({ units, members, posts }: OrganisationPlan): SignIns {
  const postOf = new Map(posts.map(({ member_id, post }) => [member_id, post]))
  const holding = (post: string) => members.filter(({ member_id }) => postOf.get(member_id) === post)
  const branchIds = units.filter(({ kind }) => kind === 'branch').map(({ unit_id }) => unit_id)
  const homeOf = (member: Member) => branchIds.indexOf(member.unit_id) + 1

  const leaders = holding('leader').sort((a, b) => leaderHomes.indexOf(homeOf(a)) - leaderHomes.indexOf(homeOf(b)))
  const named = new Map<Member, string>()
  const number = (prefix: string, people: Member[]) => people.forEach((member, index) => void named.set(member, `${prefix}${index + 1}`))
  for (const administrator of holding('administrator')) named.set(administrator, 'admin')
  number('leader', leaders)
  number('secretary', holding('secretary'))
  const rest = members.filter((member) => !named.has(member))
  number(
    'colleague',
    rest.filter(({ standing }) => standing === 'colleague'),
  )
  number(
    'member',
    branchIds.flatMap((branchId) =>
      inOrder(
        rest.filter((each) => each.unit_id === branchId),
        postOf,
      ),
    ),
  )

  const entries = [...named].map(([{ member_id, created_at }, login]) => ({ member_id, login, created_at }))
  return {
    names: entries.map(({ member_id, login }) => ({ login, org_id: orgId, member_id })),
    credentials: entries.map(({ member_id, login, created_at }) => ({
      org_id: orgId,
      member_id,
      login,
      activation_hash: null,
      activation_expires_at: null,
      changed_at: created_at,
    })),
  }
}

/** Ordinary full members first, so that member1 is one; then those with a post, then who is on the way to membership. */
function inOrder(people: Member[], postOf: Map<string, string>): Member[] {
  const hasPost = ({ member_id }: Member) => postOf.has(member_id)
  const full = people.filter(({ standing }) => standing === 'full')
  return [
    ...full.filter((member) => !hasPost(member)),
    ...full.filter(hasPost),
    ...people.filter(({ standing }) => standing === 'probationary'),
    ...people.filter(({ standing }) => standing === 'activist'),
  ]
}
