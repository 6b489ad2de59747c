import type { WriteContext } from '../kernel/action'
import { recordEach } from '../kernel/audit'
import { addPeople, addPosts, changeUnlessChanged, keepPhone } from '../organisation/index'
import type { Addition, Change, Step } from './import-plan'
import type { Skipped } from './import-queries'

interface Outcome {
  added: string[]
  changed: number
  skipped: Skipped[]
}

/** Does some steps of an import. Whoever no longer is as the preview showed them is skipped, with the reason. */
export async function takeSteps(context: WriteContext, steps: readonly Step[]): Promise<Outcome> {
  const additions = steps.filter((step) => step.kind === 'add')
  const changes = steps.filter((step) => step.kind === 'change')
  const added = await addAll(context, additions)
  const changed = await changeAll(context, changes)
  return { added: added.ids, changed: changed.count, skipped: [...added.skipped, ...changed.skipped] }
}

async function addAll(context: WriteContext, additions: readonly Addition[]) {
  const { db, actor, now, newId } = context
  const people = additions.map((step) => ({ ...step, memberId: newId() }))
  const added = await addPeople(db, actor.orgId, people, now)
  const those = people.filter(({ memberId }) => added.has(memberId))
  await addPosts(db, actor.orgId, those.flatMap(postsOf), now)
  await recordEach(
    context,
    those.map(({ memberId, unitId, standing, groupId, posts }) => ({
      subjectId: memberId,
      detail: { unitId, standing, groupId, ...namesOf(posts) },
    })),
  )
  const skipped = people
    .filter(({ memberId }) => !added.has(memberId))
    .map(({ row, name }) => ({ row, name, reason: '用户名在预览之后已被使用，请换一个后再导入' }))
  return { ids: [...added], skipped }
}

async function changeAll(context: WriteContext, changes: readonly Change[]) {
  const { db, actor, now } = context
  const done: Change[] = []
  const skipped: Skipped[] = []
  for (const step of changes) {
    const { row, name, memberId, phone } = step
    if (!(await changeUnlessChanged(db, actor.orgId, step))) {
      skipped.push({ row, name, reason: '预览之后有改动，没有再改，请重新导入' })
      continue
    }
    done.push(step)
    if (phone && !(await keepPhone(db, { orgId: actor.orgId, memberId }, phone)))
      skipped.push({ row, name, reason: '手机号在预览之后已登记给别人，其余内容已导入' })
  }
  await addPosts(db, actor.orgId, done.flatMap(postsOf), now)
  await recordEach(
    context,
    done.map(({ memberId, before, change, posts }) => ({ subjectId: memberId, detail: { before, change, ...namesOf(posts) } })),
  )
  return { count: done.length, skipped }
}

type Posts = Step['posts']

const postsOf = ({ memberId, posts }: { memberId: string; posts: Posts }) => posts.map((each) => ({ memberId, ...each }))
const namesOf = (posts: Posts) => (posts.length ? { posts: posts.map(({ post }) => post) } : {})
